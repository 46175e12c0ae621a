package io.demarche.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02T08:00:00Z|2026-03-02T08:00:00Z",
                "2026-03-02T08:00:00.123+01:00|2026-03-02T07:00:00Z",
                "2026-03-02T08:00+0530|2026-03-02T02:30:00Z",
                "2026-03-02 08:00:00|2026-03-02T08:00:00Z",
                "20260302T080000Z|2026-03-02T08:00:00Z",
                "2026-03-02|2026-03-02T00:00:00Z",
                "2026-03|2026-03-01T00:00:00Z",
                "2026|2026-01-01T00:00:00Z",
                "2026-061|2026-03-02T00:00:00Z",
                "2026-W10-1|2026-03-02T00:00:00Z",
                "2026-03-02T24:00:00Z|2026-03-03T00:00:00Z",
                "2016-12-31T23:59:60Z|2017-01-01T00:00:00Z",
                "Mon, 02 Mar 2026 08:00:00 GMT|2026-03-02T08:00:00Z",
                "Mon, 2 Mar 26 08:00 EST|2026-03-02T13:00:00Z",
                "02 Mar 1999 08:00:00 -0800|1999-03-02T16:00:00Z",
                "2 Mar 99|1999-03-02T00:00:00Z",
                "Mon Mar  2 08:00:00 2026|2026-03-02T08:00:00Z",
                "Mon Mar 2 08:00:00 CET 2026|2026-03-02T07:00:00Z",
                "March 2, 2026|2026-03-02T00:00:00Z",
                "Published March 2nd, 2026 at 5:30 p.m. EST|2026-03-02T22:30:00Z",
                "Monday, 2nd of March 2026, 12:05 AM|2026-03-02T00:05:00Z",
                "Sept. 2, 2026|2026-09-02T00:00:00Z",
                "2 mars 2026 à 08h30|2026-03-02T08:30:00Z",
                "2. März 2026, 08:30 Uhr|2026-03-02T08:30:00Z",
                "2 de marzo de 2026|2026-03-02T00:00:00Z",
                "2 марта 2026, 08:30|2026-03-02T08:30:00Z",
                "2 березня 2026|2026-03-02T00:00:00Z",
                "2 Mart 2026|2026-03-02T00:00:00Z",
                "2 مارس 2026|2026-03-02T00:00:00Z",
                "2026年3月2日 8:30|2026-03-02T08:30:00Z",
                "2026/03/02 08:30|2026-03-02T08:30:00Z",
                "02.03.2026 08:30|2026-03-02T08:30:00Z",
                "12/31/2026|2026-12-31T00:00:00Z",
            })
    void everyFormInUse(String text, String expected) {
        assertThat(Dates.parse(text)).hasToString("Optional[" + expected + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-13-45",
                "31 February 2026",
                "Mon, 99 Mar 2026",
                "45/45/2026",
                "12:30",
                "Sun"
            })
    void whatNamesNoDayIsNone(String text) {
        assertThat(Dates.parse(text)).isEmpty();
    }

    @Test
    void anyTextIsADateOrNone() {
        Random random = new Random(1);
        String letters = "0123456789-:+/., TZWMaryFebGMT年月日";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(Dates.parse(text.toString())).isNotNull();
        }
    }
}
