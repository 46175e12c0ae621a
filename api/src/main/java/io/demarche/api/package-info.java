/** The application. */
@NullMarked
package io.demarche.api;

import org.jspecify.annotations.NullMarked;
