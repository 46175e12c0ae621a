package io.demarche.core.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.demarche.core.article.Article;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Party;
import org.jspecify.annotations.Nullable;

/** Where flagged events and their reports are kept. */
public interface EventStore {

    /**
     * Keeps everybody else from merging events of these doings until the transaction ends. Two callers that lock several doings
     * do not wait for each other for ever.
     */
    void lock(Collection<Doing> doings);

    /** All events that tell of that doing, the earliest told first. */
    List<FlaggedEvent> of(Doing doing);

    /** The event of that id. */
    Optional<FlaggedEvent> find(String eventId);

    /** The doings that an event tells of: its own, and those of events of other doings that became part of it. */
    List<Doing> doings(String eventId);

    /** The latest events first told in that time ({@code to} is not included) with an actor and a target among those parties. */
    List<FlaggedEvent> between(Collection<Party> parties, Instant from, Instant to, int limit);

    /** Keeps the event, in place of an earlier state of it. */
    void save(FlaggedEvent event);

    /**
     * Adds the report to the event; a report of the same article that is there already stays as it is.
     *
     * @return whether there was none
     */
    boolean add(String eventId, Report report);

    /** How many different outlets tell of the event; an article without one counts as one of its own. */
    int outlets(String eventId);

    /**
     * Makes one event part of another: moves its reports, but for those of articles that tell of the other already, has the other tell of
     * its doings and stay apart from what it stayed apart from, and makes its id lead there.
     */
    void absorb(String from, String into);

    /** Takes the reports of these articles out of an event into a new one with that id and the same doings, and keeps the two apart. */
    FlaggedEvent split(String eventId, Set<String> articleIds, String newId);

    /** Whether these two were split, so that no report makes one of them. */
    boolean areApart(String one, String other);

    /** Where an event stands among all of them, in the order in which they were flagged. */
    record Place(Instant flaggedAt, String eventId) {}

    /** The events that were flagged last, the last first. */
    List<Place> latest(int limit);

    /** Events flagged in that time ({@code to} is not included), in order, after that place if one is given. */
    List<Place> flagged(Instant from, Instant to, @Nullable Place after, int limit);

    /** The event as it is now, as each of its first 100 reports tells of it, in their order; empty if there is none. */
    List<Update> updates(String eventId);

    /** A report, and the event that holds it. */
    record Told(String eventId, Report report) {}

    /** The reports of that article. */
    List<Told> toldBy(Article article);

    /** Keeps what the report of that article says now, in words and places; its flags are as they were. */
    void retell(String eventId, Report report);

    /**
     * Gives a report other flags, or takes it out of its event if there are none, keeps the correction, and returns the event as its
     * remaining reports make it. An event without a report has no kind and is found no more, but may be told of again.
     */
    FlaggedEvent correct(Correction correction);
}
