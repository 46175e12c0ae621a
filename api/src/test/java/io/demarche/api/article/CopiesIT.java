package io.demarche.api.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.demarche.api.Databases;
import io.demarche.api.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The same text from many outlets ends as one, different texts on the same topic stay apart; over HTTP, on every database. */
@Tag("long")
class CopiesIT {

    private static final List<String> ACTORS = List.of(
            "Norway", "Sweden", "Poland", "Finland", "Latvia", "Estonia", "Denmark", "Spain", "Italy", "Greece");
    private static final List<String> TARGETS = List.of(
            "Russian",
            "Iranian",
            "Chinese",
            "Syrian",
            "Cuban",
            "Belarusian",
            "Turkish",
            "Serbian",
            "Egyptian",
            "Indian");
    private static final List<String> OUTLETS =
            List.of("Courier", "Herald", "Post", "Times", "Mirror", "Globe", "Tribune", "Echo", "Star", "Sun");

    /** Words of news, from which sentences are drawn that mean little but repeat no more than news does. */
    private static final List<String> WORDS = List.of(
            ("government officials told reporters that relations between both capitals would suffer from decisions taken during months of talks about borders"
                            + " trade energy security visits by ministers parliament opposition leaders critics allies neighbours agreed warned expected remained"
                            + " after before while since because although documents papers services agencies investigation found evidence meeting summit crisis war"
                            + " peace treaty region economy growth prices exports markets people cities winter summer autumn spring morning evening week year")
                    .split(" ", -1));

    @TempDir
    private Path data;

    private final Random random = new Random(1);

    @ParameterizedTest
    @EnumSource
    void variantsOfAHundredTextsEndAsAHundredTexts(Databases database) throws Exception {
        List<Map<String, String>> variants = new ArrayList<>();
        for (int text = 0; text < 100; text++) {
            List<String> paragraphs = story(ACTORS.get(text / 10), TARGETS.get(text % 10), 2 + text);
            for (int variant = 0; variant < 10; variant++) {
                variants.add(variant(paragraphs, text, variant));
            }
        }
        Collections.shuffle(variants, random);
        try (TestServer server = new TestServer(database.fresh(data))) {
            Map<String, Set<String>> textsOfOriginals = new HashMap<>();
            Set<String> originals = new HashSet<>();
            for (Map<String, String> variant : variants) {
                String id = server.post("/api/v1/articles", variant).get("id").asString();
                JsonNode article = server.json("/api/v1/articles/" + id);
                String original = article.has("copyOf") ? article.get("copyOf").asString() : id;
                originals.add(original);
                textsOfOriginals
                        .computeIfAbsent(original, key -> new HashSet<>())
                        .add(variant.get("outlet"));
                assertThat(article.get("statements")).as(variant.get("text")).isNotEmpty();
            }
            assertThat(originals).hasSize(100);
            assertThat(textsOfOriginals.values())
                    .as("ten outlets to each text")
                    .allSatisfy(outlets -> assertThat(outlets).hasSize(10));
        }
    }

    @ParameterizedTest
    @EnumSource
    void differentTextsOnOneTopicStayApart(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            for (int pair = 0; pair < 100; pair++) {
                for (int outlet = 0; outlet < 2; outlet++) {
                    List<String> paragraphs = story(ACTORS.get(pair / 10), TARGETS.get(pair % 10), 2 + pair);
                    String id = server.post("/api/v1/articles", variant(paragraphs, pair, outlet))
                            .get("id")
                            .asString();
                    assertThat(server.json("/api/v1/articles/" + id).has("copyOf"))
                            .isFalse();
                }
            }
        }
    }

    private List<String> story(String actor, String target, int count) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(actor + " expelled " + count + " " + target + " diplomats on Monday, the foreign ministry said. "
                + sentence());
        for (int paragraph = 0; paragraph < 4; paragraph++) {
            paragraphs.add(sentence() + " " + sentence());
        }
        return paragraphs;
    }

    private String sentence() {
        StringBuilder sentence = new StringBuilder("Then");
        for (int word = 0; word < 12 + random.nextInt(6); word++) {
            sentence.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return sentence.append('.').toString();
    }

    /** Another headline, with or without a byline and the last paragraph. */
    private static Map<String, String> variant(List<String> paragraphs, int text, int variant) {
        String outlet = OUTLETS.get(variant);
        List<String> kept =
                new ArrayList<>(variant % 3 == 0 ? paragraphs.subList(0, paragraphs.size() - 1) : paragraphs);
        if (variant % 2 == 0) {
            kept.add(0, "By our correspondent, " + outlet);
        }
        return Map.of(
                "title",
                "Headline of the " + outlet + " number " + text,
                "text",
                String.join(variant % 4 == 0 ? "\n" : "\n\n", kept),
                "outlet",
                outlet,
                "url",
                "https://" + outlet.toLowerCase(java.util.Locale.ROOT) + ".example/" + text);
    }
}
