package io.demarche.rules.reading.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which year the first words of a text give as their own. */
class WrittenYearTest {

    private static final int NOW = 2026;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    OSLO, March 5, 2014 (Wire): Norway said        | 2014
                    LIMA, 18 February 2002 - In the morning        | 2002
                    ACCRA, Feb 2023 - Ghana said                   | 2023
                    QUITO, 2020 — Two years on                     | 2020
                    By Ann Smith Updated June 4, 2017 — 6.02pm     | 2017
                    14.02.2019 18:44 Norway said                   | 2019
                    """)
    void takesTheYearOfADatelineOrADate(String text, int year) {
        assertThat(WrittenYear.of(text, NOW)).hasValue(year);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Relations that Peru broke off on 10 January 2019 were restored.
                    Since 2014 have the two states had no embassies.
                    The launch is due in March 2029.
                    No year at all.
                    """)
    void leavesTheYearsOfRunningText(String text) {
        assertThat(WrittenYear.of(text, NOW)).isEmpty();
    }

    @Test
    void leavesAYearThatIsStillToCome() {
        assertThat(WrittenYear.of("OSLO, March 5, 2031 (Wire): a novel", NOW)).isEmpty();
    }
}
