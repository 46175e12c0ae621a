package io.demarche.core.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.demarche.core.article.Article;
import io.demarche.core.article.ContentId;
import io.demarche.core.rulebook.EarlierEvent;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Makes one event of the reports of one doing, unless somebody decided otherwise.
 *
 * <p>Reports belong together when a chain of reports links them with no gap longer than the window. That rule does not depend on
 * the order in which articles come in: a late article that closes the gap between two events makes them one.
 */
public final class EventMerger {

    private static final int MOST_EARLIER = 200;

    private final EventStore events;
    private final Duration window;

    /** Merges into that store; the window is the longest gap between two reports of one event. */
    public EventMerger(EventStore events, Duration window) {
        this.events = events;
        this.window = window;
    }

    /** Adds the reports to their events and returns, in their order, how each changed its event. */
    public List<Update> merge(List<Report> reports) {
        Set<Doing> doings = reports.stream().map(Report::doing).collect(Collectors.toSet());
        events.lock(doings);
        List<Update> updates = new ArrayList<>();
        for (Report report : reports) {
            FlaggedEvent founded = FlaggedEvent.foundedBy(report);
            List<FlaggedEvent> linked = events.of(report.doing()).stream()
                    .filter(event -> event.isTold(founded.firstToldAt(), window))
                    .toList();
            @Nullable FlaggedEvent before = nearest(linked, founded.firstToldAt());
            FlaggedEvent merged = before == null ? founded : before.with(founded);
            events.save(merged);
            for (FlaggedEvent other : linked) {
                if (!other.equals(before) && !events.areApart(other.id(), merged.id())) {
                    merged = absorbed(other, merged);
                    updates.removeIf(update -> update.event().id().equals(other.id()));
                }
            }
            if (events.add(merged.id(), report)) {
                updates.add(new Update(merged, before, report, events.outlets(merged.id())));
            }
        }
        return updates;
    }

    /** The first of these events; of those that somebody split the one that is told nearest to that time. */
    private @Nullable FlaggedEvent nearest(List<FlaggedEvent> linked, Instant at) {
        if (linked.isEmpty()) {
            return null;
        }
        FlaggedEvent first = linked.get(0);
        return linked.stream()
                .filter(event -> event.equals(first) || events.areApart(first.id(), event.id()))
                .min(Comparator.comparing(event -> event.distance(at)))
                .orElse(first);
    }

    private FlaggedEvent absorbed(FlaggedEvent other, FlaggedEvent into) {
        FlaggedEvent merged = into.with(other);
        events.save(merged);
        events.absorb(other.id(), merged.id());
        return merged;
    }

    /**
     * Makes one event part of another, of whatever doing, as somebody decided: what is told of its doing from now on is told of the other.
     *
     * @throws NoSuchElementException if there is no such event
     */
    public FlaggedEvent merge(String from, String into) {
        lock(from, into);
        return absorbed(event(from), event(into));
    }

    /**
     * Makes an event of its own of some reports of another, as somebody decided. The two stay apart: a report that is near to both is one of
     * the nearer.
     *
     * @throws NoSuchElementException if there is no such event
     */
    public FlaggedEvent split(String from, Set<String> articleIds) {
        lock(from);
        String id = ContentId.of("evt", from, String.join(" ", new TreeSet<>(articleIds)));
        return events.split(event(from).id(), articleIds, id);
    }

    private void lock(String... ids) {
        events.lock(Stream.of(ids).flatMap(id -> events.doings(id).stream()).collect(Collectors.toSet()));
    }

    private FlaggedEvent event(String id) {
        return events.find(id).orElseThrow(() -> new NoSuchElementException("there is no event " + id));
    }

    /** The events that were first told before the article, between the parties of its statements, and of which it does not tell. */
    public List<EarlierEvent> past(Article article, Reading reading) {
        Set<Doing> told = reading.statements().stream().map(Statement::doing).collect(Collectors.toSet());
        Set<Party> parties = told.stream()
                .flatMap(doing -> Stream.concat(doing.actor().stream(), doing.target().stream()))
                .collect(Collectors.toSet());
        Instant at = article.toldAt();
        return parties.isEmpty()
                ? List.of()
                : events.between(parties, at.minus(EarlierEvent.HORIZON), at, MOST_EARLIER).stream()
                        .filter(event -> !told.contains(event.doing()) || !event.isTold(at, window))
                        .map(FlaggedEvent::asEarlier)
                        .toList();
    }

    /** Whether the article's reports have these flags already, whatever revision raised them. */
    public boolean isInLine(Article article, List<Flag> flags) {
        Map<Doing, Set<List<Object>>> before = events.toldBy(article).stream()
                .collect(Collectors.toMap(
                        told -> told.report().doing(),
                        told -> said(told.report().flags())));
        Map<Doing, Set<List<Object>>> after = Report.of(article, flags).stream()
                .collect(Collectors.toMap(Report::doing, report -> said(report.flags())));
        return before.equals(after);
    }

    /**
     * Brings the article's reports in line with flags raised anew.
     *
     * @return the events that have a flag of this article that they did not have
     */
    public List<Update> correct(Article article, List<Flag> flags, int revision, Instant now) {
        Map<Doing, Report> anew = new LinkedHashMap<>();
        Report.of(article, flags).forEach(report -> anew.put(report.doing(), report));
        Set<Doing> doings = new LinkedHashSet<>(anew.keySet());
        events.toldBy(article).forEach(told -> doings.add(told.report().doing()));
        events.lock(doings);
        List<Update> gained = new ArrayList<>();
        for (EventStore.Told told : events.toldBy(article)) {
            List<Flag> before = told.report().flags();
            Report report = anew.remove(told.report().doing());
            List<Flag> after = report == null ? List.of() : report.flags();
            if (!said(before).equals(said(after))) {
                @Nullable FlaggedEvent old = find(told.report().doing(), told.eventId());
                FlaggedEvent event =
                        events.correct(new Correction(told.eventId(), article.id(), revision, now, before, after));
                if (report != null && !said(before).containsAll(said(after))) {
                    gained.add(new Update(event, old, report, events.outlets(event.id())));
                }
            }
            if (report != null && !report.statement().equals(told.report().statement())) {
                events.retell(told.eventId(), report);
            }
        }
        gained.addAll(merge(List.copyOf(anew.values())));
        return gained;
    }

    private @Nullable FlaggedEvent find(Doing doing, String id) {
        return events.of(doing).stream()
                .filter(event -> event.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static Set<List<Object>> said(List<Flag> flags) {
        return flags.stream()
                .map(flag -> List.<Object>of(flag.rule(), flag.kind(), flag.severity(), flag.because()))
                .collect(Collectors.toSet());
    }
}
