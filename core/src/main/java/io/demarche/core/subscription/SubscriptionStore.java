package io.demarche.core.subscription;

import java.util.List;
import java.util.Optional;

/** Where subscriptions are kept. */
public interface SubscriptionStore {

    /** Keeps a new subscription. */
    void add(Subscription subscription);

    /** Keeps the subscription in place of what was kept under its id; whether there was one. */
    boolean change(Subscription subscription);

    /** All subscriptions, the oldest first. */
    List<Subscription> all();

    /** The subscription of that id. */
    Optional<Subscription> find(String id);

    /** Ends the subscription and what is owed to it; whether there was one. */
    boolean remove(String id);
}
