package io.demarche.rules.rulebook;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a misspelt word was probably meant to be. */
final class Suggestion {

    private static final int FARTHEST = 3;

    private Suggestion() {}

    /** A sentence that names the nearest known word, if one is near, and then all of them. */
    static String among(Collection<String> known, String found) {
        return nearest(known, found)
                        .map(word -> "did you mean '" + word + "'? ")
                        .orElse("") + "known: " + String.join(", ", known);
    }

    /** The known word that differs least, if one is near. */
    static Optional<String> nearest(Collection<String> known, String found) {
        return known.stream()
                .filter(word -> distance(word, found) <= Math.min(FARTHEST, found.length() / 2))
                .min(Comparator.comparingInt((String word) -> distance(word, found))
                        .thenComparing(word -> word));
    }

    /** The edit distance of Levenshtein (1966), without regard to case. */
    private static int distance(String a, String b) {
        String one = a.toLowerCase(Locale.ROOT);
        String other = b.toLowerCase(Locale.ROOT);
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
