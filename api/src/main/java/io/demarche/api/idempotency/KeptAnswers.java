package io.demarche.api.idempotency;

import static io.demarche.api.store.Rows.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import io.demarche.api.store.Rows;
import io.demarche.api.web.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers that are kept, by account and key. A key is claimed before its request is carried out, by one process alone. */
final class KeptAnswers {

    /** After this a request that has no answer is taken to have died with its process. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Duration keep;

    KeptAnswers(JdbcClient jdbc, InstantSource clock, Duration keep) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keep = keep;
    }

    private record Row(String fingerprint, Instant begunAt, Optional<KeptAnswer> answer) {}

    /**
     * The answer that was given under that key; empty if the request is to be carried out now.
     *
     * @param fingerprint tells one request from another
     * @throws RefusedException if another request bore the key, or this one is under way
     */
    Optional<KeptAnswer> claim(String account, String key, String fingerprint) {
        Instant now = clock.instant();
        jdbc.sql("delete from kept_answer where begun_at < :before or (status is null and begun_at < :died)")
                .param("before", time(now.minus(keep)))
                .param("died", time(now.minus(LONGEST)))
                .update();
        int claimed = jdbc.sql("""
                        insert into kept_answer (account, request_key, fingerprint, begun_at)
                        values (:account, :key, :fingerprint, :now) on conflict do nothing""")
                .param("account", account)
                .param("key", key)
                .param("fingerprint", fingerprint)
                .param("now", time(now))
                .update();
        if (claimed == 1) {
            return Optional.empty();
        }
        Row row = find(account, key).orElseThrow(KeptAnswers::underWay);
        if (!row.fingerprint().equals(fingerprint)) {
            throw new RefusedException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-of-another-request",
                    "a request with another path or body bore this Idempotency-Key at %s; give each request a key of its own"
                            .formatted(row.begunAt()),
                    Map.of());
        }
        return Optional.of(row.answer().orElseThrow(KeptAnswers::underWay));
    }

    private static RefusedException underWay() {
        return new RefusedException(
                HttpStatus.CONFLICT,
                "idempotency-key-in-use",
                "the request that bears this Idempotency-Key is being carried out; ask again in a moment",
                Map.of());
    }

    private Optional<Row> find(String account, String key) {
        return jdbc.sql("select * from kept_answer where account = :account and request_key = :key")
                .param("account", account)
                .param("key", key)
                .query((row, number) -> new Row(
                        row.getString("fingerprint"),
                        Rows.time(row, "begun_at"),
                        row.getObject("status") == null
                                ? Optional.empty()
                                : Optional.of(new KeptAnswer(
                                        row.getInt("status"),
                                        row.getString("content_type"),
                                        row.getString("location"),
                                        row.getString("body")))))
                .optional();
    }

    /** Keeps what the request was answered with. */
    void keep(String account, String key, KeptAnswer answer) {
        jdbc.sql("""
                        update kept_answer set status = :status, content_type = :type, location = :location, body = :body
                        where account = :account and request_key = :key""")
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body())
                .param("account", account)
                .param("key", key)
                .update();
    }

    /** Lets the key be used again: nothing was done under it. */
    void release(String account, String key) {
        jdbc.sql("delete from kept_answer where account = :account and request_key = :key and status is null")
                .param("account", account)
                .param("key", key)
                .update();
    }
}
