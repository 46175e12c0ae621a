/**
 * Articles to statements. What is common to languages is here: tokens, sentences, phrases; each language has a package of its own and
 * no word of it stands outside.
 */
@NullMarked
package io.demarche.rules.reading;

import org.jspecify.annotations.NullMarked;
