package io.demarche.rules.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts text into tokens: words with inner hyphens and apostrophes, abbreviations with points, numbers, and single signs. */
public final class Tokenizer {

    private static final Pattern TOKEN = Pattern.compile(
            "(?:\\p{Lu}\\.){2,}|\\d[\\d,.]*\\d|\\d|[\\p{L}\\p{M}\\p{N}]+(?:[-'][\\p{L}\\p{M}\\p{N}]+)*|[^\\s]");
    private static final Pattern CLITIC = Pattern.compile("(?i)(.+?)('s|n't|'re|'ve|'ll|'d|'m)");

    private Tokenizer() {}

    /** The tokens of {@code text} from {@code start} to {@code end}. Possessive 's and n't are tokens of their own. */
    public static List<Token> tokens(String text, int start, int end) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text.substring(start, end).replace('’', '\''));
        while (matcher.find()) {
            String word = matcher.group();
            int from = start + matcher.start();
            int to = start + matcher.end();
            Matcher clitic = word.indexOf('\'') < 0 ? null : CLITIC.matcher(word);
            if (clitic != null && clitic.matches()) {
                int cut = from + clitic.end(1);
                tokens.add(new Token(clitic.group(1), from, cut));
                tokens.add(new Token(clitic.group(2), cut, to));
            } else {
                tokens.add(new Token(word, from, to));
            }
        }
        return tokens;
    }
}
