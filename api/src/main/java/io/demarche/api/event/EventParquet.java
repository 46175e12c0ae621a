package io.demarche.api.event;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.TimeUnit;
import io.demarche.api.json.EventJson;
import org.jspecify.annotations.Nullable;

/**
 * Events as an Apache Parquet file, compressed with Snappy, with the columns of the table; kinds and parties are lists, times are
 * microseconds in UTC. What is written is held until there are 4 MB of it, which become a row group.
 */
final class EventParquet {

    static final String TYPE = "application/vnd.apache.parquet";

    private static final long ROW_GROUP_BYTES = 4L << 20;

    private EventParquet() {}

    /** Gives events, one by one. */
    interface Events {

        /** Gives each of them. */
        void each(Consumer<EventJson> use);
    }

    /** A row of the file. */
    private record Row(
            String id,
            List<String> kinds,
            String severity,
            String measure,
            String move,
            String status,
            List<String> actor,
            List<String> target,
            boolean mutual,
            @Nullable String cameo,
            @Nullable String plover,
            List<String> actorAlpha2,
            List<String> targetAlpha2,
            Instant firstToldAt,
            Instant lastToldAt,
            Instant flaggedAt,
            int reportCount,
            double confidence,
            @Nullable Integer people,
            boolean background) {

        private static Row of(EventJson event) {
            EventJson.Reports reports = Objects.requireNonNull(event.reports());
            return new Row(
                    event.id(),
                    List.copyOf(event.kinds()),
                    event.severity().name(),
                    event.measure().name(),
                    event.move().name(),
                    event.status().name(),
                    event.actor(),
                    event.target(),
                    event.mutual(),
                    event.cameo(),
                    event.plover(),
                    event.actorAlpha2(),
                    event.targetAlpha2(),
                    event.firstToldAt(),
                    event.lastToldAt(),
                    reports.flaggedAt(),
                    reports.reportCount(),
                    reports.confidence(),
                    reports.people(),
                    reports.background());
        }
    }

    static void write(Events events, OutputStream out) throws IOException {
        try (CarpetWriter<Row> rows = new CarpetWriter.Builder<>(out, Row.class)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withDefaultTimeUnit(TimeUnit.MICROS)
                .build()) {
            events.each(event -> {
                try {
                    rows.write(Row.of(event));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
