package io.demarche.core.subscription;

import java.util.List;

/**
 * How a subscriber wants to be told.
 *
 * @param form how an event is written
 * @param updates when an event is told again
 * @param timing when events are sent
 * @param pace how many at a time
 * @param silences what is not sent for a while
 */
public record Terms(PayloadForm form, UpdatePolicy updates, Timing timing, Pace pace, List<Silence> silences) {

    /** The full event, once, at once, without a limit. */
    public static final Terms STANDARD =
            new Terms(PayloadForm.FULL, UpdatePolicy.FIRST_ONLY, Timing.AT_ONCE, Pace.STANDARD, List.of());

    public Terms {
        silences = List.copyOf(silences);
    }
}
