package io.demarche.ingest.hub;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.demarche.ingest.fetch.HttpForms;

/** Asks hubs to announce changes (WebSub section 5.1). */
public final class HubClient {

    private final HttpForms forms;

    /** A client that asks by these forms. */
    public HubClient(HttpForms forms) {
        this.forms = forms;
    }

    /**
     * Asks the hub to announce changes to an address, which it will ask whether this was meant.
     *
     * @param secret by which it signs what it announces; at most 200 bytes
     * @param lease for how long
     * @return why it does not; empty if it may
     */
    public Optional<String> subscribe(Hub hub, URI callback, String secret, Duration lease) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.mode", "subscribe");
        form.put("hub.topic", hub.topic().toString());
        form.put("hub.callback", callback.toString());
        form.put("hub.secret", secret);
        form.put("hub.lease_seconds", Long.toString(lease.toSeconds()));
        return forms.post(hub.address(), form);
    }
}
