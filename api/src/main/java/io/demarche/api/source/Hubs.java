package io.demarche.api.source;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

import io.demarche.api.store.Vault;
import io.demarche.ingest.hub.Hub;
import io.demarche.ingest.hub.HubClient;
import io.demarche.ingest.hub.HubSignature;
import io.demarche.ingest.source.Source;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hubs that announce the changes of sources (WebSub). What they send is only taken as a hint to look. */
final class Hubs {

    private static final Logger LOG = LoggerFactory.getLogger(Hubs.class);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LEASE = Duration.ofDays(10);
    private static final Duration LONGEST_LEASE = Duration.ofDays(90);

    /** Before it ends, a lease is asked for anew. */
    private static final Duration MARGIN = Duration.ofDays(1);

    /** A hub that does not answer is not asked again before. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final HubClient client;
    private final @Nullable URI callback;
    private final InstantSource clock;

    Hubs(JdbcClient jdbc, Vault vault, HubClient client, @Nullable URI callback, InstantSource clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.client = client;
        this.callback = callback;
        this.clock = clock;
    }

    private record Row(
            String sourceId,
            String hub,
            String topic,
            String secret,
            Instant askedAt,
            @Nullable Instant leasedUntil) {}

    /** A look at a source has found that hub: it is asked to announce changes, unless it does or was asked just now. */
    void found(Source source, Hub hub) {
        Instant now = clock.instant();
        if (callback == null || !isDue(source, hub, now)) {
            return;
        }
        String token = random();
        String secret = random();
        jdbc.sql("delete from source_hub where source_id = :id")
                .param("id", source.id())
                .update();
        jdbc.sql("""
                        insert into source_hub (source_id, token, hub, topic, secret, asked_at)
                        values (:id, :token, :hub, :topic, :secret, :now)""")
                .param("id", source.id())
                .param("token", token)
                .param("hub", hub.address().toString())
                .param("topic", hub.topic().toString())
                .param("secret", vault.seal(secret))
                .param("now", time(now))
                .update();
        String base = callback.toString().replaceFirst("/+$", "");
        client.subscribe(hub, URI.create(base + HubController.PATH + "/" + token), secret, LEASE)
                .ifPresentOrElse(
                        problem -> LOG.warn(
                                "source {}: the hub {} does not announce its changes: {}",
                                source.url(),
                                hub.address(),
                                problem),
                        () -> LOG.info("source {}: the hub {} is asked for its changes", source.url(), hub.address()));
    }

    private boolean isDue(Source source, Hub hub, Instant now) {
        Row row = jdbc.sql("select * from source_hub where source_id = :id")
                .param("id", source.id())
                .query((found, number) -> row(found))
                .optional()
                .orElse(null);
        if (row == null
                || !row.hub().equals(hub.address().toString())
                || !row.topic().equals(hub.topic().toString())) {
            return true;
        }
        boolean leased = row.leasedUntil() != null && row.leasedUntil().isAfter(now.plus(MARGIN));
        return !leased && row.askedAt().plus(PATIENCE).isBefore(now);
    }

    /** Whether changes of that topic were asked for there; if so, they are to come for that long. */
    boolean isMeant(String token, String topic, Duration lease) {
        Duration granted = lease.compareTo(LONGEST_LEASE) < 0 ? lease : LONGEST_LEASE;
        return jdbc.sql("update source_hub set leased_until = :until where token = :token and topic = :topic")
                        .param("until", time(clock.instant().plus(granted)))
                        .param("token", token)
                        .param("topic", topic)
                        .update()
                > 0;
    }

    /** A hub refuses, or ends what it granted. */
    void denied(String token, @Nullable String reason) {
        find(token).ifPresent(row -> {
            LOG.warn("the hub {} does not announce changes of {}: {}", row.hub(), row.topic(), reason);
            jdbc.sql("update source_hub set leased_until = null where token = :token")
                    .param("token", token)
                    .update();
        });
    }

    /** The id of the source whose change is announced there; empty if nothing is awaited there. */
    Optional<String> sourceAt(String token) {
        return find(token).map(Row::sourceId);
    }

    /** Whether the announcement was signed by the hub that was asked. */
    boolean isGenuine(String token, String signature, byte[] body) {
        return find(token)
                .filter(row -> HubSignature.matches(signature, body, vault.open(row.secret())))
                .isPresent();
    }

    private Optional<Row> find(String token) {
        return jdbc.sql("select * from source_hub where token = :token")
                .param("token", token)
                .query((found, number) -> row(found))
                .optional();
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Row(
                row.getString("source_id"),
                row.getString("hub"),
                row.getString("topic"),
                row.getString("secret"),
                time(row, "asked_at"),
                timeOrNull(row, "leased_until"));
    }

    private static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
