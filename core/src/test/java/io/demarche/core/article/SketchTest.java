package io.demarche.core.article;

import static io.demarche.core.article.Sketch.Relation.COPY;
import static io.demarche.core.article.Sketch.Relation.LONGER;
import static io.demarche.core.article.Sketch.Relation.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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
        String other = STORY.replace(", ", " – ").replace("\n\n", " ").toUpperCase(java.util.Locale.ROOT);
        assertThat(Sketch.of(other).digest()).isEqualTo(Sketch.of(STORY).digest());
    }

    @Test
    void aBylineMoreAndAParagraphLessAreTheSameText() {
        String copy = "By Jane Doe, Oslo\n\n" + STORY.substring(0, STORY.lastIndexOf("\n\n"));
        assertThat(Sketch.of(copy).resembles(Sketch.of(STORY))).isTrue();
        assertThat(Sketch.relation(copy, STORY)).isEqualTo(COPY);
        assertThat(Sketch.relation(STORY, copy)).isEqualTo(LONGER);
    }

    @Test
    void oneNumberOrNameChangedIsAnotherText() {
        assertThat(Sketch.relation(STORY.replace("two Russian", "ten Russian"), STORY))
                .isEqualTo(OTHER);
        assertThat(Sketch.relation(STORY.replace("Norway", "Sweden"), STORY)).isEqualTo(OTHER);
    }

    @Test
    void aShortTextResemblesNothing() {
        Sketch teaser = Sketch.of("Read the full story on our site.");
        assertThat(teaser.isLong()).isFalse();
        assertThat(teaser.bands()).isEmpty();
        assertThat(teaser.resembles(teaser)).isFalse();
    }

    @Test
    void scriptsWithoutSpacesHaveWordsToo() {
        Sketch chinese = Sketch.of("外交部宣布驱逐五名外交官，并要求他们在一周内离境。发言人表示，这一决定是对此前行动的回应，不会改变。");
        assertThat(chinese.isLong()).isTrue();
        assertThat(chinese.bands()).hasSize(12);
    }

    /** The share of equal minima is the share of runs in both, and bands find what shares much and pass over what shares little. */
    @Test
    void minimaEstimateWhatIsShared() {
        Random random = new Random(1);
        int found = 0;
        int confused = 0;
        for (int round = 0; round < 200; round++) {
            List<String> words = new ArrayList<>();
            for (int word = 0; word < 400; word++) {
                words.add("w" + random.nextInt(5_000));
            }
            String text = String.join(" ", words);
            String cut = String.join(" ", words.subList(0, 330));
            Collections.shuffle(words, random);
            String shuffled = String.join(" ", words);
            found += meet(text, cut) ? 1 : 0;
            confused += meet(text, shuffled) ? 1 : 0;
            assertThat(Sketch.of(text).resembles(Sketch.of(cut))).isTrue();
            assertThat(Sketch.of(text).resembles(Sketch.of(shuffled))).isFalse();
        }
        assertThat(found).isGreaterThanOrEqualTo(199);
        assertThat(confused).isZero();
    }

    @Test
    void whatIsStoredIsWhatItWas() {
        Sketch sketch = Sketch.of(STORY);
        assertThat(Sketch.minima(sketch.toBytes())).isEqualTo(sketch.minima());
    }

    private static boolean meet(String one, String other) {
        Set<Long> shared = new HashSet<>(Sketch.of(one).bands());
        shared.retainAll(Sketch.of(other).bands());
        return !shared.isEmpty();
    }
}
