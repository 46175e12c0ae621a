package io.demarche.api.subscription;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import io.demarche.api.json.FilterJson;
import io.demarche.api.json.TermsJson;
import io.demarche.core.subscription.Topic;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A wish to subscribe, or for other terms. What is left out is as usual.
 *
 * @param url where webhooks go, https
 * @param poll whether the subscriber has no URL, and fetches what is owed
 * @param description what it is for
 * @param topic flagged events, or what becomes of receivers
 * @param filter which events; all if left out
 * @param payload how an event is written
 * @param updates when an event is told again
 * @param timing when events are sent
 * @param pace how many at a time
 * @param silences what is not sent for a while
 * @param credentials what the receiver asks for beside the signature; left out of a change, they stay
 * @param secret what webhooks are signed with; one is made if left out; only when subscribing
 * @param ed25519 whether they are also signed by a key of which the receiver knows the public half; only when subscribing
 */
@Schema(name = "SubscriptionWish")
record Wish(
        @Nullable @Size(max = 2000) String url,
        @Nullable Boolean poll,
        @Nullable @Size(max = 500) String description,
        @Nullable Topic topic,
        @Nullable @Valid FilterJson filter,
        @Valid TermsJson.@Nullable PayloadJson payload,
        @Valid TermsJson.@Nullable UpdatesJson updates,
        @Valid TermsJson.@Nullable TimingJson timing,
        @Valid TermsJson.@Nullable PaceJson pace,
        @Nullable @Size(max = 50) List<TermsJson.@Valid SilenceJson> silences,
        @Nullable @Valid CredentialsJson credentials,
        @Nullable String secret,
        @Nullable Boolean ed25519) {

    TermsJson terms() {
        return new TermsJson(payload, updates, timing, pace, silences);
    }

    FilterJson wanted() {
        return filter == null ? FilterJson.EMPTY : filter;
    }
}
