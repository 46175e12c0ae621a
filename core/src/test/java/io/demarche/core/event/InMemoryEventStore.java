package io.demarche.core.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Map<String, List<Doing>> furtherDoings = new HashMap<>();
    private final Set<Set<String>> apart = new HashSet<>();

    @Override
    public void lock(Collection<Doing> doings) {}

    @Override
    public Optional<FlaggedEvent> find(String eventId) {
        return Optional.ofNullable(events.get(eventId));
    }

    @Override
    public List<Doing> doings(String eventId) {
        List<Doing> all = new ArrayList<>(List.of(events.get(eventId).doing()));
        all.addAll(furtherDoings.getOrDefault(eventId, List.of()));
        return all;
    }

    @Override
    public List<FlaggedEvent> of(Doing doing) {
        return events.values().stream()
                .filter(event -> doings(event.id()).contains(doing))
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
    public boolean add(String eventId, Report report) {
        List<String> ids = articles.computeIfAbsent(eventId, id -> new ArrayList<>());
        boolean isNew = !ids.contains(report.article().id());
        if (isNew) {
            ids.add(report.article().id());
            reports.computeIfAbsent(eventId, id -> new TreeMap<>())
                    .put(report.article().id(), report);
        }
        return isNew;
    }

    @Override
    public int outlets(String eventId) {
        return articles.get(eventId).size();
    }

    @Override
    public void absorb(String from, String into) {
        List<Doing> known = doings(into);
        doings(from).stream()
                .filter(doing -> !known.contains(doing))
                .forEach(doing -> furtherDoings
                        .computeIfAbsent(into, id -> new ArrayList<>())
                        .add(doing));
        events.remove(from);
        articles.remove(from).stream()
                .filter(id -> !articles.get(into).contains(id))
                .forEach(articles.get(into)::add);
        absorbed.put(from, into);
        reports.remove(from).forEach(reports.get(into)::putIfAbsent);
        Set.copyOf(apart).stream()
                .filter(pair -> pair.contains(from))
                .flatMap(pair -> pair.stream().filter(id -> !id.equals(from) && !id.equals(into)))
                .forEach(other -> apart.add(Set.of(into, other)));
    }

    @Override
    public FlaggedEvent split(String eventId, Set<String> articleIds, String newId) {
        FlaggedEvent whole = events.get(eventId);
        furtherDoings.put(newId, furtherDoings.getOrDefault(eventId, List.of()));
        articleIds.forEach(id -> {
            articles.get(eventId).remove(id);
            add(newId, reports.get(eventId).remove(id));
        });
        save(counted(whole, eventId));
        save(counted(whole, newId));
        apart.add(Set.of(eventId, newId));
        return events.get(newId);
    }

    private FlaggedEvent counted(FlaggedEvent whole, String id) {
        FlaggedEvent told = reports.get(id).values().stream()
                .map(FlaggedEvent::foundedBy)
                .reduce(FlaggedEvent::with)
                .orElseThrow();
        return new FlaggedEvent(
                id, whole.doing(), told.kinds(), told.severity(), told.firstToldAt(), told.lastToldAt());
    }

    @Override
    public boolean areApart(String one, String other) {
        return apart.contains(Set.of(one, other));
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
