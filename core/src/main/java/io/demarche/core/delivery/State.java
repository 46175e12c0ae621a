package io.demarche.core.delivery;

import java.time.Instant;

/** Where a delivery stands. */
public sealed interface State {

    /** To be tried at that time. */
    record Due(Instant at) implements State {}

    /** The receiver took it. */
    record Delivered(Instant at) implements State {}

    /** Every try of the schedule failed, or the receiver is gone. */
    record Abandoned(Instant at) implements State {}
}
