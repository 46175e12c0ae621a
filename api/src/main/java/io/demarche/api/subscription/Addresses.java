package io.demarche.api.subscription;

import java.net.URI;
import java.net.URISyntaxException;

import io.demarche.api.web.InvalidRequestException;
import io.demarche.ingest.fetch.AddressGuard;

/** Says which addresses may be registered. */
final class Addresses {

    private final AddressGuard guard;

    Addresses(AddressGuard guard) {
        this.guard = guard;
    }

    /** That address. Only https, unless it was let through by name: nobody else can listen in there. */
    URI https(String where, String text) {
        URI url;
        try {
            url = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new InvalidRequestException(where, "is no URL: " + e.getMessage());
        }
        guard.refusal(url).ifPresent(reason -> {
            throw new InvalidRequestException(where, reason);
        });
        if (!"https".equalsIgnoreCase(url.getScheme()) && !guard.isAllowedLiteral(url)) {
            throw new InvalidRequestException(
                    where, "must be https; http is for addresses of the setting demarche.network.allowed");
        }
        return url;
    }
}
