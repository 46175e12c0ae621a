/** Webhooks: what is owed, the sender, and the loop that pays. */
@NullMarked
package io.demarche.api.delivery;

import org.jspecify.annotations.NullMarked;
