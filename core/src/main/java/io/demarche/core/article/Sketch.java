package io.demarche.core.article;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is kept of a text to find its copies, which share whole sentences with it: a digest of its words, and the smallest hashes of its sentences
 * (bottom-k MinHash: A. Broder, "On the resemblance and containment of documents", 1997, with sentences for shingles). Which of two texts' sentences have
 * the smallest hashes does not depend on where they stand, so two that share most share some of these. Case, punctuation and layout do not count.
 *
 * @param digest of all words; of a text too short to be told from others by its words, of its headline, too
 * @param sentences the smallest hashes of its sentences, ascending; empty if the text is short
 */
public record Sketch(long digest, List<Long> sentences) {

    /** So many of its sentences a text is found by; if a fifth is cut away, all of them are gone with a probability of 0.0016. */
    public static final int KEPT = 4;

    /** So many of its sentences are looked for: those kept of one a third as long are among them. */
    private static final int SOUGHT = 3 * KEPT;

    /** Fewer words are a headline or a teaser, which many texts share that tell different things. */
    private static final int FEWEST_WORDS = 40;

    /** Fewer words are a phrase that many texts share. */
    private static final int FEWEST_WORDS_OF_SENTENCE = 8;

    /** What a copy may add: a byline, a place and a date, whose words these are. */
    private static final int MOST_ADDED_WORDS = 12;

    /** How a text relates to an earlier one. */
    public enum Relation {
        /** Nothing in it is not in the other. */
        COPY,
        /** It is the same text, with something added. */
        LONGER,
        /** It is another text. */
        OTHER
    }

    public Sketch {
        sentences = List.copyOf(sentences);
    }

    /** The sketch of a text under a headline. */
    public static Sketch of(String title, String text) {
        Scan scan = new Scan(text);
        if (scan.words < FEWEST_WORDS) {
            return new Sketch(mix(scan.digest * 31 + title.hashCode()), List.of());
        }
        Stream<Long> sentences = scan.sentences.entrySet().stream()
                .filter(sentence -> sentence.getValue().words() >= FEWEST_WORDS_OF_SENTENCE)
                .map(Map.Entry::getKey);
        return new Sketch(scan.digest, sentences.sorted().limit(SOUGHT).toList());
    }

    /** How a text relates to an earlier one that shares a sentence with it. */
    public static Relation relation(String text, String earlier) {
        Scan mine = new Scan(text);
        Scan others = new Scan(earlier);
        List<Sentence> added = mine.missingIn(others);
        List<Sentence> gone = others.missingIn(mine);
        if (added.stream().anyMatch(sentence -> gone.stream().anyMatch(sentence::isVariantOf))) {
            return Relation.OTHER;
        }
        if (words(added) <= MOST_ADDED_WORDS) {
            return Relation.COPY;
        }
        return words(gone) <= MOST_ADDED_WORDS ? Relation.LONGER : Relation.OTHER;
    }

    private static int words(List<Sentence> sentences) {
        return sentences.stream().mapToInt(sentence -> sentence.words().size()).sum();
    }

    /**
     * A sentence.
     *
     * @param words hashes of its words
     * @param isClosed whether it ends as sentences do; a byline does not
     */
    private record Sentence(List<Long> words, boolean isClosed) {

        /** Whether they share half of their words: then the one was made of the other, by another number or name. */
        boolean isVariantOf(Sentence other) {
            Set<Long> shared = new HashSet<>(words);
            shared.retainAll(Set.copyOf(other.words));
            return isClosed && other.isClosed && 2 * shared.size() >= Math.max(words.size(), other.words.size());
        }
    }

    /** A sentence as a run of words, the last one not included. */
    private record Span(int start, int end, boolean isClosed) {

        int words() {
            return end - start;
        }
    }

    /** One pass over a text: words are runs of letters and digits in lower case; each letter of a script without spaces is one. */
    private static final class Scan {

        private static final String MARKS = ".!?؟。！？";
        private static final long NO_WORD = 0xCBF29CE484222325L;

        private final String text;

        /** Where the words of each sentence stand among all, by its hash. */
        private final Map<Long, Span> sentences = new HashMap<>();

        private long[] hashes = new long[256];
        private int words;
        private long digest = 1;
        private long word = NO_WORD;
        private long sentence;
        private int wordsBefore;

        Scan(String text) {
            this.text = text;
            for (int place = 0; place < text.length(); place++) {
                char at = text.charAt(place);
                if (Character.isLetterOrDigit(at)) {
                    boolean alone = Character.isIdeographic(at);
                    if (alone) {
                        endWord();
                    }
                    word = (word ^ Character.toLowerCase(at)) * 0x100000001B3L; // FNV-1a
                    if (alone) {
                        endWord();
                    }
                } else {
                    endWord();
                    if (ends(at, place)) {
                        endSentence(MARKS.indexOf(at) >= 0);
                    }
                }
            }
            endWord();
            endSentence(false);
        }

        /** A dash does, too: what stands before the first is often place, date and agency. */
        private boolean ends(char at, int place) {
            return switch (at) {
                case '\n', '。', '！', '？' -> true;
                case '.', '!', '?', '؟' -> place + 1 == text.length() || isSpace(place + 1);
                case '-', '–', '—' -> isSpace(place - 1) && isSpace(place + 1);
                default -> false;
            };
        }

        private boolean isSpace(int place) {
            return place >= 0 && place < text.length() && Character.isWhitespace(text.charAt(place));
        }

        List<Sentence> missingIn(Scan other) {
            return sentences.entrySet().stream()
                    .filter(entry -> !other.sentences.containsKey(entry.getKey()))
                    .map(entry -> sentence(entry.getValue()))
                    .toList();
        }

        private Sentence sentence(Span span) {
            List<Long> words =
                    Arrays.stream(hashes, span.start(), span.end()).boxed().toList();
            return new Sentence(words, span.isClosed());
        }

        private void endWord() {
            if (word != NO_WORD) {
                digest = mix(digest * 31 + word);
                sentence = mix(sentence * 31 + word);
                if (words == hashes.length) {
                    hashes = Arrays.copyOf(hashes, 2 * words);
                }
                hashes[words++] = word;
                word = NO_WORD;
            }
        }

        private void endSentence(boolean closed) {
            if (words > wordsBefore) {
                sentences.put(sentence, new Span(wordsBefore, words, closed));
                sentence = 0;
                wordsBefore = words;
            }
        }
    }

    /** The finaliser of MurmurHash3, by A. Appleby. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
