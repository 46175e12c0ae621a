package io.demarche.rules.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class PhraseIndexTest {

    private final PhraseIndex<String> index = PhraseIndex.ofWords();

    @Test
    void longestPhraseIsFound() {
        index.add("take", "short");
        index.add("take back the ban", "long");

        assertThat(found("They take back the ban")).containsExactly("long");
        assertThat(found("They take back the offer")).containsExactly("short");
    }

    @Test
    void everyChoiceAtEachPlaceIsFound() {
        index.add(List.of(List.of("drop", "take back"), List.of("its", "the"), List.of("ban", "travel ban")), "all");

        assertThat(found("drop its ban, take back the travel ban, take the ban"))
                .containsExactly("all", "all");
    }

    @Test
    void phraseThatBeginsLikeSomeOfManyLeavesTheOthersAlone() {
        index.add(List.of(List.of("drop", "lift"), List.of("its", "the"), List.of("ban")), "many");
        index.add("drop the case", "one");

        assertThat(found("drop the ban; drop the case; drop its case; lift the case; lift the ban"))
                .containsExactly("many", "one", "many");
    }

    @Test
    void choiceMayBeginAnother() {
        index.add(List.of(List.of("take", "take back"), List.of("its ban", "back pay")), "either");

        assertThat(found("take its ban; take back its ban; take back pay; take back"))
                .containsExactly("either", "either", "either");
    }

    @Test
    void phraseMayStandForSeveral() {
        index.add("ban", "first");
        index.add("ban", "second");

        assertThat(found("a ban")).containsExactly("first", "second");
    }

    private List<String> found(String text) {
        return index.find(Tokenizer.tokens(text, 0, text.length())).stream()
                .map(PhraseIndex.Match::value)
                .toList();
    }
}
