package io.demarche.api.security;

import static io.demarche.api.store.Rows.time;
import static io.demarche.api.store.Rows.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.demarche.api.web.Caller;
import io.demarche.api.web.Role;
import io.demarche.core.pipeline.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts and their keys, asked anew for every request, so that what is revoked is revoked at once and on every node. */
final class Accounts {

    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    Accounts(JdbcClient jdbc, Transactions transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who calls with that key, if it is a good one. */
    Optional<Caller> caller(KeyText key) {
        record Row(Account.Key key, String digest) {}
        return jdbc.sql("select * from api_key where id = :id")
                .param("id", key.id())
                .query((row, number) -> new Row(key(row), row.getString("digest")))
                .optional()
                .filter(row -> key.hasDigest(row.digest()))
                .flatMap(row -> caller(row.key()));
    }

    /** Who calls in a session that was begun with the key of that id. */
    Optional<Caller> callerOfKey(String keyId) {
        return key(keyId).flatMap(this::caller);
    }

    /** Who calls in a session that was begun by a login elsewhere. */
    Optional<Caller> callerOfAccount(String id) {
        return find(id).filter(account -> account.disabledAt() == null)
                .map(account -> new Caller(account.id(), account.name(), account.roles(), null));
    }

    private Optional<Caller> caller(Account.Key key) {
        Instant now = clock.instant();
        if (!key.isGood(now)) {
            return Optional.empty();
        }
        return find(key.account())
                .filter(account -> account.disabledAt() == null)
                .map(account -> {
                    note(key, now);
                    Set<Role> roles = Arrays.stream(Role.values())
                            .filter(role -> includes(key.roles(), role) && includes(account.roles(), role))
                            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
                    return new Caller(account.id(), account.name(), roles, key.id());
                });
    }

    private static boolean includes(Set<Role> roles, Role role) {
        return roles.stream().anyMatch(own -> own.includes(role));
    }

    private void note(Account.Key key, Instant now) {
        Instant last = noted.getOrDefault(key.id(), Instant.EPOCH);
        if (Duration.between(last, now).compareTo(PRECISION) >= 0) {
            noted.put(key.id(), now);
            transactions.inOne(() -> jdbc.sql("update api_key set last_used_at = :now where id = :id")
                    .param("now", time(now))
                    .param("id", key.id())
                    .update());
        }
    }

    /** Whether anybody can administrate. */
    boolean hasAdministrator() {
        return all().stream().anyMatch(Accounts::isAdministrator);
    }

    private static boolean isAdministrator(Account account) {
        return account.disabledAt() == null && account.roles().contains(Role.ADMINISTRATOR);
    }

    List<Account> all() {
        return jdbc.sql("select * from account order by created_at, id")
                .query((row, number) -> account(row))
                .list();
    }

    Optional<Account> find(String id) {
        return jdbc.sql("select * from account where id = :id")
                .param("id", id)
                .query((row, number) -> account(row))
                .optional();
    }

    Optional<Account> findBySubject(String subject) {
        return jdbc.sql("select * from account where subject = :subject")
                .param("subject", subject)
                .query((row, number) -> account(row))
                .optional();
    }

    /** Adds it; says false if there is one of that name. */
    boolean add(Account account) {
        return isUnique(() -> write(
                "insert into account (id, name, roles, subject, created_at, disabled_at)"
                        + " values (:id, :name, :roles, :subject, :createdAt, :disabledAt)",
                account));
    }

    /** Changes it; says false if another has that name. */
    boolean change(Account account) {
        return isUnique(() -> write(
                "update account set name = :name, roles = :roles, subject = :subject, created_at = :createdAt,"
                        + " disabled_at = :disabledAt where id = :id",
                account));
    }

    /** Whether nobody could administrate if that account were changed so. */
    boolean isLastAdministrator(Account changed) {
        return !isAdministrator(changed)
                && all().stream()
                        .filter(Accounts::isAdministrator)
                        .allMatch(account -> account.id().equals(changed.id()));
    }

    private boolean isUnique(Runnable writing) {
        try {
            transactions.inOne(() -> {
                writing.run();
                return true;
            });
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private void write(String sql, Account account) {
        jdbc.sql(sql)
                .param("id", account.id())
                .param("name", account.name())
                .param("roles", text(account.roles()))
                .param("subject", account.subject())
                .param("createdAt", time(account.createdAt()))
                .param("disabledAt", timeOrNull(account.disabledAt()))
                .update();
    }

    List<Account.Key> keys(String account) {
        return jdbc.sql("select * from api_key where account_id = :account order by created_at, id")
                .param("account", account)
                .query((row, number) -> key(row))
                .list();
    }

    Optional<Account.Key> key(String id) {
        return jdbc.sql("select * from api_key where id = :id")
                .param("id", id)
                .query((row, number) -> key(row))
                .optional();
    }

    void add(Account.Key key, KeyText text) {
        transactions.inOne(() -> jdbc.sql("""
                        insert into api_key (id, account_id, digest, description, roles, created_at, expires_at)
                        values (:id, :account, :digest, :description, :roles, :createdAt, :expiresAt)""")
                .param("id", key.id())
                .param("account", key.account())
                .param("digest", text.digest())
                .param("description", key.description())
                .param("roles", text(key.roles()))
                .param("createdAt", time(key.createdAt()))
                .param("expiresAt", timeOrNull(key.expiresAt()))
                .update());
    }

    void revoke(String key, Instant now) {
        transactions.inOne(() -> jdbc.sql("update api_key set revoked_at = :now where id = :id and revoked_at is null")
                .param("now", time(now))
                .param("id", key)
                .update());
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("name"),
                roles(row.getString("roles")),
                row.getString("subject"),
                time(row, "created_at"),
                timeOrNull(row, "disabled_at"));
    }

    private static Account.Key key(ResultSet row) throws SQLException {
        return new Account.Key(
                row.getString("id"),
                row.getString("account_id"),
                row.getString("description"),
                roles(row.getString("roles")),
                time(row, "created_at"),
                timeOrNull(row, "expires_at"),
                timeOrNull(row, "last_used_at"),
                timeOrNull(row, "revoked_at"));
    }

    private static String text(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    private static Set<Role> roles(@Nullable String text) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        if (text != null && !text.isEmpty()) {
            Arrays.stream(text.split(",", -1)).map(Role::valueOf).forEach(roles::add);
        }
        return Collections.unmodifiableSet(roles);
    }
}
