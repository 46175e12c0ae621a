/**
 * One event owed to one subscription, and the HTTP tries made to pay the debt.
 */
@NullMarked
package io.demarche.core.delivery;

import org.jspecify.annotations.NullMarked;
