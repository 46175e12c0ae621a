package io.demarche.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.demarche.api.web.Caller;
import io.demarche.api.web.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Writes every call that the table of access calls a change to the audit log. */
final class AuditInterceptor implements HandlerInterceptor {

    private static final String NUMBER = AuditInterceptor.class.getName();

    private final AuditLog log;

    AuditInterceptor(AuditLog log) {
        this.log = log;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod && AccessTable.line(request).isChange()) {
            request.setAttribute(
                    NUMBER,
                    log.begin(
                            Caller.find().orElse(Caller.NOBODY),
                            request.getRemoteAddr(),
                            request.getMethod(),
                            request.getRequestURI()));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        if (request.getAttribute(NUMBER) instanceof Long number) {
            log.end(number, response.getStatus(), Change.told());
        }
    }
}
