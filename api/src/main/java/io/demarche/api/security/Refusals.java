package io.demarche.api.security;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.demarche.api.web.RefusedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who is not let in is told why, as a problem. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver problems;

    Refusals(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"demarche\"");
        problems.resolveException(
                request,
                response,
                null,
                new RefusedException(
                        HttpStatus.UNAUTHORIZED,
                        "unauthenticated",
                        "this call needs a key, as Authorization: Bearer dmk_…, or a session; an administrator gives out keys",
                        Map.of()));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        problems.resolveException(request, response, null, e instanceof CsrfException ? forged() : forbidden(request));
    }

    private static RefusedException forged() {
        return new RefusedException(
                HttpStatus.FORBIDDEN,
                "forged-request",
                "a change in a session needs the field X-CSRF-TOKEN with what GET /api/v1/session says, so that no other site's"
                        + " page can make it; programs use a key instead",
                Map.of());
    }

    private static RefusedException forbidden(HttpServletRequest request) {
        AccessTable.Need need = AccessTable.line(request).need();
        return new RefusedException(
                HttpStatus.FORBIDDEN,
                "forbidden",
                "this call needs the role " + need + ", which your account or key does not have",
                Map.of("role", need));
    }
}
