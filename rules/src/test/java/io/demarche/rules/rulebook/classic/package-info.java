/** Facts for classic Drools, with the names and fields that rules use; and its own run of a rule text. */
@NullMarked
package io.demarche.rules.rulebook.classic;

import org.jspecify.annotations.NullMarked;
