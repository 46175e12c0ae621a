package io.demarche.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void foldsBlanksOfEveryWidthAndDropsWhatHasNone() {
        String html =
                "<p>The\u00a0em\u00adbassy\u202fin \u2003 Lima\u200b was&nbsp;closed.</p>\ufeff<p>It\u2060 reopened.</p>";

        assertThat(PlainText.ofFragment(html)).isEqualTo("The embassy in Lima was closed.\n\nIt reopened.");
    }
}
