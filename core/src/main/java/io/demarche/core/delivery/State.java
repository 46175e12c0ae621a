package io.demarche.core.delivery;

import java.time.Instant;

/** Where a delivery stands. */
public sealed interface State {

    /** To be tried at that time. */
    record Due(Instant at) implements State {}

    /** To be told in the digest that ends at that time. */
    record Gathered(Instant until) implements State {}

    /** Told in that digest, which is a delivery of its own. */
    record Digested(Instant at, String digestId) implements State {}

    /** Kept, and sent when somebody asks for it; the reason is for a person to read. */
    record Held(Instant at, String reason) implements State {}

    /** The receiver took it. */
    record Delivered(Instant at) implements State {}

    /** Every try of the schedule failed, or the receiver is gone. */
    record Abandoned(Instant at) implements State {}
}
