package io.demarche.core.delivery;

import java.time.Instant;
import java.util.List;

import io.demarche.core.event.Update;
import io.demarche.core.subscription.Subscription;

/** Writes what receivers are sent. */
public interface PayloadWriter {

    /** An event as a report tells of it, in the form that the subscription asks for. */
    Payload event(Subscription subscription, Update update, String occasion, Instant now);

    /** What the single payloads say, in one. */
    Payload digest(Subscription subscription, List<String> bodies, Instant now);

    /** What became of the receiver of another subscription. */
    Payload operation(Subscription subscription, EndpointChange change);

    /**
     * An example, in the form that the subscription asks for.
     *
     * @throws IllegalArgumentException if its template is wrong, naming the mistake
     */
    Payload example(Subscription subscription, Instant now);
}
