package io.demarche.api.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

import io.demarche.core.delivery.Delivery;
import io.demarche.core.delivery.Dispatcher;
import io.demarche.core.event.EventStore;
import io.demarche.core.event.Update;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.rulebook.PartyLists;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.subscription.Filter;
import io.demarche.core.subscription.Subscription;
import org.jspecify.annotations.Nullable;

/** Owes stored events to a subscription once more, under their old ids, or for the first time if they are older than it. */
final class Replays {

    private static final int AT_ONCE = 200;

    private final EventStore events;
    private final Dispatcher dispatcher;
    private final Deliveries deliveries;
    private final Rulebook rulebook;
    private final Transactions transactions;

    Replays(
            EventStore events,
            Dispatcher dispatcher,
            Deliveries deliveries,
            Rulebook rulebook,
            Transactions transactions) {
        this.events = events;
        this.dispatcher = dispatcher;
        this.deliveries = deliveries;
        this.rulebook = rulebook;
        this.transactions = transactions;
    }

    /** The events flagged in that time that both the subscription and the filter want, in order. */
    List<String> wanted(Subscription subscription, Filter filter, Instant from, Instant to) {
        List<String> wanted = new ArrayList<>();
        EventStore.@Nullable Place last = null;
        List<EventStore.Place> places;
        do {
            places = events.flagged(from, to, last, AT_ONCE);
            for (EventStore.Place place : places) {
                last = place;
                if (wanted(subscription, filter, place.eventId()).isPresent()) {
                    wanted.add(place.eventId());
                }
            }
        } while (places.size() == AT_ONCE);
        return wanted;
    }

    private Optional<Update> wanted(Subscription subscription, Filter filter, String eventId) {
        PartyLists lists = rulebook.current().lists();
        return events.updates(eventId).stream()
                .filter(update -> Dispatcher.wants(subscription, update, lists) && filter.wants(update, lists))
                .findFirst();
    }

    /** Owes these events; returns how many were not under way already. */
    int run(
            Subscription subscription,
            Filter filter,
            List<String> eventIds,
            Duration lease,
            Instant now,
            IntConsumer progress) {
        int owed = 0;
        for (int done = 0; done < eventIds.size(); done++) {
            Optional<Update> update = wanted(subscription, filter, eventIds.get(done));
            owed += update.isPresent() && owe(subscription, update.get(), lease, now) ? 1 : 0;
            if ((done + 1) % AT_ONCE == 0) {
                progress.accept(done + 1);
            }
        }
        progress.accept(eventIds.size());
        return owed;
    }

    private boolean owe(Subscription subscription, Update update, Duration lease, Instant now) {
        String id = Delivery.idOf(update.event().id(), subscription, Delivery.FIRST);
        return transactions.inOne(() ->
                        dispatcher.owe(update, subscription, rulebook.current().lists(), now))
                || deliveries.release(id, "replayed by hand", lease, now);
    }
}
