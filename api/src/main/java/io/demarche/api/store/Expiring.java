package io.demarche.api.store;

import java.time.Instant;

/** What is kept for a time only. */
public interface Expiring {

    /** Removes a part of what is past its time, and says how much that was: 0 if nothing is left of it. */
    int expire(Instant now);
}
