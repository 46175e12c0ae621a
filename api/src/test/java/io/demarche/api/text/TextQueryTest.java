package io.demarche.api.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import io.demarche.api.text.TextQuery.Term;
import io.demarche.api.web.InvalidRequestException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextQueryTest {

    @Test
    void allWordsPhrasesExclusionsAndAlternatives() {
        assertThat(TextQuery.parse("q", "grain \"Black Sea\" -wheat OR -\"on hold\" talks"))
                .isEqualTo(new TextQuery(List.of(
                        List.of(new Term("grain", false), new Term("Black Sea", false), new Term("wheat", true)),
                        List.of(new Term("on hold", true), new Term("talks", false)))));
    }

    @Test
    void aWordMayHoldAMinusAndOrMayBeQuoted() {
        assertThat(TextQuery.parse("q", "tit-for-tat \"or\""))
                .isEqualTo(new TextQuery(List.of(List.of(new Term("tit-for-tat", false), new Term("or", false)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "-grain|must name a word without a minus, on either side of each 'or'",
                "grain or|must name a word without a minus, on either side of each 'or'",
                "?!|must name a word without a minus, on either side of each 'or'",
                "\"Black Sea|has a quotation mark that is not closed",
            })
    void whatSaysNothingIsRefused(String text, String message) {
        assertThatThrownBy(() -> TextQuery.parse("q", text)).hasMessage("q " + message);
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThatThrownBy(() -> TextQuery.parse("q", "a".repeat(501)))
                .hasMessage("q must have at most 500 characters, found 501");
        assertThatThrownBy(() -> TextQuery.parse("q", "word ".repeat(31)))
                .hasMessage("q must have at most 30 words and phrases, found 31");
    }

    @RepeatedTest(200)
    void anythingIsReadOrRefusedWithAReason(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String text = random.ints(random.nextInt(12), 0, 9)
                .mapToObj(i -> List.of("a", "-", "\"", " ", "or", "é", "or ", "'", "\u0000")
                        .get(i))
                .collect(Collectors.joining());
        try {
            assertThat(TextQuery.parse("q", text).alternatives())
                    .allMatch(terms -> terms.stream().anyMatch(term -> !term.excluded()));
        } catch (InvalidRequestException e) {
            assertThat(e).hasMessageMatching("q (must|has) .*");
        }
    }
}
