/**
 * What makes a statement worth telling: rules, their revisions, and the flags they raise.
 */
@NullMarked
package io.demarche.core.rulebook;

import org.jspecify.annotations.NullMarked;
