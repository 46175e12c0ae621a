package io.demarche.ingest.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Headlines, and what pages make of them in their own titles. */
final class Titles {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SEPARATOR = Pattern.compile("\\s+(?:[|\\-–—\\\\/>»·•]|::)\\s+|\\s*[|»]\\s*");

    private static final int SHORTEST_HEADLINE = 25;
    private static final int FEWEST_WORDS = 4;

    private Titles() {}

    /** Whether the text of a link is as long as a headline is at least. */
    static boolean mayBeHeadline(String text) {
        return text.length() >= SHORTEST_HEADLINE && text.split("\\s+", -1).length >= FEWEST_WORDS;
    }

    /** How much of the other is in the one, by words, 0 to 1. */
    static double similarity(String one, String other) {
        Set<String> words =
                new HashSet<>(List.of(NO_WORD.split(one.toLowerCase(Locale.ROOT).strip())));
        List<String> others =
                List.of(NO_WORD.split(other.toLowerCase(Locale.ROOT).strip()));
        int letters = others.stream().mapToInt(String::length).sum();
        int shared =
                others.stream().filter(words::contains).mapToInt(String::length).sum();
        return letters == 0 ? 0 : (double) shared / letters;
    }

    /** A headline without the name of the site, where that stands at its end or beginning. */
    static String withoutSite(String title, @Nullable String site) {
        for (Matcher matcher = SEPARATOR.matcher(title); matcher.find(); ) {
            String before = title.substring(0, matcher.start()).strip();
            String after = title.substring(matcher.end()).strip();
            if (after.equalsIgnoreCase(site)) {
                return before;
            }
            if (before.equalsIgnoreCase(site)) {
                return after;
            }
        }
        return title;
    }

    /** A page's title without what looks like the name of its site: a few words behind the last separator. */
    static String withoutTail(String title) {
        int start = -1;
        int end = -1;
        for (Matcher matcher = SEPARATOR.matcher(title); matcher.find(); ) {
            start = matcher.start();
            end = matcher.end();
        }
        boolean tail = start > 0 && words(title.substring(end)) <= 3 && words(title.substring(0, start)) >= 3;
        return tail ? title.substring(0, start).strip() : title;
    }

    private static int words(String text) {
        return NO_WORD.split(text.strip()).length;
    }
}
