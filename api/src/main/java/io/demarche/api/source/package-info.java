/** Sources that are watched, and the loop that collects from them. */
@NullMarked
package io.demarche.api.source;

import org.jspecify.annotations.NullMarked;
