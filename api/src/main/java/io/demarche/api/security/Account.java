package io.demarche.api.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import io.demarche.api.web.Role;
import org.jspecify.annotations.Nullable;

/**
 * Whoever uses the service: a person or a program. Accounts are disabled, never removed, since the audit log tells of them.
 *
 * @param subject who this is at an OpenID Connect provider: issuer and subject; null for an account with keys alone
 */
record Account(
        String id,
        String name,
        Set<Role> roles,
        @Nullable String subject,
        Instant createdAt,
        @Nullable Instant disabledAt) {

    /** An id that no account has. */
    static String newId() {
        return "acc_" + UUID.randomUUID().toString().replace("-", "");
    }

    /**
     * A key of an account. It may do what both it and the account may.
     *
     * @param lastUsedAt to the minute
     */
    record Key(
            String id,
            String account,
            String description,
            Set<Role> roles,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {

        boolean isGood(Instant now) {
            return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
        }
    }
}
