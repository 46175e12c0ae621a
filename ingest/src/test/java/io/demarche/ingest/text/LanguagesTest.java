package io.demarche.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Norway expelled two Russian diplomats on Monday, the foreign ministry in Oslo said in a statement.
            fr | La France a expulsé deux diplomates russes lundi, a annoncé le ministère des affaires étrangères.
            de | Deutschland weist zwei Diplomaten aus und bestellt den Botschafter ein, teilte das Amt mit.
            es | El gobierno de Chile llamó a consultas a su embajador en Caracas, informó la cancillería.
            ru | Министерство иностранных дел России объявило о высылке двух норвежских дипломатов в ответ на действия Осло.
            uk | Україна відкликала посла з Мінська, повідомив міністр закордонних справ.
            ar | أعلنت وزارة الخارجية النرويجية يوم الاثنين طرد دبلوماسيين روسيين اثنين من البلاد
            zh | 外交部宣布驱逐五名外交官，并要求他们在一周内离境。
            """)
    void aSentenceOrTwoAreEnough(String language, String text) {
        assertThat(Languages.of(text)).isEqualTo(language);
    }

    @Test
    void whatCannotBeToldIsNotGuessed() {
        assertThat(Languages.of("")).isNull();
        assertThat(Languages.of("EU lifts sanctions")).isNull();
        assertThat(Languages.of("1234567890 ".repeat(100))).isNull();
    }
}
