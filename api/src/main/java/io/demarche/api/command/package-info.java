/** The command line. */
@NullMarked
package io.demarche.api.command;

import org.jspecify.annotations.NullMarked;
