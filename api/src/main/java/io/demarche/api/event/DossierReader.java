package io.demarche.api.event;

import static io.demarche.api.store.Rows.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.demarche.api.event.Dossier.Open;
import io.demarche.api.event.Dossier.Standing;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the measures of two parties against each other stand. */
final class DossierReader {

    private static final int MOST_OPEN = 100;

    private final JdbcClient jdbc;

    DossierReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Told(String eventId, Move move, Status status, Instant at) {}

    /** By who takes it against whom; a summons does not last, and has no standing. */
    List<Standing> standings(String one, String other) {
        List<Standing> standings = new ArrayList<>();
        for (String actor : new TreeSet<>(List.of(one, other))) {
            String target = actor.equals(one) ? other : one;
            for (Measure measure : EnumSet.complementOf(EnumSet.of(Measure.SUMMONS))) {
                standing(actor, target, measure).ifPresent(standings::add);
            }
        }
        return standings;
    }

    private Optional<Standing> standing(String actor, String target, Measure measure) {
        List<Told> adopted = latest(actor, target, measure, Instant.EPOCH, EnumSet.of(Status.ADOPTED), 1);
        @Nullable Told last = adopted.isEmpty() ? null : adopted.get(0);
        List<Open> open = new ArrayList<>();
        latest(
                        actor,
                        target,
                        measure,
                        last == null ? Instant.EPOCH : last.at(),
                        EnumSet.of(Status.PROPOSED, Status.URGED, Status.CONSIDERED),
                        MOST_OPEN)
                .forEach(event -> open.add(0, new Open(event.eventId(), event.move(), event.status(), event.at())));
        return last == null && open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Standing(
                        actor,
                        target,
                        measure,
                        last == null ? null : last.move(),
                        last == null ? null : last.at(),
                        last == null ? null : last.eventId(),
                        open));
    }

    /** The latest events told after that time, the latest first. */
    private List<Told> latest(
            String actor, String target, Measure measure, Instant after, Set<Status> statuses, int limit) {
        return jdbc.sql("""
                        select e.id as event_id, e.move, e.status, e.first_told_at as at from event_pair p join event e on e.id = p.event_id
                        where p.actor = :actor and p.target = :target and p.first_told_at > :after
                        and p.measure = :measure and p.status in (:statuses) and e.report_count > 0
                        order by p.actor, p.target, p.measure, p.first_told_at desc, p.event_id desc limit :limit""")
                .param("actor", actor)
                .param("target", target)
                .param("after", time(after))
                .param("measure", measure.name())
                .param("statuses", statuses.stream().map(Enum::name).toList())
                .param("limit", limit)
                .query((row, number) -> new Told(
                        row.getString("event_id"),
                        Move.valueOf(row.getString("move")),
                        Status.valueOf(row.getString("status")),
                        time(row, "at")))
                .list();
    }
}
