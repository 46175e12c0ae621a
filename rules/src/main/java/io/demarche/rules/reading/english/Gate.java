package io.demarche.rules.reading.english;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.demarche.rules.reading.WordFilter;

/**
 * Tells in one pass over the characters, and making no object but their copy, whether a text may tell a measure at all: whether it names
 * a party, and has a word of some head and a word of an object that this head takes. A text that does not pass tells nothing; one
 * that passes may still tell nothing.
 *
 * <p>A name or an object of several words is known by the first two, a head by the longest word that follows it. Words are compared by
 * hash alone: two that share one let a text pass in vain, never keep one out.
 */
final class Gate {

    private static final int SIZE = 1 << 14;
    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    private static final int ASCII = 128;
    /** An apostrophe that Unicode counts among the letters. */
    private static final char MODIFIER_APOSTROPHE = 'ʼ';

    /** Of each character of ASCII the letter in lower case, or -1 if it is none. */
    private static final byte[] LOWER = lower();

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    /** The bit of the names of parties, which belong to no class of objects. */
    private static final long PARTY = Long.MIN_VALUE;

    private final Map<String, Integer> classes = new HashMap<>();
    /** Keeps most words from being looked for in the tables, which are too large to be at hand. */
    private final WordFilter known = new WordFilter(WordFilter.LARGE);

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
        objects[slot(key(phrase))] |= bit(objectClass);
    }

    /**
     * A name of a party, or whatever stands for one that is not named. A single word is not meant in small letters: us, who. One that
     * is written so itself cannot be told from other words: then no text need name a party.
     */
    void addParty(String name) {
        if (Character.isLowerCase(name.charAt(0)) && name.codePoints().allMatch(Character::isLetter)) {
            named |= PARTY;
        }
        objects[slot(key(name))] |= PARTY;
    }

    /** The 5+1, which has no letters, gives the key of no word: whom it bears on is named as well. */
    private static int key(String phrase) {
        List<String> words =
                NO_LETTERS.splitAsStream(phrase).filter(word -> !word.isEmpty()).toList();
        return switch (words.size()) {
            case 0 -> FNV_OFFSET;
            case 1 -> hash(words.get(0));
            default -> pair(hash(words.get(0)), hash(words.get(1)));
        };
    }

    /** The objects of that class, all of which must be known by now, tell something without a head. */
    void addAlone(String objectClass) {
        for (int slot = 0; slot < SIZE; slot++) {
            if ((objects[slot] & bit(objectClass)) != 0) {
                heads[slot] |= bit(objectClass);
            }
        }
    }

    /** The objects of that class are parties, or whom they are of. */
    void addNamed(String objectClass) {
        named |= bit(objectClass);
    }

    /** Whether these two parts of an article together have what a measure is told with. */
    boolean mayTell(String title, String text) {
        long headBits = 0;
        long objectBits = named;
        int before = 0;
        for (int part = 0; part < 2; part++) {
            char[] chars = (part == 0 ? title : text).toCharArray();
            int end = chars.length;
            int at = 0;
            while (at < end) {
                int lower = letter(chars[at]);
                if (lower < 0) {
                    at++;
                    continue;
                }
                boolean small = chars[at] == lower && Character.isLowerCase(lower);
                int hash = FNV_OFFSET;
                while (lower >= 0) {
                    hash = (hash ^ lower) * FNV_PRIME;
                    at++;
                    lower = at < end ? letter(chars[at]) : -1;
                }
                int pair = pair(before, hash);
                if (known.mayHold(hash)) {
                    int word = find(hash);
                    headBits |= heads[word];
                    objectBits |= small ? objects[word] & ~PARTY : objects[word];
                }
                if (known.mayHold(pair)) {
                    int words = find(pair);
                    headBits |= heads[words];
                    objectBits |= objects[words];
                }
                if (objectBits < 0 && (headBits & objectBits) != 0) {
                    return true;
                }
                before = hash;
            }
        }
        return false;
    }

    /** The letter in lower case, or -1 if it is none. */
    private static int letter(char c) {
        return c < LOWER.length ? LOWER[c] : letterBeyondAscii(c);
    }

    private static int letterBeyondAscii(char c) {
        return Character.isLetter(c) && c != MODIFIER_APOSTROPHE ? Character.toLowerCase(c) : -1;
    }

    private static byte[] lower() {
        byte[] lower = new byte[ASCII];
        Arrays.fill(lower, (byte) -1);
        for (char c = 'a'; c <= 'z'; c++) {
            lower[c] = (byte) c;
            lower[Character.toUpperCase(c)] = (byte) c;
        }
        return lower;
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
        known.add(hash);
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
        return NO_LETTERS
                .splitAsStream(word)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
