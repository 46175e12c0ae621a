package io.demarche.api.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.demarche.api.json.EventJson;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Events as a table, one a row (CSV by RFC 4180, in UTF-8). What has several values has them in one field, separated by spaces. */
final class EventTable {

    private static final Map<String, Function<EventJson, @Nullable Object>> COLUMNS = columns();

    private final CSVPrinter printer;

    /** A table that is written there, its head first. */
    EventTable(Writer out) throws IOException {
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(COLUMNS.keySet());
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
        columns.put("firstToldAt", EventJson::firstToldAt);
        columns.put("lastToldAt", EventJson::lastToldAt);
        columns.put("reportCount", EventJson::reportCount);
        return columns;
    }

    static List<String> head() {
        return List.copyOf(COLUMNS.keySet());
    }

    void row(EventJson event) {
        try {
            printer.printRecord(
                    COLUMNS.values().stream().map(column -> column.apply(event)).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
