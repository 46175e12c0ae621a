package io.demarche.api.event;

import static io.demarche.api.store.Rows.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.demarche.api.event.Dossier.Open;
import io.demarche.api.event.Dossier.Standing;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the measures of two parties against each other stand. */
final class DossierReader {

    private final JdbcClient jdbc;

    DossierReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Side(String actor, String target, Measure measure) {}

    private record Told(Side side, Move move, Status status, Instant at, String eventId) {}

    /** By who takes it against whom; a summons does not last, and has no standing. */
    List<Standing> standings(String one, String other) {
        Map<Side, List<Told>> told = new LinkedHashMap<>();
        jdbc.sql("""
                        select e.id, e.measure, e.move, e.status, e.first_told_at, a.party as actor, t.party as target from event e
                        join event_party a on a.event_id = e.id and a.side = 'ACTOR' and a.party in (:parties)
                        join event_party t on t.event_id = e.id and t.side = 'TARGET' and t.party in (:parties) and t.party <> a.party
                        where e.report_count > 0 and e.measure <> 'SUMMONS'
                        order by a.party, t.party, e.measure, e.first_told_at, e.id""")
                .param("parties", List.of(one, other))
                .query((row, number) -> new Told(
                        new Side(
                                row.getString("actor"),
                                row.getString("target"),
                                Measure.valueOf(row.getString("measure"))),
                        Move.valueOf(row.getString("move")),
                        Status.valueOf(row.getString("status")),
                        time(row, "first_told_at"),
                        row.getString("id")))
                .list()
                .forEach(event -> told.computeIfAbsent(event.side(), side -> new ArrayList<>())
                        .add(event));
        return told.entrySet().stream()
                .map(entry -> standing(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Standing standing(Side side, List<Told> events) {
        @Nullable Told last = null;
        List<Open> open = new ArrayList<>();
        for (Told event : events) {
            if (event.status() == Status.ADOPTED) {
                last = event;
                open.clear();
            } else if (event.status() != Status.REJECTED) {
                open.add(new Open(event.eventId(), event.move(), event.status(), event.at()));
            }
        }
        return new Standing(
                side.actor(),
                side.target(),
                side.measure(),
                last == null ? null : last.move(),
                last == null ? null : last.at(),
                last == null ? null : last.eventId(),
                open);
    }
}
