package io.demarche.ingest.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The text that bytes stand for. In this order, the first charset that fits the bytes without a mistake is taken: the byte order mark,
 * the one the server named, the one the document names (an XML declaration or a {@code meta} element), UTF-8, the one that the
 * distribution of bytes suggests. If none fits, the first that was named is read with its mistakes replaced.
 */
public final class Charsets {

    private static final Pattern PARAMETER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([^\\s;\"'>]+)");
    private static final Pattern DECLARATION =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([^\\s\"']+)", Pattern.CASE_INSENSITIVE);

    /** How far into a document its own word on its charset may stand; the HTML standard asks for 1,024 bytes at least. */
    private static final int PRESCAN = 4_096;

    private static final int DETECTED = 100_000;
    private static final char UNKNOWN = '\uFFFD';
    private static final Charset LATIN = Charset.forName("windows-1252");

    /** Labels that stand for more than they say, by the Encoding Standard of the WHATWG, section 4.2. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"));

    private enum Mark {
        UTF_32BE(Charset.forName("UTF-32BE"), 0, 0, 0xFE, 0xFF),
        UTF_32LE(Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0, 0),
        UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
        UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
        UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
        /** No marks, but the first characters of markup (XML 1.0, appendix F.1). */
        UNMARKED_32BE(Charset.forName("UTF-32BE"), 0, 0, 0, '<'),
        UNMARKED_32LE(Charset.forName("UTF-32LE"), '<', 0, 0, 0),
        UNMARKED_16BE(StandardCharsets.UTF_16BE, 0, '<', 0),
        UNMARKED_16LE(StandardCharsets.UTF_16LE, '<', 0),
        EBCDIC(Charset.forName("IBM037"), 0x4C, 0x6F, 0xA7, 0x94);

        private final Charset charset;
        private final int[] bytes;

        Mark(Charset charset, int... bytes) {
            this.charset = charset;
            this.bytes = bytes;
        }

        static Optional<Charset> of(byte[] body) {
            return Arrays.stream(values())
                    .filter(mark -> mark.begins(body))
                    .map(mark -> mark.charset)
                    .findFirst();
        }

        private boolean begins(byte[] body) {
            for (int place = 0; place < bytes.length; place++) {
                if (place >= body.length || (body[place] & 0xFF) != bytes[place]) {
                    return false;
                }
            }
            return true;
        }
    }

    private Charsets() {}

    /**
     * The text of a document, without its byte order mark; NUL and what fits no charset become U+FFFD.
     *
     * @param contentType the media type as the server sent it, with its parameters; null if it sent none
     */
    public static String decode(byte[] body, @Nullable String contentType) {
        String text = new String(body, of(body, contentType));
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.indexOf('\0') < 0 ? unmarked : unmarked.replace('\0', UNKNOWN);
    }

    /** The charset of a document. */
    public static Charset of(byte[] body, @Nullable String contentType) {
        Optional<Charset> marked = Mark.of(body);
        if (marked.isPresent()) {
            return marked.get();
        }
        Set<Charset> named = named(body, contentType);
        Set<Charset> tried = new LinkedHashSet<>(named);
        tried.add(StandardCharsets.UTF_8);
        return tried.stream()
                .filter(charset -> fits(body, charset))
                .findFirst()
                .or(() -> Optional.of(detected(body)).filter(charset -> fits(body, charset)))
                .or(() -> named.stream().findFirst())
                .orElse(LATIN);
    }

    private static Set<Charset> named(byte[] body, @Nullable String contentType) {
        String start = new String(body, 0, Math.min(body.length, PRESCAN), StandardCharsets.ISO_8859_1);
        Set<Charset> named = new LinkedHashSet<>();
        for (Matcher matcher : List.of(
                PARAMETER.matcher(contentType == null ? "" : contentType),
                DECLARATION.matcher(start),
                PARAMETER.matcher(start))) {
            if (matcher.find()) {
                charset(matcher.group(1)).ifPresent(named::add);
            }
        }
        // whoever writes so in single bytes has not written in UTF-16
        named.removeIf(
                charset -> charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32"));
        return named;
    }

    private static Optional<Charset> charset(String label) {
        try {
            return Optional.of(Charset.forName(LABELS.getOrDefault(label.toLowerCase(Locale.ROOT), label)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(byte[] body, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return Utf8.isSound(body);
        }
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Charset detected(byte[] body) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(body, 0, Math.min(body.length, DETECTED));
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name == null ? LATIN : charset(name).orElse(LATIN);
    }
}
