package io.demarche.core.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.demarche.core.article.Article;
import io.demarche.core.rulebook.EarlierEvent;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Makes one event of the reports of one doing.
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
            FlaggedEvent first = linked.isEmpty() ? founded : linked.get(0);
            FlaggedEvent merged = linked.stream().skip(1).reduce(first.with(founded), FlaggedEvent::with);
            events.save(merged);
            linked.stream().skip(1).forEach(other -> {
                events.absorb(other.id(), merged.id());
                updates.removeIf(update -> update.event().id().equals(other.id()));
            });
            events.add(merged.id(), report);
            updates.add(
                    new Update(merged, linked.isEmpty() ? null : linked.get(0), report, events.outlets(merged.id())));
        }
        return updates;
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
