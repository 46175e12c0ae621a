package io.demarche.ingest.source;

import java.net.URI;
import java.time.Duration;

import io.demarche.ingest.feed.Hints;
import io.demarche.ingest.fetch.Fetched;
import io.demarche.ingest.fetch.Validators;
import io.demarche.ingest.hub.Hub;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a source taught about the next one.
 *
 * @param validators what the server said of the state that was sent
 * @param hints what the feed itself asks for
 * @param notice what the server says
 * @param failure why nothing came; null if something did, or nothing has changed
 * @param changed whether anything was sent at all
 * @param bytes of what was sent, decompressed
 * @param hub where its changes are announced; null if nowhere, or nothing was sent
 * @param whole whether all was taken that was found; if not, the next look asks for it again, changed or not
 */
public record Look(
        Validators validators,
        Hints hints,
        Fetched.Notice notice,
        Fetched.@Nullable Failed failure,
        boolean changed,
        long bytes,
        @Nullable Hub hub,
        boolean whole) {

    static Look failed(Validators validators, Fetched.Failed failure) {
        return new Look(validators, Hints.NONE, Fetched.Notice.NONE, failure, false, 0, null, true);
    }

    static Look unchanged(Validators validators, Fetched.Notice notice) {
        return new Look(validators, Hints.NONE, notice, null, false, 0, null, true);
    }

    static Look changed(Fetched.Document document, Hints hints) {
        return new Look(
                document.validators(), hints, document.notice(), null, true, document.body().length, null, true);
    }

    /** The same, of a feed whose changes are announced. */
    Look announcedBy(@Nullable Hub announcer) {
        return new Look(validators, hints, notice, failure, changed, bytes, announcer, whole);
    }

    /** A look at what is not on the web. */
    static Look local() {
        return new Look(Validators.NONE, Hints.NONE, Fetched.Notice.NONE, null, true, 0, null, true);
    }

    /** What was sent is none of what it should be. */
    static Look unusable(Fetched.Document document, String reason) {
        return new Look(
                Validators.NONE,
                Hints.NONE,
                document.notice(),
                new Fetched.Failed(reason),
                true,
                document.body().length,
                null,
                true);
    }

    /** The same, of which something could not be taken. */
    public Look inPart() {
        return new Look(validators, hints, notice, failure, changed, bytes, hub, false);
    }

    /** Where to ask from now on; null if nothing is said. */
    @Nullable
    URI movedTo() {
        return notice.movedTo();
    }

    /** How long the server or the feed asks to be left alone after a good answer. */
    Duration asked() {
        Duration fresh = notice.freshFor() == null ? Duration.ZERO : notice.freshFor();
        Duration interval = hints.interval() == null ? Duration.ZERO : hints.interval();
        return fresh.compareTo(interval) > 0 ? fresh : interval;
    }
}
