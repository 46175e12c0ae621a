/**
 * Who wants which flagged events, and where they are to be sent.
 */
@NullMarked
package io.demarche.core.subscription;

import org.jspecify.annotations.NullMarked;
