package io.demarche.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class PostingTest {

    private static final List<Posting> POSTINGS = List.of(
            Posting.dyad("POL", "RUS").get(0).get(0),
            new Posting("event_party", new TreeMap<>(Map.of("party", "POL", "side", "ACTOR")), "", Set.of()),
            new Posting("event_kind", Map.of("kind", "sanctions-lift-proposed"), "", Set.of()),
            new Posting("event_outlet", Map.of("outlet_key", "example.org"), "", Set.of()),
            new Posting("event", Map.of("severity", "CRITICAL"), "", Set.of()));

    @TempDir
    private Path folder;

    /** The embedded database goes along an index of every posting, from either end, rather than put all of its events in order. */
    @Test
    void thereIsAnIndexInEitherOrder() {
        MigratedDatabase.copyTo(folder);
        String url = "jdbc:h2:file:" + folder.resolve("demarche") + MigratedDatabase.EMBEDDED;
        SingleConnectionDataSource database = new SingleConnectionDataSource(url, "demarche", "", true);
        try {
            JdbcClient jdbc = JdbcClient.create(database);
            fill(jdbc);
            for (Posting posting : POSTINGS) {
                for (EventOrder.By by : List.of(EventOrder.By.FLAGGED, EventOrder.By.FIRST_TOLD)) {
                    for (boolean descending : new boolean[] {true, false}) {
                        EventOrder order = new EventOrder(by, descending);
                        assertThat(plan(jdbc, posting, order))
                                .as("%s by %s", posting.table(), order)
                                .contains("/* index sorted */");
                    }
                }
            }
        } finally {
            database.destroy();
        }
    }

    private static String plan(JdbcClient jdbc, Posting posting, EventOrder order) {
        return jdbc.sql("explain select e.* from " + EventSearch.from(List.of(posting)) + " where " + EventSearch.TOLD
                        + " and " + posting.condition("d0") + " order by " + posting.ordered(order, "d0") + " limit 50")
                .params(posting.parameters("d0"))
                .query(String.class)
                .single();
    }

    /** A database plans by how many rows there are: a thousand events that are alike but for their time. */
    private static void fill(JdbcClient jdbc) {
        String event = "cast(x as varchar)";
        String at = "dateadd(hour, x, timestamp with time zone '2020-01-01 00:00:00+00')";
        String rows = " from system_range(1, 1000) as r(x)";
        jdbc.sql("set referential_integrity false").update();
        jdbc.sql(
                        "insert into event (id, doing_key, doing, measure, move, status, severity, first_told_at, last_told_at, flagged_at, report_count)"
                                + " select " + event + ", 'k', '{}', 'SANCTIONS', 'LIFT', 'PROPOSED', 'CRITICAL', " + at
                                + ", " + at + ", " + at + ", 1" + rows)
                .update();
        jdbc.sql("insert into event_pair (event_id, actor, target, flagged_at, first_told_at, measure, status) select "
                        + event + ", 'POL', 'RUS', " + at + ", " + at + ", 'SANCTIONS', 'PROPOSED'" + rows)
                .update();
        jdbc.sql("insert into event_party (event_id, side, party, flagged_at, first_told_at) select " + event
                        + ", 'ACTOR', 'POL', " + at + ", " + at + rows)
                .update();
        jdbc.sql("insert into event_kind (event_id, kind, flagged_at, first_told_at) select " + event
                        + ", 'sanctions-lift-proposed', " + at + ", " + at + rows)
                .update();
        jdbc.sql("insert into event_outlet (event_id, outlet_key, flagged_at, first_told_at) select " + event
                        + ", 'example.org', " + at + ", " + at + rows)
                .update();
        jdbc.sql("analyze").update();
    }
}
