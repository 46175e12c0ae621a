package io.demarche.api.security;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.demarche.api.web.Caller;
import io.demarche.api.web.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Lets in who has logged in at an OpenID Connect provider: the account of that subject, made at the first login, with the roles that
 * the login names. What a role is called there is its name here, or a group of the settings.
 */
final class Logins implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);
    private static final int MOST_NAME = 150;

    private final Accounts accounts;
    private final String claim;
    private final Map<String, Role> groups;
    private final InstantSource clock;

    Logins(Accounts accounts, String claim, Map<String, Role> groups, InstantSource clock) {
        this.accounts = accounts;
        this.claim = claim;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (!(authentication.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("a login without OpenID Connect says nothing about who it is");
        }
        Account account = account(user);
        if (account.roles().isEmpty() || account.disabledAt() != null) {
            Sessions.end(request);
            LOG.info("login: {} is known to the provider, but has no role here", account.name());
            response.sendRedirect("/login.html?refused=role");
            return;
        }
        Sessions.begin(request, new Caller(account.id(), account.name(), account.roles(), null));
        response.sendRedirect("/sources.html");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        LOG.warn("login: refused, {}", e.getMessage());
        response.sendRedirect("/login.html?refused=login");
    }

    private Account account(OidcUser user) {
        String subject = user.getIssuer() + " " + user.getSubject();
        Set<Role> roles = roles(user.getClaim(claim));
        Optional<Account> known = accounts.findBySubject(subject);
        Account account = known.map(
                        old -> new Account(old.id(), old.name(), roles, subject, old.createdAt(), old.disabledAt()))
                .orElseGet(() -> new Account(Account.newId(), name(user), roles, subject, clock.instant(), null));
        boolean written = known.isPresent() ? accounts.change(account) : accounts.add(account);
        if (!written) {
            account = new Account(
                    account.id(),
                    account.name() + " (" + user.getSubject() + ")",
                    roles,
                    subject,
                    account.createdAt(),
                    null);
            accounts.add(account);
        }
        return account;
    }

    private static String name(OidcUser user) {
        String name = Stream.of(user.getPreferredUsername(), user.getEmail(), user.getFullName(), user.getSubject())
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse("somebody");
        return name.substring(0, Math.min(name.length(), MOST_NAME));
    }

    private Set<Role> roles(@Nullable Object claimed) {
        Collection<?> names =
                claimed instanceof Collection<?> several ? several : claimed == null ? List.of() : List.of(claimed);
        return names.stream()
                .map(String::valueOf)
                .flatMap(name -> Stream.concat(
                        Stream.of(Role.values()).filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT))),
                        Stream.ofNullable(groups.get(name))))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
