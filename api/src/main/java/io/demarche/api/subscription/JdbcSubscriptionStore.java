package io.demarche.api.subscription;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.demarche.api.json.FilterJson;
import io.demarche.api.json.TermsJson;
import io.demarche.api.store.Vault;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.subscription.Credentials;
import io.demarche.core.subscription.Secret;
import io.demarche.core.subscription.SigningKeys;
import io.demarche.core.subscription.SigningSecrets;
import io.demarche.core.subscription.Subscription;
import io.demarche.core.subscription.SubscriptionStore;
import io.demarche.core.subscription.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what it has read, and reads a row again only if it has changed: every event asks for all subscriptions. */
final class JdbcSubscriptionStore implements SubscriptionStore {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Vault vault;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** A row as it is stored. */
    private record Row(
            String id,
            String description,
            @Nullable String url,
            String topic,
            String filter,
            String terms,
            String confidential,
            @Nullable String owner,
            Instant createdAt) {}

    /** What was read of a row. */
    private record Known(Row row, Subscription subscription) {}

    JdbcSubscriptionStore(JdbcClient jdbc, Transactions transactions, JsonMapper json, Vault vault) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.vault = vault;
    }

    @Override
    public void add(Subscription subscription) {
        transactions.inOne(() -> {
            write("""
                    insert into subscription (id, description, url, topic, filter, terms, confidential, owner, created_at)
                    values (:id, :description, :url, :topic, :filter, :terms, :confidential, :owner, :createdAt)""", subscription);
            return jdbc.sql(
                            "insert into endpoint (subscription_id, mode, failures, warned) values (:id, 'ACTIVE', 0, 0)")
                    .param("id", subscription.id())
                    .update();
        });
    }

    @Override
    public boolean change(Subscription subscription) {
        return transactions.inOne(() -> write("""
                update subscription set description = :description, url = :url, topic = :topic, filter = :filter,
                terms = :terms, confidential = :confidential, owner = :owner, created_at = :createdAt where id = :id""", subscription) == 1);
    }

    private int write(String sql, Subscription subscription) {
        URI url = subscription.url();
        return jdbc.sql(sql)
                .param("id", subscription.id())
                .param("description", subscription.description())
                .param("url", url == null ? null : url.toString())
                .param("topic", subscription.topic().name())
                .param("filter", json.writeValueAsString(FilterJson.of(subscription.filter())))
                .param("terms", json.writeValueAsString(TermsJson.of(subscription.terms())))
                .param(
                        "confidential",
                        vault.seal(json.writeValueAsString(
                                Confidential.of(subscription.secrets(), subscription.credentials()))))
                .param("owner", subscription.owner())
                .param("createdAt", time(subscription.createdAt()))
                .update();
    }

    @Override
    public List<Subscription> all() {
        return jdbc
                .sql("select * from subscription order by created_at, id")
                .query(JdbcSubscriptionStore::row)
                .list()
                .stream()
                .map(this::subscription)
                .toList();
    }

    @Override
    public Optional<Subscription> find(String id) {
        return jdbc.sql("select * from subscription where id = :id")
                .param("id", id)
                .query(JdbcSubscriptionStore::row)
                .optional()
                .map(this::subscription);
    }

    @Override
    public boolean remove(String id) {
        known.remove(id);
        return transactions.inOne(() -> jdbc.sql("delete from subscription where id = :id")
                        .param("id", id)
                        .update()
                == 1);
    }

    /**
     * Seals what is not sealed with the key that seals now: secrets of a time before there was a vault, or of a key that was replaced.
     *
     * @throws IllegalStateException if something is sealed with a key that is not here
     */
    void sealAnew() {
        transactions.inOne(() -> {
            jdbc.sql("select id, secret, previous_secret, previous_until from subscription where confidential is null")
                    .query((row, number) -> Map.entry(row.getString("id"), unsealed(row)))
                    .list()
                    .forEach(entry -> seal(entry.getKey(), json.writeValueAsString(entry.getValue())));
            jdbc.sql("select id, confidential from subscription")
                    .query((row, number) -> Map.entry(row.getString("id"), row.getString("confidential")))
                    .list()
                    .forEach(entry -> {
                        String open = vault.open(entry.getValue());
                        if (!vault.isCurrent(entry.getValue())) {
                            seal(entry.getKey(), open);
                        }
                    });
            return true;
        });
    }

    private void seal(String id, String open) {
        jdbc.sql("""
                        update subscription set confidential = :sealed, secret = null, previous_secret = null,
                        previous_until = null where id = :id""").param("sealed", vault.seal(open)).param("id", id).update();
    }

    private static Confidential unsealed(ResultSet row) throws SQLException {
        String previous = row.getString("previous_secret");
        SigningSecrets secrets = new SigningSecrets(
                SigningKeys.of(new Secret(row.getString("secret"))),
                previous == null ? null : SigningKeys.of(new Secret(previous)),
                timeOrNull(row, "previous_until"));
        return Confidential.of(secrets, Credentials.NONE);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("description"),
                row.getString("url"),
                row.getString("topic"),
                row.getString("filter"),
                row.getString("terms"),
                row.getString("confidential"),
                row.getString("owner"),
                time(row, "created_at"));
    }

    private Subscription subscription(Row row) {
        Known found = known.get(row.id());
        if (found == null || !found.row().equals(row)) {
            found = new Known(row, read(row));
            known.put(row.id(), found);
        }
        return found.subscription();
    }

    private Subscription read(Row row) {
        Confidential confidential = json.readValue(vault.open(row.confidential()), Confidential.class);
        return new Subscription(
                row.id(),
                row.description(),
                row.url() == null ? null : URI.create(row.url()),
                Topic.valueOf(row.topic()),
                json.readValue(row.filter(), FilterJson.class).toFilter(),
                json.readValue(row.terms(), TermsJson.class).toTerms(),
                confidential.secrets(),
                confidential.credentials(),
                row.owner(),
                row.createdAt());
    }
}
