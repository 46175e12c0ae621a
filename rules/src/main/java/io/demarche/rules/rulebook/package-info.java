/**
 * Rule text to flags. Drools' own parser gives the syntax tree of DRL; an allow-list says what may stand in it; a small parser reads
 * the constraints, which that tree holds as raw text; and the result goes to Drools' canonical model with our own predicate objects.
 * No class is generated and no expression interpreted, so there is nothing that a rule could escape from.
 */
@NullMarked
package io.demarche.rules.rulebook;

import org.jspecify.annotations.NullMarked;
