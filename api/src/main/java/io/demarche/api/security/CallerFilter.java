package io.demarche.api.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.demarche.api.web.Caller;
import io.demarche.api.web.RefusedException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Finds out who calls: by the key in the Authorization field (Bearer, RFC 6750), else by the session. Both are asked of the database
 * each time. A request with a wrong key is refused even where nobody needs one, and one with a key is never taken for its session's.
 */
final class CallerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";
    private static final String BASIC = "basic ";

    private final Keys keys;
    private final Accounts accounts;
    private final Limits limits;
    private final HandlerExceptionResolver problems;

    CallerFilter(Keys keys, Accounts accounts, Limits limits, HandlerExceptionResolver problems) {
        this.keys = keys;
        this.accounts = accounts;
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            caller(request).ifPresent(caller -> {
                let(caller);
                limits.count(caller, response);
            });
        } catch (RefusedException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Takes the request that this thread answers for that caller's. */
    static void let(Caller caller) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(caller, null, java.util.List.of()));
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        String field = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (field == null) {
            return Sessions.caller(request, accounts);
        }
        return Optional.of(keys.caller(key(field), request.getRemoteAddr()));
    }

    /** The token, or the password of Basic (RFC 7617) under any name, which is all that feed readers can send. */
    private static String key(String field) {
        if (field.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return field.substring(SCHEME.length()).strip();
        }
        if (!field.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return "";
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(field.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
