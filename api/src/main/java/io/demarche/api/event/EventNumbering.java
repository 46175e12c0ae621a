package io.demarche.api.event;

import java.util.List;

import io.demarche.core.pipeline.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbers the changes of events once they can be seen. A number taken when a change is made would not do: another change with a smaller
 * one may be committed later, and whoever follows by number would miss it.
 */
final class EventNumbering {

    private static final int MOST_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    EventNumbering(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Numbers what has been committed, whoever did it, and gives the last number. */
    long upToNow() {
        while (jdbc.sql("select 1 from event_change where number is null limit 1")
                .query(Integer.class)
                .optional()
                .isPresent()) {
            transactions.inOne(this::numberSome);
        }
        return last("");
    }

    private int numberSome() {
        long last = last(" for update");
        List<Long> ids = jdbc.sql("select id from event_change where number is null order by id limit :limit")
                .param("limit", MOST_AT_ONCE)
                .query(Long.class)
                .list();
        for (int i = 0; i < ids.size(); i++) {
            jdbc.sql("update event_change set number = :number where id = :id")
                    .param("number", last + 1 + i)
                    .param("id", ids.get(i))
                    .update();
        }
        return jdbc.sql("update event_numbering set last_number = :last where one = 1")
                .param("last", last + ids.size())
                .update();
    }

    private long last(String lock) {
        return jdbc.sql("select last_number from event_numbering where one = 1" + lock)
                .query(Long.class)
                .single();
    }
}
