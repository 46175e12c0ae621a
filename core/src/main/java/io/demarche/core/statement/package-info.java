/**
 * What an article says: who takes, or might take, which measure against whom, how far along it is, and the words that say so.
 */
@NullMarked
package io.demarche.core.statement;

import org.jspecify.annotations.NullMarked;
