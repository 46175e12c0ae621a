/** Archives of the web, taken in as a whole. */
@NullMarked
package io.demarche.api.archive;

import org.jspecify.annotations.NullMarked;
