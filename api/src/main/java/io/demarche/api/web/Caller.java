package io.demarche.api.web;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who makes a request.
 *
 * @param account the id of the account
 * @param name what people call it
 * @param roles what it may do by the key or session that it uses, which may be less than the account may
 * @param key the id of the key that it uses; null for a session that was begun without one
 */
public record Caller(
        String account,
        String name,
        Set<Role> roles,
        @Nullable String key) {

    /** Whoever calls a server without accounts, which listens on loopback only. */
    public static final Caller ANYBODY = new Caller("open", "anybody", EnumSet.allOf(Role.class), null);

    /** Whoever calls what nobody needs to be let in to. */
    public static final Caller NOBODY = new Caller("nobody", "nobody", Set.of(), null);

    /** Who makes the request that this thread answers, which needs that somebody was let in. */
    public static Caller current() {
        return find().orElseThrow(() -> new IllegalStateException("nobody has been let in to this call"));
    }

    /** Who makes the request that this thread answers, if anybody was let in. */
    public static Optional<Caller> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** Whether the caller has that role, or one that includes it. */
    public boolean is(Role role) {
        return roles.stream().anyMatch(own -> own.includes(role));
    }

    /** Whether the caller may see and change what that account made. */
    public boolean mayUse(@Nullable String owner) {
        return is(Role.ADMINISTRATOR) || account.equals(owner);
    }

    /**
     * The name that a change is kept under.
     *
     * @param given what the caller says it is called; with accounts it is the account's name, or left out
     * @param otherwise what it is called without accounts if it does not say
     */
    public String author(@Nullable String given, String otherwise) {
        if (account.equals(ANYBODY.account())) {
            return given == null ? otherwise : given;
        }
        if (given != null && !given.equals(name)) {
            throw new InvalidRequestException("author", "is the name of your account, " + name + "; leave it out");
        }
        return name;
    }
}
