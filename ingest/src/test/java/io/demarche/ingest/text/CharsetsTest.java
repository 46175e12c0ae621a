package io.demarche.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class CharsetsTest {

    private static final String CYRILLIC =
            "Россия выслала двух дипломатов Норвегии, сообщает министерство иностранных дел.";

    @Test
    void theMarkHoldsBeforeAllElse() {
        byte[] body = "\uFEFF<html>é".getBytes(StandardCharsets.UTF_16LE);
        assertThat(Charsets.decode(body, "text/html; charset=utf-8")).isEqualTo("<html>é");
    }

    @Test
    void theServersWordHoldsBeforeTheDocuments() {
        byte[] body = "<meta charset=windows-1251>é".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Charsets.decode(body, "text/html; charset=\"ISO-8859-1\"")).endsWith("é");
        assertThat(Charsets.decode(body, "text/html")).endsWith("й");
    }

    @Test
    void aWrongWordIsFoundOutByTheBytes() {
        byte[] body = ("<meta charset=utf-8>" + CYRILLIC).getBytes(Charset.forName("windows-1251"));
        assertThat(Charsets.decode(body, "text/html; charset=utf-8")).endsWith(CYRILLIC);
    }

    @Test
    void withoutAnyWordTheBytesDecide() {
        for (String charset : new String[] {"UTF-8", "windows-1251", "KOI8-R"}) {
            assertThat(Charsets.decode(CYRILLIC.getBytes(Charset.forName(charset)), null))
                    .isEqualTo(CYRILLIC);
        }
        String japanese = "日本政府はロシアの外交官を追放した。外務省が発表した。";
        for (String charset : new String[] {"Shift_JIS", "EUC-JP"}) {
            assertThat(Charsets.decode(japanese.getBytes(Charset.forName(charset)), null))
                    .isEqualTo(japanese);
        }
    }

    @Test
    void namesThatStandForMoreThanTheySay() {
        byte[] quotes = {(byte) 0x93, 'a', (byte) 0x94};
        assertThat(Charsets.decode(quotes, "text/plain; charset=iso-8859-1")).isEqualTo("“a”");
        assertThat(Charsets.decode("a".getBytes(StandardCharsets.UTF_8), "text/plain; charset=no-such"))
                .isEqualTo("a");
    }

    @Test
    void nulsAndBrokenBytesAreReplaced() {
        assertThat(Charsets.decode(new byte[] {'a', 0, 'b'}, null)).isEqualTo("a\uFFFDb");
        assertThat(Charsets.decode(new byte[0], null)).isEmpty();
    }
}
