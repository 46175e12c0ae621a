/**
 * The English reader. What is about words lies in text files of the lexicon; what is about grammar in small classes: an
 * {@link io.demarche.rules.reading.english.ActionFinder action} is a head and the object it is done to; who, how far along, when and
 * how many are then asked around it.
 */
@NullMarked
package io.demarche.rules.reading.english;

import org.jspecify.annotations.NullMarked;
