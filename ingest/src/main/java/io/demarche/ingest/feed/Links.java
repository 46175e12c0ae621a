package io.demarche.ingest.feed;

import java.net.URI;
import java.net.URISyntaxException;

import org.jsoup.internal.StringUtil;
import org.jspecify.annotations.Nullable;

/** Addresses as feeds write them. */
final class Links {

    private Links() {}

    /** The web address, resolved; null if it is none. */
    static @Nullable URI resolve(URI base, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            URI resolved = new URI(StringUtil.resolve(base.toString(), escaped(given.strip())));
            boolean web = resolved.getHost() != null
                    && String.valueOf(resolved.getScheme()).matches("(?i)https?");
            return web ? resolved : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** What no address may hold, but many do, in its escaped form (RFC 3986 section 2.1); line breaks within are left out. */
    private static String escaped(String given) {
        StringBuilder escaped = new StringBuilder();
        for (int place = 0; place < given.length(); place++) {
            char letter = given.charAt(place);
            if (letter == '\n' || letter == '\r' || letter == '\t') {
                continue;
            }
            boolean bad = letter <= ' ' || "\"<>\\^`{|}".indexOf(letter) >= 0;
            escaped.append(bad ? "%%%02X".formatted((int) letter) : String.valueOf(letter));
        }
        return escaped.toString();
    }
}
