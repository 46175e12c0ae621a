/** Archives of the web. */
@NullMarked
package io.demarche.ingest.archive;

import org.jspecify.annotations.NullMarked;
