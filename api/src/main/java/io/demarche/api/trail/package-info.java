/** The line as it is walked, step by step, in the log. */
@NullMarked
package io.demarche.api.trail;

import org.jspecify.annotations.NullMarked;
