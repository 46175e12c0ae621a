package io.demarche.core.article;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * One spelling for the many addresses under which one article is linked: the syntax-based normalisation of RFC 3986
 * section 6.2.2 (case of scheme and host, default port, empty path), without the fragment, the user information and the
 * query parameters that only track the reader.
 */
public final class CanonicalUrl {

    private static final Pattern TRACKING =
            Pattern.compile("(?i)(utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs(enc|mi)|cmpid)");

    /** Hosts and paths by which sites serve the same article to telephones, and the parameters that ask for it. */
    private static final Pattern OTHER_HOST = Pattern.compile("^(?:www\\d?|m|mobile|amp|touch)\\.(?=.+\\..+)");

    private static final Pattern OTHER_PATH = Pattern.compile("^/amp(?=/.)|/amp/?$|\\.amp(?=\\.html?$|$)");
    private static final Pattern OTHER_FORM =
            Pattern.compile("(?i)amp(=.*)?|outputType=amp|(?:view|layout)=(?:amp|print)|print(?:able)?(?:=.*)?");

    private CanonicalUrl() {}

    /**
     * What is the same for all addresses of one article: neither the scheme, nor the hosts and paths of mobile, AMP and print variants make a difference.
     *
     * @throws IllegalArgumentException if it is no absolute http or https address
     */
    public static String identity(URI url) {
        URI canonical = of(url);
        String host = OTHER_HOST.matcher(canonical.getHost()).replaceFirst("");
        String path = OTHER_PATH.matcher(canonical.getRawPath()).replaceFirst("");
        String port = canonical.getPort() == -1 ? "" : ":" + canonical.getPort();
        String query = query(canonical.getRawQuery(), OTHER_FORM.asMatchPredicate());
        return host + port + (path.isEmpty() ? "/" : path) + query;
    }

    /**
     * The canonical spelling of an absolute http or https address.
     *
     * @throws IllegalArgumentException if it is not one, saying what was found
     */
    public static URI of(URI url) {
        String scheme = lower(url.getScheme());
        String host = lower(url.getHost());
        if (!("http".equals(scheme) || "https".equals(scheme)) || host.isEmpty()) {
            throw new IllegalArgumentException("an absolute http or https address is expected, found '" + url + "'");
        }
        String port = url.getPort() == -1 || url.getPort() == defaultPort(scheme) ? "" : ":" + url.getPort();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return URI.create(scheme + "://" + host + port + path + query(url.getRawQuery(), CanonicalUrl::tracks));
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String query(@Nullable String raw, Predicate<String> superfluous) {
        if (raw == null) {
            return "";
        }
        String kept = Arrays.stream(raw.split("&", -1))
                .filter(parameter -> !parameter.isEmpty() && !superfluous.test(parameter))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean tracks(String parameter) {
        return TRACKING.matcher(parameter.split("=", 2)[0]).matches();
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
