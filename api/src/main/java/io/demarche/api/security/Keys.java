package io.demarche.api.security;

import java.util.Map;

import io.demarche.api.web.Caller;
import io.demarche.api.web.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Takes keys for those whose they are. */
final class Keys {

    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);

    private final Accounts accounts;
    private final Limits limits;

    Keys(Accounts accounts, Limits limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    /** Who has that key; refused if nobody has, and soon at once if the same address goes on trying. */
    Caller caller(String key, String address) {
        limits.checkFailures(address);
        return KeyText.parse(key.strip()).flatMap(accounts::caller).orElseThrow(() -> {
            limits.countFailure(address);
            LOG.warn("a wrong key from {}", address);
            return new RefusedException(
                    HttpStatus.UNAUTHORIZED,
                    "wrong-key",
                    "this key is not known, has expired or was revoked",
                    Map.of());
        });
    }
}
