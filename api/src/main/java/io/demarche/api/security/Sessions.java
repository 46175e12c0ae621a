package io.demarche.api.security;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import io.demarche.api.web.Caller;

/** What the session of a browser holds: the id of the key that it was begun with, or of the account that logged in elsewhere. */
final class Sessions {

    private static final String KEY = "demarche.key";
    private static final String ACCOUNT = "demarche.account";

    private Sessions() {}

    /** Begins one under a new id, so that nobody can have known it before. */
    static void begin(HttpServletRequest request, Caller caller) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(
                caller.key() == null ? ACCOUNT : KEY, caller.key() == null ? caller.account() : caller.key());
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    static Optional<Caller> caller(HttpServletRequest request, Accounts accounts) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        if (session.getAttribute(KEY) instanceof String key) {
            return accounts.callerOfKey(key);
        }
        return session.getAttribute(ACCOUNT) instanceof String account
                ? accounts.callerOfAccount(account)
                : Optional.empty();
    }
}
