package io.demarche.rules.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "The U.S. expelled 1,200 people. | The _ U.S. _ expelled _ 1,200 _ people _ .",
                "Poland’s re-opened embassy | Poland _ 's _ re-opened _ embassy",
                "It won't; they've gone | It _ wo _ n't _ ; _ they _ 've _ gone",
                "chargé d'affaires a.i. | chargé _ d'affaires _ a _ . _ i _ .",
                "on Dec. 29, in Dec. They | on _ Dec. _ 29 _ , _ in _ Dec _ . _ They",
                "2.5%, then 3. | 2.5 _ % _ , _ then _ 3 _ .",
                "EU-27 🇪🇺 said | EU-27 _ 🇪 _ 🇺 _ said",
                "'s | ' _ s"
            })
    void cutsWords(String text, String expected) {
        assertThat(Tokenizer.tokens(text, 0, text.length()).stream()
                        .map(Token::text)
                        .collect(Collectors.joining(" _ ")))
                .isEqualTo(expected);
    }

    @Test
    void nothingButBlanksIsLostAndNothingIsTakenTwice() {
        String[] pieces = {
            "U.", "S", "a", "'", "’", "-", "n't", " ", "\n", "1", ",", ".", "é", "🇵🇱", "\u0301", "'d", "\u00a0"
        };
        Random random = new Random(3);
        for (int round = 0; round < 5_000; round++) {
            String text =
                    random.ints(12, 0, pieces.length).mapToObj(i -> pieces[i]).collect(Collectors.joining());
            List<Token> tokens = Tokenizer.tokens(text, 0, text.length());
            String taken = tokens.stream()
                    .map(token -> text.substring(token.start(), token.end()))
                    .collect(Collectors.joining());
            assertThat(taken).isEqualTo(text.replaceAll("[ \n\u00a0]", ""));
            for (int i = 1; i < tokens.size(); i++) {
                assertThat(tokens.get(i).start())
                        .isGreaterThanOrEqualTo(tokens.get(i - 1).end());
            }
        }
    }
}
