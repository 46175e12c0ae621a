package io.demarche.core.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.demarche.core.article.ContentId;
import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.event.Update;
import io.demarche.core.rulebook.PartyLists;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.subscription.Silence;
import io.demarche.core.subscription.Subscription;
import io.demarche.core.subscription.Timing;
import io.demarche.core.subscription.Topic;

/** Decides what is owed to whom, and when it is due. Nothing is sent here. */
public final class Dispatcher {

    private final DeliveryStore deliveries;
    private final PayloadWriter payloads;

    /** Owes in that store what that writer writes. */
    public Dispatcher(DeliveryStore deliveries, PayloadWriter payloads) {
        this.deliveries = deliveries;
        this.payloads = payloads;
    }

    /** Owes the updates to the subscriptions that want them, in the order of ids, so that no two callers wait for each other. */
    public void dispatch(Collection<Update> updates, List<Subscription> subscriptions, PartyLists lists, Instant now) {
        List<Subscription> inOrder = subscriptions.stream()
                .sorted(Comparator.comparing(Subscription::id))
                .toList();
        for (Subscription subscription : inOrder) {
            for (Update update : updates) {
                if (wants(subscription, update, lists)) {
                    dispatch(update, subscription, lists, now);
                }
            }
        }
    }

    /** Whether the subscription wants to hear of that event at all. */
    public static boolean wants(Subscription subscription, Update update, PartyLists lists) {
        return subscription.topic() == Topic.EVENTS && subscription.filter().wants(update, lists);
    }

    private void dispatch(Update update, Subscription subscription, PartyLists lists, Instant now) {
        State state = state(update, subscription, lists, now);
        if (owe(update, subscription, Delivery.FIRST, state, now)) {
            return;
        }
        for (String occasion : subscription.terms().updates().occasions(update)) {
            if (owe(update, subscription, occasion, state, now)) {
                return;
            }
        }
    }

    /** Owes the event to the subscription as if it were told for the first time; false if it is owed or was paid already. */
    public boolean owe(Update update, Subscription subscription, PartyLists lists, Instant now) {
        return owe(update, subscription, Delivery.FIRST, state(update, subscription, lists, now), now);
    }

    private boolean owe(Update update, Subscription subscription, String occasion, State state, Instant now) {
        FlaggedEvent event = update.event();
        return deliveries.owe(
                new DeliveryStore.Debt(
                        Delivery.idOf(event.id(), subscription, occasion),
                        subscription,
                        event.id(),
                        dyad(event, subscription),
                        () -> payloads.event(subscription, update, occasion, now)),
                state,
                now);
    }

    /** The state of what is to be told without delay: due, or kept for who fetches what is owed. */
    public static State atOnce(Subscription subscription, Instant now) {
        return subscription.url() == null
                ? new State.Held(now, "the subscription has no URL; the subscriber fetches it")
                : new State.Due(now);
    }

    private static State state(Update update, Subscription subscription, PartyLists lists, Instant now) {
        if (subscription.url() == null) {
            return atOnce(subscription, now);
        }
        Optional<Instant> silent = subscription.terms().silences().stream()
                .filter(silence ->
                        silence.until().isAfter(now) && silence.filter().wants(update, lists))
                .map(Silence::until)
                .findFirst();
        if (silent.isPresent()) {
            return new State.Held(now, "silenced until " + silent.get());
        }
        Severity severity = update.event().severity();
        Timing timing = subscription.terms().timing();
        return timing.digestEnd(severity, now)
                .<State>map(State.Gathered::new)
                .orElseGet(() -> new State.Due(timing.dueAt(severity, now)));
    }

    /** The pair of parties, whoever acts on whom: an answer comes after what it answers. */
    private static String dyad(FlaggedEvent event, Subscription subscription) {
        String one = event.doing().actor().toString();
        String other = event.doing().target().toString();
        return one.compareTo(other) <= 0
                ? ContentId.of("dyd", subscription.id(), one, other)
                : ContentId.of("dyd", subscription.id(), other, one);
    }
}
