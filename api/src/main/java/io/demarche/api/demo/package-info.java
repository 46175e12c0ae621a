/** The line shown whole, on bundled articles, over loopback. */
@NullMarked
package io.demarche.api.demo;

import org.jspecify.annotations.NullMarked;
