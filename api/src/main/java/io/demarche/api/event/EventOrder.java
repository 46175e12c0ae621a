package io.demarche.api.event;

import static io.demarche.api.store.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;

import io.demarche.api.web.Cursor;

/**
 * In which order events come; those of the same time or number by their ids.
 *
 * @param by what orders them
 * @param descending whether the latest or most come first
 */
record EventOrder(By by, boolean descending) {

    /** What may order events. */
    enum By {
        /** When it was flagged first, which never changes. */
        FLAGGED("flagged_at"),
        /** When it was first told, which an article that comes in late moves back. */
        FIRST_TOLD("first_told_at"),
        /** When it was last told, which moves on with its reports. */
        LAST_TOLD("last_told_at"),
        /** How many articles tell of it, which grows with them. */
        REPORTS("report_count"),
        /**
         * The same within a short span of time: its events are found by their time and then put in order. The sum keeps a database from going
         * along all events by reports instead, most of which are of another time.
         */
        REPORTS_OF_SPAN("report_count + 0"),
        /** How severe it is, which may change with a further report; those of a severity in the order in which they were flagged. */
        SEVERITY("flagged_at");

        private final String column;

        By(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }

        /** Whether a {@link Posting} is in this order. */
        boolean isPosted() {
            return this == FLAGGED || this == FIRST_TOLD;
        }

        /** Where a row of the table of events stands in this order. */
        Cursor place(ResultSet row) throws SQLException {
            return isNumber()
                    ? Cursor.at(row.getInt("report_count"), row.getString("id"))
                    : Cursor.at(time(row, column), row.getString("id"));
        }

        /** What stands in that column at a place. */
        Object value(Cursor place) {
            return isNumber() ? Integer.valueOf(place.number()) : time(place.time());
        }

        private boolean isNumber() {
            return this == REPORTS || this == REPORTS_OF_SPAN;
        }
    }

    /** What stands behind {@code order by} for rows of that alias whose ids are in that column. */
    String sql(String alias, String id) {
        String way = descending ? " desc" : "";
        return alias + "." + by.column() + way + ", " + alias + "." + id + way;
    }

    /** The condition of what comes after the place {@code :afterValue}, {@code :afterId}. */
    String after(String alias, String id) {
        // The first half says nothing new, but is what an index is read by.
        return "%1$s.%2$s %4$s= :afterValue and (%1$s.%2$s %4$s :afterValue or %1$s.%3$s %4$s :afterId)"
                .formatted(alias, by.column(), id, descending ? "<" : ">");
    }
}
