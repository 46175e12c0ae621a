package io.demarche.core.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Party;

/** Events in memory, for tests of one thread. */
public final class InMemoryEventStore implements EventStore {

    public final Map<String, FlaggedEvent> events = new HashMap<>();
    public final Map<String, List<String>> articles = new TreeMap<>();
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
        }
    }

    @Override
    public void absorb(String from, String into) {
        events.remove(from);
        articles.get(into).addAll(articles.remove(from));
        absorbed.put(from, into);
    }
}
