/** Feeds and pages to titles and texts. */
@NullMarked
package io.demarche.ingest.extract;

import org.jspecify.annotations.NullMarked;
