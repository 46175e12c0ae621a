/**
 * What comes in: an article, as cleaned, and where it was published. Articles never change.
 */
@NullMarked
package io.demarche.core.article;

import org.jspecify.annotations.NullMarked;
