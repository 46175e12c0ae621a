/** Requests that may be sent again without doing anything again: they bear a key, and their answers are kept by it. */
@NullMarked
package io.demarche.api.idempotency;

import org.jspecify.annotations.NullMarked;
