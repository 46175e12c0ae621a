/** Bytes to text, text to dates, markup to plain text: what feeds and pages have in common. */
@NullMarked
package io.demarche.ingest.text;

import org.jspecify.annotations.NullMarked;
