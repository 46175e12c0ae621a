/** Feeds of every dialect, and site maps, to entries. */
@NullMarked
package io.demarche.ingest.feed;

import org.jspecify.annotations.NullMarked;
