package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** A note for a person to read, with places that the facts fill: {@code {actor}} or {@code {$e.days}}. */
record Note(List<Part> parts) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:(\\$\\w+)\\.)?(\\w+)}");
    private static final int LONGEST = 500;

    /** A piece of text, or a field of the fact that matched the pattern at that place in the rule. */
    record Part(String text, int pattern, @Nullable Field field) {}

    /** Reads a note; a placeholder without a variable is about the flagged statement. */
    static Note parse(Token note, int flagged, Scope scope) throws RuleTextException {
        List<Part> parts = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(note.text());
        int at = 0;
        while (placeholder.find()) {
            addText(note.text().substring(at, placeholder.start()), note, parts);
            Scope.Bound bound = placeholder.group(1) == null
                    ? new Scope.Bound(flagged, Fact.Sort.STATEMENT)
                    : scope.bound(new Token(Token.Kind.WORD, placeholder.group(1), note.offset()));
            Field field = Scope.field(new Token(Token.Kind.WORD, placeholder.group(2), note.offset()), bound.sort());
            parts.add(new Part("", bound.pattern(), field));
            at = placeholder.end();
        }
        addText(note.text().substring(at), note, parts);
        return new Note(List.copyOf(parts));
    }

    private static void addText(String text, Token note, List<Part> parts) throws RuleTextException {
        if (text.contains("{") || text.contains("}")) {
            throw new RuleTextException(
                    note.offset(), "in a note, braces hold a field of a fact: {actor} or {$s.actor}");
        }
        if (!text.isEmpty()) {
            parts.add(new Part(text, -1, null));
        }
    }

    boolean asksFor(Field field) {
        return parts.stream().anyMatch(part -> part.field() == field);
    }

    /** The note about these facts, by the places of their patterns; cut where it grows too long. */
    String about(@Nullable Fact[] facts) {
        StringBuilder note = new StringBuilder();
        for (Part part : parts) {
            Fact fact = part.field() == null ? null : facts[part.pattern()];
            note.append(
                    part.field() == null || fact == null
                            ? part.text()
                            : plain(part.field().of(fact)));
        }
        return note.length() <= LONGEST ? note.toString() : note.substring(0, LONGEST - 1) + "…";
    }

    private static String plain(@Nullable Object value) {
        if (value == null) {
            return "unknown";
        }
        if (value instanceof Double number) {
            return number == Math.rint(number)
                    ? String.valueOf(number.longValue())
                    : String.format(Locale.ROOT, "%.1f", number);
        }
        if (value instanceof Collection<?> list) {
            return list.isEmpty()
                    ? "nobody"
                    : list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }
}
