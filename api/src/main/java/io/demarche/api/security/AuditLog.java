package io.demarche.api.security;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.demarche.api.web.Caller;
import io.demarche.api.web.Change;
import io.demarche.core.pipeline.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who changed what. An entry is written before the change begins and completed when it has ended, so that none is missing after a
 * crash. No call of the interface changes or removes one; only a setting ends them by their age.
 */
final class AuditLog {

    private static final int MOST_TEXT = 1_000_000;
    private static final int MOST_PATH = 2_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final InstantSource clock;
    private final JsonMapper json;

    AuditLog(JdbcClient jdbc, Transactions transactions, InstantSource clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    /** Removes the entries of before that time, and says how many there were. */
    int forgetBefore(Instant time) {
        return jdbc.sql("delete from audit_entry where at < :before")
                .param("before", time(time))
                .update();
    }

    /**
     * An entry.
     *
     * @param account the name of the account at that time
     * @param address where the request came from
     * @param status how it was answered; absent if it is under way or was cut off
     * @param before what was there
     * @param after what was there then
     */
    record Entry(
            long number,
            Instant at,
            String accountId,
            String account,
            @Nullable String keyId,
            String address,
            String method,
            String path,
            @Nullable Integer status,
            @JsonRawValue @Nullable String before,
            @JsonRawValue @Nullable String after) {}

    /**
     * Which entries.
     *
     * @param before only those with a lower number
     */
    record Query(
            @Nullable String account,
            @Nullable String path,
            @Nullable Instant from,
            @Nullable Instant to,
            long before) {}

    /** Writes that a change begins, and gives the number of its entry. */
    long begin(Caller caller, String address, String method, String path) {
        GeneratedKeyHolder number = new GeneratedKeyHolder();
        transactions.inOne(() -> jdbc.sql("""
                        insert into audit_entry (at, account_id, account, key_id, address, method, path)
                        values (:at, :id, :name, :key, :address, :method, :path)""")
                .param("at", time(clock.instant()))
                .param("id", caller.account())
                .param("name", caller.name())
                .param("key", caller.key())
                .param("address", address)
                .param("method", method)
                .param("path", path.length() > MOST_PATH ? path.substring(0, MOST_PATH) : path)
                .update(number, "number"));
        Number written = number.getKey();
        if (written == null) {
            throw new IllegalStateException("an entry of the audit log was written without a number");
        }
        return written.longValue();
    }

    /** Writes how a change ended. */
    void end(long number, int status, @Nullable Change change) {
        transactions.inOne(() -> jdbc.sql("""
                        update audit_entry set status = :status, before_change = :before, after_change = :after
                        where number = :number""")
                .param("status", status)
                .param("before", change == null ? null : text(change.before()))
                .param("after", change == null ? null : text(change.after()))
                .param("number", number)
                .update());
    }

    private @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = json.writeValueAsString(value);
        return text.length() <= MOST_TEXT
                ? text
                : json.writeValueAsString("%,d characters, too many to be kept here".formatted(text.length()));
    }

    /** Entries, the last first. */
    List<Entry> find(Query query, int limit) {
        return jdbc.sql("""
                        select * from audit_entry where number < :before
                        and (cast(:account as varchar) is null or account_id = :account)
                        and (cast(:path as varchar) is null or path like :path escape '!')
                        and (cast(:from as timestamp with time zone) is null or at >= :from)
                        and (cast(:to as timestamp with time zone) is null or at < :to)
                        order by number desc limit :limit""")
                .param("before", query.before())
                .param("account", query.account())
                .param("path", query.path() == null ? null : startingWith(query.path()))
                .param("from", timeOrNull(query.from()))
                .param("to", timeOrNull(query.to()))
                .param("limit", limit)
                .query((row, index) -> new Entry(
                        row.getLong("number"),
                        time(row, "at"),
                        row.getString("account_id"),
                        row.getString("account"),
                        row.getString("key_id"),
                        row.getString("address"),
                        row.getString("method"),
                        row.getString("path"),
                        row.getObject("status", Integer.class),
                        row.getString("before_change"),
                        row.getString("after_change")))
                .list();
    }

    private static String startingWith(String path) {
        return path.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
