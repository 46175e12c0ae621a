/** What all doors over HTTP have in common: problems, limits, times, paging. */
@NullMarked
package io.demarche.api.web;

import org.jspecify.annotations.NullMarked;
