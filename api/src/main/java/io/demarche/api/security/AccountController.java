package io.demarche.api.security;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.demarche.api.web.Caller;
import io.demarche.api.web.Change;
import io.demarche.api.web.FreeText;
import io.demarche.api.web.HoldsSecret;
import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.NotFoundException;
import io.demarche.api.web.RefusedException;
import io.demarche.api.web.Role;
import io.demarche.api.web.Times;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and their keys. */
@RestController
@Tag(name = "Access")
@RequestMapping("/api/v1")
class AccountController {

    private final Accounts accounts;
    private final Setup setup;
    private final InstantSource clock;
    private final SecureRandom random;

    AccountController(Accounts accounts, Setup setup, InstantSource clock, SecureRandom random) {
        this.accounts = accounts;
        this.setup = setup;
        this.clock = clock;
        this.random = random;
    }

    /**
     * The first administrator.
     *
     * @param name what the account is called
     */
    record SetupWish(
            @NotBlank @Size(max = 200) String setupKey,
            @NotBlank @Size(max = 200) String name) {}

    /** An account to be made. */
    record NewAccount(
            @NotBlank @Size(max = 200) String name,
            @NotEmpty Set<@NotNull Role> roles) {}

    /**
     * What an account is to be.
     *
     * @param disabled whether all its keys and sessions stop working
     */
    record AccountWish(
            @NotBlank @Size(max = 200) String name,
            @NotEmpty Set<@NotNull Role> roles,
            @NotNull Boolean disabled) {}

    /**
     * A key to be made.
     *
     * @param description what it is for
     * @param roles what it may do; all that the account may if left out
     * @param expiresAt from when on it is refused; never if left out
     */
    record KeyWish(
            @Nullable @Size(max = 500) String description,
            @Nullable @Size(min = 1) Set<@NotNull Role> roles,
            @Nullable Instant expiresAt) {}

    /** A key, its text shown this once. */
    record NewKey(Account.Key key, String text) {}

    /** An account with its first key, whose text is shown this once. */
    record SetUp(Account account, Account.Key key, String text) {}

    /** Makes the first administrator by the setup key, which the server prints at its first start and takes once. */
    @Operation(
            summary =
                    "Makes the first administrator by the setup key that the server has printed; the key's text is shown once")
    @HoldsSecret
    @PostMapping("/setup")
    ResponseEntity<SetUp> setUp(@Valid @RequestBody SetupWish wish) {
        Account account = account(wish.name(), EnumSet.of(Role.ADMINISTRATOR));
        KeyText text = KeyText.generate(random);
        Account.Key key = key(text, account.id(), "made by the setup", account.roles(), null);
        boolean used = setup.use(wish.setupKey(), () -> {
            add(account);
            accounts.add(key, text);
        });
        if (!used) {
            throw new RefusedException(
                    HttpStatus.FORBIDDEN,
                    "wrong-setup-key",
                    "this is not the setup key, or it was used; 'demarche serve --setup' prints another",
                    Map.of());
        }
        Change.tell(null, account);
        return ResponseEntity.created(location(account)).body(new SetUp(account, key, text.text()));
    }

    /** All accounts, the oldest first. */
    @Operation(summary = "All accounts, the oldest first")
    @GetMapping("/accounts")
    List<Account> list() {
        return accounts.all();
    }

    /** One account. */
    @Operation(summary = "One account")
    @GetMapping("/accounts/{id}")
    Account get(@PathVariable String id) {
        return accounts.find(id).orElseThrow(() -> new NotFoundException("account", id));
    }

    /** Makes an account. */
    @Operation(summary = "Makes an account")
    @PostMapping("/accounts")
    ResponseEntity<Account> create(@Valid @RequestBody NewAccount wish) {
        Account account = account(wish.name(), wish.roles());
        add(account);
        Change.tell(null, account);
        return ResponseEntity.created(location(account)).body(account);
    }

