package io.demarche.core.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.demarche.core.article.Article;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Party;

/** Events in memory, for tests of one thread. */
public final class InMemoryEventStore implements EventStore {

    public final Map<String, FlaggedEvent> events = new HashMap<>();
    public final Map<String, List<String>> articles = new TreeMap<>();
    public final List<Correction> corrections = new ArrayList<>();
    private final Map<String, Map<String, Report>> reports = new TreeMap<>();
    public final Map<String, String> absorbed = new HashMap<>();

    @Override
    public void lock(Collection<Doing> doings) {}

    @Override
    public List<FlaggedEvent> of(Doing doing) {
        return events.values().stream()
                .filter(event -> event.doing().equals(doing))
                .sorted(Comparator.comparing(FlaggedEvent::firstToldAt))
                .toList();
    }

    @Override
    public List<FlaggedEvent> between(Collection<Party> parties, Instant from, Instant to, int limit) {
        return events.values().stream()
                .filter(event -> event.doing().actor().stream().anyMatch(parties::contains)
                        && event.doing().target().stream().anyMatch(parties::contains))
                .filter(event -> !event.firstToldAt().isBefore(from)
                        && event.firstToldAt().isBefore(to))
                .sorted(Comparator.comparing(FlaggedEvent::firstToldAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public void save(FlaggedEvent event) {
        events.put(event.id(), event);
    }

    @Override
    public void add(String eventId, Report report) {
        List<String> ids = articles.computeIfAbsent(eventId, id -> new ArrayList<>());
        if (!ids.contains(report.article().id())) {
            ids.add(report.article().id());
            reports.computeIfAbsent(eventId, id -> new TreeMap<>())
                    .put(report.article().id(), report);
        }
    }

    @Override
    public int outlets(String eventId) {
        return articles.get(eventId).size();
    }

    @Override
    public void absorb(String from, String into) {
        events.remove(from);
        articles.get(into).addAll(articles.remove(from));
        absorbed.put(from, into);
        reports.get(into).putAll(reports.remove(from));
    }

    @Override
    public List<Place> latest(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Place> flagged(Instant from, Instant to, Place after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Update> updates(String eventId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Told> toldBy(Article article) {
        return reports.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(article.id()))
                .map(entry -> new Told(entry.getKey(), entry.getValue().get(article.id())))
                .toList();
    }

    @Override
    public void retell(String eventId, Report report) {
        reports.get(eventId).put(report.article().id(), report);
    }

    @Override
    public FlaggedEvent correct(Correction correction) {
        corrections.add(correction);
        Map<String, Report> told = reports.get(correction.eventId());
        Report old = told.remove(correction.articleId());
        articles.get(correction.eventId()).remove(correction.articleId());
        if (!correction.after().isEmpty()) {
            add(correction.eventId(), new Report(old.article(), old.statement(), correction.after()));
        }
        FlaggedEvent before = events.get(correction.eventId());
        FlaggedEvent after = told.values().stream()
                .map(FlaggedEvent::foundedBy)
                .reduce(FlaggedEvent::with)
                .orElse(before);
        FlaggedEvent event = new FlaggedEvent(
                before.id(),
                before.doing(),
                told.isEmpty() ? new TreeSet<>() : after.kinds(),
                after.severity(),
                after.firstToldAt(),
                after.lastToldAt());
        save(event);
        return event;
    }
}
