package io.demarche.rules.reading.english;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells in one pass over the characters, and without making an object, whether a text may tell a measure at all: whether it has
 * a word of some head and a word of an object that this head takes. A text that does not pass tells nothing; one that passes may
 * still tell nothing.
 *
 * <p>An object of several words is known by the first two, a head by the longest word that follows it. Words are compared by
 * hash alone: two that share one let a text pass in vain, never keep one out.
 */
final class Gate {

    private static final int SIZE = 1 << 14;
    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    private final Map<String, Integer> classes = new HashMap<>();
    private final int[] hashes = new int[SIZE];
    private final long[] heads = new long[SIZE];
    private final long[] objects = new long[SIZE];
    private long named;

    /** A head in one of its forms, with the words that follow it. */
    void addHead(String form, List<String> rest, String objectClass) {
        String longest = longestWord(rest);
        heads[slot(hash(longest.length() > 3 ? longest : longestPart(form)))] |= bit(objectClass);
    }

    /** A head in one of its forms that tells something only with the next word right behind it. */
    void addPair(String form, String next, String objectClass) {
        heads[slot(pair(hash(form), hash(next)))] |= bit(objectClass);
    }

    /** A noun or phrase of that class of objects. */
    void addObject(String phrase, String objectClass) {
        String[] words = phrase.split("[^\\p{L}]+", -1);
        int key = words.length == 1 ? hash(words[0]) : pair(hash(words[0]), hash(words[1]));
        objects[slot(key)] |= bit(objectClass);
    }

    /** The objects of that class, all of which must be known by now, tell something without a head. */
    void addAlone(String objectClass) {
        for (int slot = 0; slot < SIZE; slot++) {
            if ((objects[slot] & bit(objectClass)) != 0) {
                heads[slot] |= bit(objectClass);
            }
        }
    }

    /** The objects of that class are names of parties, which are looked for later. */
    void addNamed(String objectClass) {
        named |= bit(objectClass);
    }

    /** Whether that text has what a measure is told with. */
    boolean mayTell(String text) {
        long headBits = 0;
        long objectBits = named;
        int hash = FNV_OFFSET;
        int before = 0;
        boolean inWord = false;
        for (int i = 0; i <= text.length(); i++) {
            int lower = i < text.length() ? letter(text.charAt(i)) : -1;
            if (lower >= 0) {
                hash = (hash ^ lower) * FNV_PRIME;
                inWord = true;
            } else if (inWord) {
                int word = find(hash);
                int pair = find(pair(before, hash));
                headBits |= heads[word] | heads[pair];
                objectBits |= objects[word] | objects[pair];
                if ((headBits & objectBits) != 0) {
                    return true;
                }
                before = hash;
                hash = FNV_OFFSET;
                inWord = false;
            }
        }
        return false;
    }

    /** The letter in lower case, or -1 if it is none. */
    private static int letter(char c) {
        if (c < 128) {
            int lower = c | 0x20;
            return lower >= 'a' && lower <= 'z' ? lower : -1;
        }
        return Character.isLetter(c) ? Character.toLowerCase(c) : -1;
    }

    private static int hash(String word) {
        int hash = FNV_OFFSET;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ letter(word.charAt(i))) * FNV_PRIME;
        }
        return hash;
    }

    private static int pair(int before, int hash) {
        return (before ^ 0x5bd1e995) * FNV_PRIME ^ hash;
    }

    /** The slot of that hash, or an empty one. */
    private int find(int hash) {
        int slot = hash & (SIZE - 1);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (SIZE - 1);
        }
        return slot;
    }

    private int slot(int hash) {
        int slot = find(hash);
        hashes[slot] = hash;
        return slot;
    }

    private long bit(String objectClass) {
        return 1L << classes.computeIfAbsent(objectClass, name -> classes.size());
    }

    private static String longestWord(List<String> words) {
        return words.stream()
                .filter(word -> !Words.PREPOSITIONS.contains(word) && !Words.DETERMINERS.contains(word))
                .map(Gate::longestPart)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** The longest run of letters: visa of visa-free. */
    private static String longestPart(String word) {
        return Arrays.stream(word.split("[^\\p{L}]+", -1))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
