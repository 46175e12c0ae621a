/** Subscriptions to webhooks. */
@NullMarked
package io.demarche.api.subscription;

import org.jspecify.annotations.NullMarked;
