package io.demarche.api.demo;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/** An event on one line. */
final class Lines {

    private Lines() {}

    static String of(JsonNode event) {
        return "%-8s %-20s %s %s %s  %s %s %s"
                .formatted(
                        text(event, "severity"),
                        joined(event.get("kinds")),
                        text(event, "measure"),
                        text(event, "move"),
                        text(event, "status"),
                        joined(event.get("actor")),
                        event.get("mutual").asBoolean() ? "<->" : "->",
                        joined(event.get("target")));
    }

    private static String text(JsonNode event, String field) {
        return event.get(field).asString();
    }

    private static String joined(JsonNode list) {
        return list.isEmpty()
                ? "?"
                : StreamSupport.stream(list.spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(","));
    }
}
