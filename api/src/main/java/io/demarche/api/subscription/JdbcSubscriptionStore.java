package io.demarche.api.subscription;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import io.demarche.core.subscription.Secret;
import io.demarche.core.subscription.SigningSecrets;
import io.demarche.core.subscription.Subscription;
import io.demarche.core.subscription.SubscriptionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

final class JdbcSubscriptionStore implements SubscriptionStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcSubscriptionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void add(Subscription subscription) {
        write("""
                insert into subscription (id, url, filter, secret, previous_secret, previous_until, created_at)
                values (:id, :url, :filter, :secret, :previous, :previousUntil, :createdAt)""", subscription);
    }

    @Override
    public boolean change(Subscription subscription) {
        return write("""
                update subscription set url = :url, filter = :filter, secret = :secret, previous_secret = :previous,
                previous_until = :previousUntil, created_at = :createdAt where id = :id""", subscription) == 1;
    }

    private int write(String sql, Subscription subscription) {
        SigningSecrets secrets = subscription.secrets();
        return jdbc.sql(sql)
                .param("id", subscription.id())
                .param("url", subscription.url().toString())
                .param("filter", json.writeValueAsString(FilterJson.of(subscription.filter())))
                .param("secret", secrets.current().text())
                .param(
                        "previous",
                        secrets.previous() == null ? null : secrets.previous().text())
                .param("previousUntil", timeOrNull(secrets.previousUntil()))
                .param("createdAt", time(subscription.createdAt()))
                .update();
    }

    @Override
    public List<Subscription> all() {
        return jdbc.sql("select * from subscription order by created_at, id")
                .query(this::subscription)
                .list();
    }

    @Override
    public Optional<Subscription> find(String id) {
        return jdbc.sql("select * from subscription where id = :id")
                .param("id", id)
                .query(this::subscription)
                .optional();
    }

    @Override
    public boolean remove(String id) {
        return jdbc.sql("delete from subscription where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    private Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getString("id"),
                URI.create(row.getString("url")),
                json.readValue(row.getString("filter"), FilterJson.class).toFilter(),
                new SigningSecrets(
                        new Secret(row.getString("secret")),
                        secretOrNull(row.getString("previous_secret")),
                        timeOrNull(row, "previous_until")),
                time(row, "created_at"));
    }

    private static @Nullable Secret secretOrNull(@Nullable String text) {
        return text == null ? null : new Secret(text);
    }
}
