/** What all stores have in common: transactions, and times in rows. */
@NullMarked
package io.demarche.api.store;

import org.jspecify.annotations.NullMarked;
