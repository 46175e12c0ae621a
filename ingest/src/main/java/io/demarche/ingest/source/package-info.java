/** Where articles come from, and how what is new there is collected: feeds, pages, folders of saved files. */
@NullMarked
package io.demarche.ingest.source;

import org.jspecify.annotations.NullMarked;
