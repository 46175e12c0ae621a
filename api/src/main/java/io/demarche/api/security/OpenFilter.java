package io.demarche.api.security;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.demarche.api.web.Caller;
import io.demarche.api.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets everybody on this machine do everything, but not the web pages in their browsers: a request for another host name is refused,
 * which a page has whose name was made to lead here (DNS rebinding), and so is one that another site's page makes (Fetch Metadata).
 */
final class OpenFilter extends OncePerRequestFilter {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final HandlerExceptionResolver problems;

    OpenFilter(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!LOCAL.contains(request.getServerName()) || !isOwn(request)) {
            problems.resolveException(
                    request,
                    response,
                    null,
                    new RefusedException(
                            HttpStatus.FORBIDDEN,
                            "forged-request",
                            "a server without accounts answers on localhost only, and no other site's pages",
                            Map.of()));
            return;
        }
        CallerFilter.let(Caller.ANYBODY);
        chain.doFilter(request, response);
    }

    private static boolean isOwn(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        return (site == null || OWN.contains(site))
                && (origin == null || origin.equals(request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST)));
    }
}