    /** Changes an account, or disables it; none is ever removed. */
    @Operation(summary = "Changes an account, or disables it; none is ever removed, since the audit log tells of it")
    @PutMapping("/accounts/{id}")
    Account change(@PathVariable String id, @Valid @RequestBody AccountWish wish) {
        Account old = get(id);
        Instant disabledAt = old.disabledAt() == null ? clock.instant() : old.disabledAt();
        Account changed = new Account(
                id,
                wish.name().strip(),
                Set.copyOf(wish.roles()),
                old.subject(),
                old.createdAt(),
                wish.disabled() ? disabledAt : null);
        if (accounts.isLastAdministrator(changed)) {
            throw new RefusedException(
                    HttpStatus.CONFLICT,
                    "last-administrator",
                    "this is the last administrator; make another one first",
                    Map.of());
        }
        if (!accounts.change(changed)) {
            throw nameTaken(changed);
        }
        Change.tell(old, changed);
        return changed;
    }

    /** The keys of an account, without their texts; one's own, or an administrator asks. */
    @Operation(summary = "The keys of an account, without their texts; one's own, or an administrator asks")
    @GetMapping("/accounts/{id}/keys")
    List<Account.Key> keys(@PathVariable String id) {
        return accounts.keys(usable(id).id());
    }

    /** Makes a key, its text shown this once. */
    @Operation(summary = "Makes a key, its text shown this once; for oneself, or an administrator makes it")
    @HoldsSecret
    @PostMapping("/accounts/{id}/keys")
    ResponseEntity<NewKey> createKey(@PathVariable String id, @Valid @RequestBody KeyWish wish) {
        Account account = usable(id);
        Caller caller = Caller.current();
        boolean own = caller.account().equals(id);
        Set<Role> roles = wish.roles() == null ? own ? caller.roles() : account.roles() : wish.roles();
        roles.stream()
                .filter(role ->
                        own ? !caller.is(role) : account.roles().stream().noneMatch(has -> has.includes(role)))
                .findFirst()
                .ifPresent(role -> {
                    throw new InvalidRequestException(
                            "roles", role + " is more than the " + (own ? "key that you use" : "account") + " may do");
                });
        Instant expiresAt = wish.expiresAt();
        if (expiresAt != null && !(expiresAt.isAfter(clock.instant()) && Times.isStorable(expiresAt))) {
            throw new InvalidRequestException("expiresAt", "must be a time to come");
        }
        KeyText text = KeyText.generate(random);
        Account.Key key = key(text, id, FreeText.kept(wish.description()), roles, expiresAt);
        accounts.add(key, text);
        Change.tell(null, key);
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + id + "/keys/" + key.id()))
                .body(new NewKey(key, text.text()));
    }

    /** Revokes a key: from the next request on it is refused, and so are sessions begun with it. */
    @Operation(summary = "Revokes a key: from the next request on it is refused, and so are sessions begun with it")
    @DeleteMapping("/accounts/{id}/keys/{keyId}")
    ResponseEntity<Void> revoke(@PathVariable String id, @PathVariable String keyId) {
        usable(id);
        Account.Key key = accounts.key(keyId)
                .filter(found -> found.account().equals(id))
                .orElseThrow(() -> new NotFoundException("key", keyId));
        accounts.revoke(keyId, clock.instant());
        Change.tell(key, accounts.key(keyId).orElse(null));
        return ResponseEntity.noContent().build();
    }

    private Account usable(String id) {
        if (!Caller.current().mayUse(id)) {
            throw new NotFoundException("account", id);
        }
        return get(id);
    }

    private void add(Account account) {
        if (!accounts.add(account)) {
            throw nameTaken(account);
        }
    }

    private static RefusedException nameTaken(Account account) {
        return new RefusedException(
                HttpStatus.CONFLICT,
                "name-taken",
                "there is an account of the name '" + account.name() + "'",
                Map.of());
    }

    private Account account(String name, Set<Role> roles) {
        return new Account(Account.newId(), name.strip(), Set.copyOf(roles), null, clock.instant(), null);
    }

    private Account.Key key(
            KeyText text, String account, String description, Set<Role> roles, @Nullable Instant expiresAt) {
        return new Account.Key(
                text.id(), account, description, Set.copyOf(roles), clock.instant(), expiresAt, null, null);
    }

    private static URI location(Account account) {
        return URI.create("/api/v1/accounts/" + account.id());
    }
}
