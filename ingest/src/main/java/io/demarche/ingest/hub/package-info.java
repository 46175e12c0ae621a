/** Hubs that announce changes of feeds (WebSub, W3C Recommendation of 2018). */
@NullMarked
package io.demarche.ingest.hub;

import org.jspecify.annotations.NullMarked;
