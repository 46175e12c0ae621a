/** Full text of the articles that events were flagged for: what is asked of it, and the two places where it is searched. */
@NullMarked
package io.demarche.api.text;

import org.jspecify.annotations.NullMarked;
