package io.demarche.core.article;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What is kept of a text to find its copies: a digest of its words, and, of texts long enough, the smallest of 96 hashes over all runs of three words
 * (MinHash: A. Broder, "On the resemblance and containment of documents", 1997). Two texts agree in each of these with the probability that a run of
 * either is in both. Case, punctuation and layout do not count.
 *
 * @param digest of all words
 * @param words how many
 * @param runs how many different runs of three words
 * @param minima the smallest hashes; empty if the text is too short for them to mean anything
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Sketch(long digest, int words, int runs, int[] minima) {

    private static final int RUN = 3;
    private static final int MINIMA = 96;
    private static final int BANDS = 12;
    private static final int ROWS = 4;

    /** Fewer words are a headline or a teaser, which many texts share that tell different things. */
    private static final int FEWEST_WORDS = 40;

    /** What a copy may add: a byline, a place and a date, whose words these are. */
    private static final int MOST_ADDED_WORDS = 12;

    private static final double FEWEST_SHARED = 0.5;
    private static final double FEWEST_CONTAINED = 0.75;

    private static final long[] FACTORS = factors();

    /** How a text relates to an earlier one. */
    public enum Relation {
        /** Nothing in it is not in the other. */
        COPY,
        /** It is the same text, with something added. */
        LONGER,
        /** It is another text. */
        OTHER
    }

    /** The sketch of a text. */
    public static Sketch of(String text) {
        List<String> words = words(text);
        long[] hashes = words.stream().mapToLong(Sketch::hash).toArray();
        long digest = 1;
        for (long hash : hashes) {
            digest = mix(digest * 31 + hash);
        }
        long[] runs = LongStream.range(0, Math.max(0, hashes.length - RUN + 1))
                .map(place -> run(hashes, (int) place))
                .distinct()
                .toArray();
        return new Sketch(digest, hashes.length, runs.length, hashes.length < FEWEST_WORDS ? new int[0] : minima(runs));
    }

    private static long run(long[] hashes, int start) {
        long run = 7;
        for (int place = start; place < start + RUN; place++) {
            run = mix(run * 31 + hashes[place]);
        }
        return run;
    }

    private static int[] minima(long[] runs) {
        int[] minima = new int[MINIMA];
        Arrays.fill(minima, Integer.MAX_VALUE);
        for (long run : runs) {
            for (int hash = 0; hash < MINIMA; hash++) {
                minima[hash] = Math.min(minima[hash], (int) ((run * FACTORS[hash]) >>> 33)); // multiply and shift
            }
        }
        return minima;
    }

    /** Whether its words alone say that another text of the same words is a copy. */
    public boolean isLong() {
        return words >= FEWEST_WORDS;
    }

    /**
     * Keys under which it is kept and looked for: texts that share four fifths of their runs have one in common with a probability of 0.998, texts that share a
     * tenth with one of 0.001.
     */
    public List<Long> bands() {
        List<Long> bands = new ArrayList<>();
        for (int band = 0; band < BANDS && minima.length > 0; band++) {
            long key = band + 1L;
            for (int row = 0; row < ROWS; row++) {
                key = mix(key * 31 + minima[band * ROWS + row]);
            }
            bands.add(key);
        }
        return bands;
    }

    /** Whether it is likely that most of one of both is in the other; {@link #relation} says for certain. */
    public boolean resembles(Sketch other) {
        if (minima.length == 0 || other.minima.length == 0) {
            return false;
        }
        int same = 0;
        for (int hash = 0; hash < MINIMA; hash++) {
            same += minima[hash] == other.minima[hash] ? 1 : 0;
        }
        double shared = (double) same / MINIMA;
        double inBoth = shared / (1 + shared) * (runs + other.runs);
        return shared >= FEWEST_SHARED && inBoth >= FEWEST_CONTAINED * Math.min(runs, other.runs);
    }

    /** How a text relates to an earlier one that it resembles, sentence by sentence. */
    public static Relation relation(String text, String earlier) {
        Set<List<String>> mine = sentences(text);
        Set<List<String>> others = sentences(earlier);
        if (addedWords(mine, others) <= MOST_ADDED_WORDS) {
            return Relation.COPY;
        }
        return addedWords(others, mine) <= MOST_ADDED_WORDS ? Relation.LONGER : Relation.OTHER;
    }

    private static int addedWords(Set<List<String>> mine, Set<List<String>> others) {
        return mine.stream()
                .filter(sentence -> !others.contains(sentence))
                .mapToInt(List::size)
                .sum();
    }

    private static Set<List<String>> sentences(String text) {
        Set<List<String>> sentences = new HashSet<>();
        for (String sentence : text.split("(?<=[.!?。؟])\\s+|\\n+", -1)) {
            List<String> words = words(sentence);
            if (!words.isEmpty()) {
                sentences.add(words);
            }
        }
        return sentences;
    }

    /** Runs of letters and digits in lower case; each letter of a script without spaces is one. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int place = 0; place <= text.length(); place++) {
            boolean within = place < text.length() && Character.isLetterOrDigit(text.charAt(place));
            boolean alone = within && Character.isIdeographic(text.charAt(place));
            if (start >= 0 && (!within || alone)) {
                words.add(text.substring(start, place).toLowerCase(Locale.ROOT));
                start = -1;
            }
            if (alone) {
                words.add(text.substring(place, place + 1));
            } else if (within && start < 0) {
                start = place;
            }
        }
        return words;
    }

    private static long hash(String word) {
        long hash = 0xCBF29CE484222325L;
        for (int place = 0; place < word.length(); place++) {
            hash = (hash ^ word.charAt(place)) * 0x100000001B3L; // FNV-1a
        }
        return hash;
    }

    /** The finaliser of MurmurHash3, by A. Appleby. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }

    private static long[] factors() {
        long[] factors = new long[MINIMA];
        for (int place = 0; place < MINIMA; place++) {
            factors[place] = mix(place + 1L) | 1;
        }
        return factors;
    }

    /** The smallest hashes as bytes, to be stored. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(minima.length * Integer.BYTES);
        bytes.asIntBuffer().put(minima);
        return bytes.array();
    }

    /** The smallest hashes that were stored. */
    public static int[] minima(byte[] bytes) {
        int[] minima = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(minima);
        return minima;
    }
}
