package io.demarche.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedTextTest {

    @Test
    void theFurnitureOfThePageIsSortedOut() {
        Extract extract = SavedText.extract("""
                Russia proposes to lift all restrictions
                successfully registered!
                Please click on the link sent in the message sent to
                The ministry proposed on Monday to lift all restrictions.
                Share this article on Facebook
                Share Tweet Print | E-mail
                See also  Norway expels two Russian diplomats
                Photo: The ministry in Moscow
                The embassy did not comment. (Reuters)
                A crowd before the embassy (File photo / AFP)
                Your email address will not be published. Required fields are marked *
                © 2026 The Courier. All rights reserved.""");
        assertThat(extract.title()).isEqualTo("Russia proposes to lift all restrictions");
        assertThat(extract.text()).isEqualTo("The ministry proposed on Monday to lift all restrictions.");
        assertThat(extract.related()).containsExactly("Norway expels two Russian diplomats");
        assertThat(extract.captions())
                .containsExactly(
                        "Photo: The ministry in Moscow",
                        "The embassy did not comment. (Reuters)",
                        "A crowd before the embassy (File photo / AFP)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Share prices fell after the sanctions were announced.",
                "Comments by the minister angered Tehran, which recalled its ambassador.",
                "Print media were banned in both countries on Friday, said the ministry.",
                "Follow-up measures are expected.",
                "Read in parliament on Monday, the bill would lift the embargo.",
                "Subscribers to the treaty would lose their votes.",
                "Like Norway, Sweden expelled two diplomats.",
            })
    void sentencesThatBeginLikeCallsAreKept(String sentence) {
        assertThat(SavedText.extract(sentence).text()).isEqualTo(sentence);
    }

    @Test
    void aTextOfOneLineHasNoTitle() {
        Extract extract = SavedText.extract("\uFEFFNorway expelled two Russian diplomats.\r\n");
        assertThat(extract.title()).isEmpty();
        assertThat(extract.text()).isEqualTo("Norway expelled two Russian diplomats.");
    }
}
