/** Which addresses requests may go to. */
@NullMarked
package io.demarche.api.network;

import org.jspecify.annotations.NullMarked;
