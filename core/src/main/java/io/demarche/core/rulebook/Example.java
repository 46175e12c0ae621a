package io.demarche.core.rulebook;

import java.util.ArrayList;
import java.util.List;

import io.demarche.core.article.Article;

/**
 * An article of which its author knows the flags: the test of a rulebook, kept in it.
 *
 * @param file the path of the file that holds it
 * @param line where it begins there, counted from 1
 * @param name what it shows
 * @param before articles that came earlier, for rules that look back
 * @param raises what must be raised, each once or more
 * @param never what must not be raised
 */
public record Example(
        String file,
        int line,
        String name,
        List<Article> before,
        Article article,
        List<Expectation> raises,
        List<Expectation> never) {

    public Example {
        before = List.copyOf(before);
        raises = List.copyOf(raises);
        never = List.copyOf(never);
    }

    /** Runs it: reads the article, raises the flags, and compares. */
    public Outcome run(CompiledRulebook rulebook) {
        List<EarlierEvent> past = new ArrayList<>();
        for (Article earlier : before) {
            past.addAll(EarlierEvent.of(earlier, flags(rulebook, earlier, past)));
        }
        List<Flag> flags = flags(rulebook, article, past);
        List<String> mistakes = new ArrayList<>();
        for (Expectation expected : raises) {
            if (flags.stream().noneMatch(expected::isMetBy)) {
                mistakes.add("does not raise " + expected);
            }
        }
        for (Flag flag : flags) {
            boolean wanted = raises.stream().anyMatch(expected -> expected.isMetBy(flag));
            if (!wanted && never.stream().anyMatch(unwanted -> unwanted.isMetBy(flag))) {
                mistakes.add("raises " + Expectation.told(flag) + " by the rule '" + flag.rule() + "' on \""
                        + flag.statement().evidence().quote() + "\"");
            }
        }
        return new Outcome(this, flags, mistakes);
    }

    private static List<Flag> flags(CompiledRulebook rulebook, Article article, List<EarlierEvent> past) {
        return rulebook.evaluate(article, rulebook.reader().read(article), past).flags();
    }

    /**
     * What came of an example.
     *
     * @param flags what was raised
     * @param mistakes how that differs from what its author knows; empty if the example passes
     */
    public record Outcome(Example example, List<Flag> flags, List<String> mistakes) {

        public Outcome {
            flags = List.copyOf(flags);
            mistakes = List.copyOf(mistakes);
        }

        /** Whether it raises what it must and nothing that it must not. */
        public boolean passes() {
            return mistakes.isEmpty();
        }

        /** The mistakes as problems of the file that holds the example. */
        public List<Problem> problems() {
            return mistakes.stream()
                    .map(mistake -> new Problem(
                            example.file(), example.line(), 1, "the example '" + example.name() + "' " + mistake))
                    .toList();
        }
    }

    /** What may be asked of flags: a kind, {@code *} for any, and, where they matter, who did it to whom. */
    public record Expectation(String kind, String sides) {

        private static final String ANY = "*";

        /**
         * Reads {@code expulsion}, {@code expulsion POL>RUS}, {@code mission-restricted RUS=USA} or {@code *}.
         *
         * @throws IllegalArgumentException if the text is none of that
         */
        public static Expectation parse(String text) {
            String[] words = text.strip().split("\\s+", 2);
            if (!words[0].equals(ANY) && !Flag.isKind(words[0])) {
                throw new IllegalArgumentException(
                        "a kind of flag is expected, and perhaps who does it to whom, such as 'expulsion POL>RUS'; found '"
                                + text + "'");
            }
            return new Expectation(words[0], words.length == 1 ? "" : words[1]);
        }

        boolean isMetBy(Flag flag) {
            return (kind.equals(ANY) || kind.equals(flag.kind()))
                    && (sides.isEmpty() || sides.equals(flag.statement().doing().sides()));
        }

        static Expectation told(Flag flag) {
            return new Expectation(flag.kind(), flag.statement().doing().sides());
        }

        @Override
        public String toString() {
            return sides.isEmpty() ? kind : kind + " " + sides;
        }
    }
}
