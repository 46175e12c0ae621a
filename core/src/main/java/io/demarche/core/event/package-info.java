/**
 * Flags about the same doing, from one or many articles, become one flagged event.
 */
@NullMarked
package io.demarche.core.event;

import org.jspecify.annotations.NullMarked;
