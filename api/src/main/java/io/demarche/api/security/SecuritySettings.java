package io.demarche.api.security;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.demarche.api.web.Role;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is let in.
 *
 * @param open whether everybody on this machine may do everything without an account; taken only on loopback
 * @param setup whether a setup key is made although there are accounts, since the administrator's key was lost
 * @param setupKey the setup key, where none shall be made and printed
 * @param requestsPerMinute what a key or session may ask for
 * @param failuresPerMinute wrong keys that are taken from one address
 * @param rolesClaim what of an OpenID Connect login names roles or groups
 * @param auditKept how long entries of the audit log are kept; for ever unless given
 * @param groups the role of those who belong to a group
 */
@Validated
@ConfigurationProperties(prefix = "demarche.security", ignoreUnknownFields = false)
record SecuritySettings(
        @DefaultValue("false") boolean open,
        @DefaultValue("false") boolean setup,

        @Nullable @Size(min = 20, message = "must have at least 20 characters")
        String setupKey,

        @DefaultValue("1200") @Min(1) int requestsPerMinute,
        @DefaultValue("20") @Min(1) int failuresPerMinute,
        @DefaultValue("roles") @NotBlank String rolesClaim,
        @Nullable @DurationMin(days = 1) Duration auditKept,
        @DefaultValue Map<String, Role> groups) {}
