/** Articles pushed over HTTP, read without being stored, and looked up. */
@NullMarked
package io.demarche.api.article;

import org.jspecify.annotations.NullMarked;
