package io.demarche.api.event;

import java.time.Instant;

import io.demarche.api.web.Cursor;
import org.jspecify.annotations.Nullable;

/** What is asked of the events; what is null is not asked. */
record EventQuery(
        @Nullable String kind,
        @Nullable String actor,
        @Nullable String target,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Cursor after,
        int limit) {}
