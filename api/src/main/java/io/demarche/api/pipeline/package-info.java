/** The wiring of the straight line. */
@NullMarked
package io.demarche.api.pipeline;

import org.jspecify.annotations.NullMarked;
