package io.demarche.core.article;

import static io.demarche.core.article.Sketch.Relation.COPY;
import static io.demarche.core.article.Sketch.Relation.LONGER;
import static io.demarche.core.article.Sketch.Relation.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

class SketchTest {

    private static final String STORY =
            "Norway expelled two Russian diplomats on Monday, the foreign ministry in Oslo said in a statement."
                    + " The two men had tried to obtain papers about drones, according to the security service.\n\n"
                    + "Moscow called the step groundless and promised an answer. It was the third such measure this year."
                    + " The ambassador was summoned in the afternoon and told that both have a week to leave.\n\n"
                    + "Relations between the neighbours have been tense since the war began, and few visits take place.";

    @Test
    void caseLayoutAndPunctuationDoNotCount() {
        String other = STORY.replace(", ", " – ").replace("\n\n", " ").toUpperCase(Locale.ROOT);
        assertThat(sketch(other).digest()).isEqualTo(sketch(STORY).digest());
    }

    @Test
    void aBylineMoreAndAParagraphLessAreTheSameText() {
        String copy = "By Jane Doe, Oslo\n\n" + STORY.substring(0, STORY.lastIndexOf("\n\n"));
        assertThat(sketch(copy).sentences()).containsAnyElementsOf(sketch(STORY).sentences());
        assertThat(Sketch.relation(copy, STORY)).isEqualTo(COPY);
        assertThat(Sketch.relation(STORY, copy)).isEqualTo(LONGER);
    }

    @Test
    void aPlaceAndADateBeforeTheFirstSentenceDoNotMakeItAnother() {
        String wired = "OSLO, March 3 (Agency) — " + STORY;
        assertThat(Sketch.relation(wired, STORY)).isEqualTo(COPY);
        assertThat(Sketch.relation(STORY, wired)).isEqualTo(COPY);
    }

    @Test
    void oneNumberOrNameChangedIsAnotherText() {
        assertThat(Sketch.relation(STORY.replace("two Russian", "ten Russian"), STORY))
                .isEqualTo(OTHER);
        assertThat(Sketch.relation(STORY.replace("Norway", "Sweden"), STORY)).isEqualTo(OTHER);
        assertThat(Sketch.relation(STORY.replace("third such", "tenth such"), STORY))
                .as("in a sentence as short as a byline")
                .isEqualTo(OTHER);
    }

    @Test
    void aShortTextIsFoundByItsHeadlineAndAllItsWords() {
        String teaser = "Read the full story of what was said on Monday on our site.";
        assertThat(Sketch.of("One", teaser).sentences()).isEmpty();
        assertThat(Sketch.of("One", teaser))
                .isEqualTo(Sketch.of("One", teaser))
                .isNotEqualTo(Sketch.of("Other", teaser));
        assertThat(Sketch.of("One", STORY)).isEqualTo(Sketch.of("Other", STORY));
    }

    @Test
    void scriptsWithoutSpacesHaveWordsAndSentencesToo() {
        Sketch chinese = sketch("外交部宣布驱逐五名外交官，并要求他们在一周内离境。发言人表示，这一决定是对此前行动的回应，不会改变。");
        assertThat(chinese.sentences()).hasSize(2);
    }

    /** What is kept of a text is looked for by almost every copy with a fifth cut away, and by almost every text three times as long that has all of it. */
    @Test
    void copiesShareTheSmallestHashes() {
        Random random = new Random(1);
        int cut = 0;
        int longer = 0;
        for (int round = 0; round < 1_000; round++) {
            List<String> sentences = new ArrayList<>();
            for (int sentence = 0; sentence < 90; sentence++) {
                sentences.add("Then " + random.nextLong() + " of a hundred people went away on foot.");
            }
            Set<Long> kept =
                    Set.copyOf(text(sentences.subList(0, 30)).sentences().subList(0, Sketch.KEPT));
            cut += Collections.disjoint(kept, text(sentences.subList(6, 30)).sentences()) ? 0 : 1;
            longer += Collections.disjoint(kept, text(sentences).sentences()) ? 0 : 1;
        }
        assertThat(cut).isGreaterThanOrEqualTo(995);
        assertThat(longer).isGreaterThanOrEqualTo(990);
    }

    private static Sketch text(List<String> sentences) {
        return sketch(String.join(" ", sentences));
    }

    private static Sketch sketch(String text) {
        return Sketch.of("A headline", text);
    }
}
