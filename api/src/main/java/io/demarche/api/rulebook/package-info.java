/** Which rulebook is in force. */
@NullMarked
package io.demarche.api.rulebook;

import org.jspecify.annotations.NullMarked;
