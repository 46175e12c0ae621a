package io.demarche.api.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.demarche.api.json.EventJson;
import io.demarche.api.web.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of an event that are asked for.
 *
 * @param names those of the table's columns; all of them unless some are asked for
 */
record EventFields(Set<String> names) {

    /** The fields of these names, in their order. */
    static EventFields parse(@Nullable List<String> asked) {
        Set<String> names = new LinkedHashSet<>(asked == null ? List.of() : asked);
        for (String name : names) {
            if (!EventTable.head().contains(name)) {
                throw new InvalidRequestException(
                        "fields",
                        "must be fields of an event (" + String.join(", ", EventTable.head()) + "), found '" + name
                                + "'");
            }
        }
        return new EventFields(names.isEmpty() ? new LinkedHashSet<>(EventTable.head()) : names);
    }

    /** The event with no other fields. */
    Object of(EventJson event, JsonMapper json) {
        return names.size() == EventTable.head().size()
                ? event
                : json.<ObjectNode>valueToTree(event).retain(names);
    }
}
