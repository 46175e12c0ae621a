/** Flagged events: their store and the queries on them. */
@NullMarked
package io.demarche.api.event;

import org.jspecify.annotations.NullMarked;
