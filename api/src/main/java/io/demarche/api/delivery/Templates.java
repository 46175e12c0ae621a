package io.demarche.api.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.demarche.core.subscription.PayloadForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Templates in Mustache, whose values are maps, lists and texts alone: no object is asked for anything, and what a template writes is
 * bounded. In JSON every value is escaped as a text of JSON.
 */
final class Templates {

    private static final int LONGEST = 200_000;

    /** Elements of lists that a template may go through: lists within lists multiply. */
    private static final int MOST_ELEMENTS = 10_000;

    private static final Mustache.Escaper JSON =
            text -> String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(text));

    /** Slack takes these three for its own markup, mentions of everybody among it. */
    private static final Mustache.Escaper SLACK =
            text -> JSON.escape(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));

    private Templates() {}

    /** What the form's template writes with these values; the form has one. */
    static String write(PayloadForm form, Map<String, Object> values) {
        String text = form.template() == null ? bundled(form.kind()) : form.template();
        return write(text, escaper(form), values);
    }

    private static Mustache.Escaper escaper(PayloadForm form) {
        if (form.kind() == PayloadForm.Kind.SLACK) {
            return SLACK;
        }
        String type = form.contentType();
        return type == null || type.contains("json") ? JSON : type.contains("html") ? Escapers.HTML : Escapers.NONE;
    }

    private static String write(String text, Mustache.Escaper escaper, Map<String, Object> values) {
        try {
            Template template = Mustache.compiler()
                    .withEscaper(escaper)
                    .withCollector(new PlainValues())
                    .withLoader(Templates::refuse)
                    .defaultValue("")
                    .emptyStringIsFalse(true)
                    .compile(text);
            Bounded out = new Bounded();
            template.execute(values, out);
            return out.toString();
        } catch (MustacheException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String bundled(PayloadForm.Kind kind) {
        String name = "/payloads/" + kind.name().toLowerCase(Locale.ROOT) + ".json";
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no template " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader refuse(String name) {
        throw new MustacheException("a template includes no other, such as '" + name + "'");
    }

    /** Looks into maps and lists only, and counts. */
    private static final class PlainValues implements Mustache.Collector {

        private int elements;

        @Override
        public @Nullable Iterator<?> toIterator(Object value) {
            if (!(value instanceof List<?> list)) {
                return null;
            }
            elements += list.size();
            if (elements > MOST_ELEMENTS) {
                throw new MustacheException(
                        "the template goes through more than " + MOST_ELEMENTS + " elements of lists");
            }
            return list.iterator();
        }

        @Override
        public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Map<?, ?>
                    ? (map, key) -> {
                        Object found = ((Map<?, ?>) map).get(key);
                        return found == null ? Template.NO_FETCHER_FOUND : found;
                    }
                    : null;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }

    private static final class Bounded extends Writer {

        private final StringBuilder written = new StringBuilder();

        @Override
        public void write(char[] buffer, int offset, int length) {
            if (written.length() + length > LONGEST) {
                throw new MustacheException("the template writes more than " + LONGEST + " characters");
            }
            written.append(buffer, offset, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return written.toString();
        }
    }
}
