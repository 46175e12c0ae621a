/** The domain as JSON, with the field names of the event model: one converter, at this border. */
@NullMarked
package io.demarche.api.json;

import org.jspecify.annotations.NullMarked;
