package io.demarche.api.event;

/** A feature that knows another, so that a test sees the rule against it fail. */
final class Violation {

    static final Class<?> KNOWS_ANOTHER_FEATURE = io.demarche.api.subscription.SubscriptionConfiguration.class;

    private Violation() {}
}
