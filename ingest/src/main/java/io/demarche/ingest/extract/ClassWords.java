package io.demarche.ingest.extract;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jsoup.nodes.Element;

/**
 * What the words in an element's {@code class} and {@code id} suggest that it holds.
 *
 * @param meanings of its words
 */
record ClassWords(Set<Meaning> meanings) {

    /** What a word may suggest. */
    enum Meaning {
        /** Beside the article, whatever it is. */
        ASIDE,
        /** Perhaps the article, or what holds it, whatever other words say. */
        PERHAPS,
        /** Rather the article. */
        GOOD,
        /** Rather not. */
        BAD,
        /** Other articles. */
        RELATED,
        /** Buttons for sharing. */
        SHARE,
        /** Who wrote it. */
        BYLINE,
        /** What stands under a picture. */
        CAPTION
    }

    private static final ClassWords NONE = new ClassWords(Set.of());
    private static final int SHORTEST_BEGINNING = 6;
    private static final int LETTERS = 26;
    private static final Map<String, EnumSet<Meaning>> STEMS = new HashMap<>();

    static {
        mean(
                Meaning.ASIDE,
                "banner breadcrumb breadcrumbs combx comment comments community cover-wrap disqus extra footer gdpr header legends"
                        + " menu menubar related remark replies rss shoutbox sidebar skyscraper social sponsor sponsored supplemental"
                        + " ad ads adbox advert advertisement advertising agegate pagination pager popup yom-remote cookie cookies consent"
                        + " newsletter subscribe subscription paywall modal navbar navigation nav toolbar promo promos widget widgets"
                        + " recommended recommendation recommendations recirc trending popular mostread outbrain taboola teaser teasers livefyre");
        mean(Meaning.PERHAPS, "and article body column content main mathjax shadow story entry post");
        mean(
                Meaning.GOOD,
                "article body content entry hentry main page pagination post text blog story prose richtext paragraph");
        mean(
                Meaning.BAD,
                "hidden hid banner combx comment comments com contact footer gdpr masthead media meta outbrain promo related scroll share"
                        + " shoutbox sidebar skyscraper sponsor shopping tags tool tools widget ad footnote newsletter subscribe signup"
                        + " taboola recirc recommended trending teaser");
        mean(
                Meaning.RELATED,
                "related recommended recommendation recommendations recirc seealso readalso readmore morefrom trending mostread outbrain"
                        + " taboola teaser teasers");
        mean(Meaning.SHARE, "share sharing sharedaddy social socials sharebar sharetools");
        mean(Meaning.BYLINE, "byline author dateline writtenby p-author");
        mean(Meaning.CAPTION, "caption figcaption cutline");
    }

    /** The first two letters of all stems, so that most words are done with after a look at theirs. */
    private static final boolean[] BEGINNINGS = beginnings();

    private static boolean[] beginnings() {
        boolean[] beginnings = new boolean[LETTERS * LETTERS];
        STEMS.keySet().forEach(stem -> beginnings[beginning(stem, 0)] = true);
        return beginnings;
    }

    /** A number for two letters, whatever their case; 0 for what are none. */
    private static int beginning(String names, int place) {
        int first = (names.charAt(place) | 0x20) - 'a';
        int second = (names.charAt(place + 1) | 0x20) - 'a';
        boolean letters = first >= 0 && first < LETTERS && second >= 0 && second < LETTERS;
        return letters ? first * LETTERS + second : 0;
    }

    private static void mean(Meaning meaning, String words) {
        for (String word : words.split(" ", -1)) {
            STEMS.computeIfAbsent(word, stem -> EnumSet.noneOf(Meaning.class)).add(meaning);
        }
    }

    boolean suggest(Meaning meaning) {
        return meanings.contains(meaning);
    }

    /** -25, 0 or 25, or their sum. */
    int weight() {
        return (suggest(Meaning.GOOD) ? 25 : 0) - (suggest(Meaning.BAD) ? 25 : 0);
    }

    /** A page uses the same classes over and over. */
    static final class Cache {

        private final Map<String, ClassWords> known = new HashMap<>();

        ClassWords of(Element element) {
            String classes = element.attr("class");
            String id = element.attr("id");
            if (classes.isEmpty() && id.isEmpty()) {
                return NONE;
            }
            return known.computeIfAbsent(id.isEmpty() ? classes : classes + " " + id, ClassWords::read);
        }
    }

    private static ClassWords read(String names) {
        EnumSet<Meaning> meanings = EnumSet.noneOf(Meaning.class);
        int start = 0;
        int length = Math.min(names.length(), 500);
        for (int place = 0; place <= length; place++) {
            boolean letter = place < length && Character.isLetter(names.charAt(place));
            boolean hump = letter
                    && place > start
                    && Character.isUpperCase(names.charAt(place))
                    && Character.isLowerCase(names.charAt(place - 1));
            if (!letter || hump) {
                if (place - start >= 2 && BEGINNINGS[beginning(names, start)]) {
                    add(names.substring(start, place), meanings);
                }
                start = hump ? place : place + 1;
            }
        }
        return meanings.isEmpty() ? NONE : new ClassWords(meanings);
    }

    /** The word, or, of words run together, the longest that it begins with. */
    private static void add(String word, EnumSet<Meaning> meanings) {
        String lower = word.toLowerCase(Locale.ROOT);
        EnumSet<Meaning> found = STEMS.get(lower);
        for (int length = lower.length() - 1; found == null && length >= SHORTEST_BEGINNING; length--) {
            found = STEMS.get(lower.substring(0, length));
        }
        if (found != null) {
            meanings.addAll(found);
        }
    }
}
