package io.demarche.api.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.demarche.api.json.EventJson;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Events as a table, one a row (CSV by RFC 4180, in UTF-8). What has several values has them in one field, separated by spaces. */
final class EventTable {

    private static final Map<String, Function<EventJson, @Nullable Object>> COLUMNS = columns();

    private final CSVPrinter printer;
    private final List<Function<EventJson, @Nullable Object>> columns;

    /** A table of these fields that is written there, its head first. */
    EventTable(EventFields fields, Writer out) throws IOException {
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        this.columns = fields.names().stream().map(COLUMNS::get).toList();
        printer.printRecord(fields.names());
    }

    private static Map<String, Function<EventJson, @Nullable Object>> columns() {
        Map<String, Function<EventJson, @Nullable Object>> columns = new LinkedHashMap<>();
        columns.put("id", EventJson::id);
        columns.put("kinds", event -> String.join(" ", event.kinds()));
        columns.put("severity", EventJson::severity);
        columns.put("measure", EventJson::measure);
        columns.put("move", EventJson::move);
        columns.put("status", EventJson::status);
        columns.put("actor", event -> String.join(" ", event.actor()));
        columns.put("target", event -> String.join(" ", event.target()));
        columns.put("mutual", EventJson::mutual);
        columns.put("cameo", EventJson::cameo);
        columns.put("plover", EventJson::plover);
        columns.put("actorAlpha2", event -> String.join(" ", event.actorAlpha2()));
        columns.put("targetAlpha2", event -> String.join(" ", event.targetAlpha2()));
        columns.put("firstToldAt", EventJson::firstToldAt);
        columns.put("lastToldAt", EventJson::lastToldAt);
        columns.put("flaggedAt", event -> reports(event).flaggedAt());
        columns.put("reportCount", event -> reports(event).reportCount());
        columns.put("confidence", event -> reports(event).confidence());
        columns.put("people", event -> reports(event).people());
        columns.put("background", event -> reports(event).background());
        return columns;
    }

    private static EventJson.Reports reports(EventJson event) {
        return Objects.requireNonNull(event.reports());
    }

    static List<String> head() {
        return List.copyOf(COLUMNS.keySet());
    }

    void row(EventJson event) {
        try {
            printer.printRecord(
                    columns.stream().map(column -> column.apply(event)).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
