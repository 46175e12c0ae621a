/** One HTTP GET to somebody else's server: bounded in time and size, conditional, and never an exception. */
@NullMarked
package io.demarche.ingest.fetch;

import org.jspecify.annotations.NullMarked;
