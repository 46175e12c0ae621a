package io.demarche.api.event;

/**
 * In which order events come; those of the same time by their ids.
 *
 * @param time the time that orders them
 * @param descending whether the latest come first
 */
record EventOrder(Time time, boolean descending) {

    /** Times of an event. */
    enum Time {
        /** When it was flagged first, which never changes. */
        FLAGGED("flagged_at"),
        /** When it was first told, which an article that comes in late moves back. */
        FIRST_TOLD("first_told_at"),
        /** When it was last told, which moves on with its reports. */
        LAST_TOLD("last_told_at");

        private final String column;

        Time(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }

        /** Whether a {@link Posting} is in this order. */
        boolean isPosted() {
            return this != LAST_TOLD;
        }
    }

    /** What stands behind {@code order by} for rows of that alias whose ids are in that column. */
    String sql(String alias, String id) {
        String way = descending ? " desc" : "";
        return alias + "." + time.column() + way + ", " + alias + "." + id + way;
    }

    /** The condition of what comes after the place {@code :afterTime}, {@code :afterId}. */
    String after(String alias, String id) {
        // The first half says nothing new, but is what an index is read by.
        return "%1$s.%2$s %4$s= :afterTime and (%1$s.%2$s %4$s :afterTime or %1$s.%3$s %4$s :afterId)"
                .formatted(alias, time.column(), id, descending ? "<" : ">");
    }
}
