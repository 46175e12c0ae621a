/**
 * The straight line: save, read, evaluate, merge, and owe deliveries, in one transaction.
 */
@NullMarked
package io.demarche.core.pipeline;

import org.jspecify.annotations.NullMarked;
