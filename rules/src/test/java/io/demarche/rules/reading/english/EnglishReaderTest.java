package io.demarche.rules.reading.english;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Statement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Golden files: an article, a line of three hyphens, the statements expected of it. A new case is a file. */
class EnglishReaderTest {

    private static final Instant TOLD = Instant.parse("2026-06-01T00:00:00Z");
    private static final Path SEED = Path.of("../../shared/seed");
    private static final EnglishReader READER = new EnglishReader();

    @TestFactory
    Stream<DynamicTest> goldenFiles() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(EnglishReaderTest.class.getResource("golden"));
        List<Path> files;
        try (Stream<Path> listed = Files.list(Path.of(folder.toURI()))) {
            files = listed.sorted().toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String[] parts = Files.readString(file).split("(?m)^---\n", 2);
                    assertThat(written(read(parts[0]))).isEqualTo(parts[1].strip());
                }));
    }

    @Test
    void theSeedArticleGivesWhatItTells() throws IOException {
        assumeThat(SEED).as("the shared seed article is not on this machine").isDirectory();
        try (Stream<Path> files = Files.list(SEED)) {
            String text = Files.readString(files.sorted().findFirst().orElseThrow());
            assertThat(written(read(text)).lines())
                    .containsExactlyInAnyOrder(
                            "MISSION LIFT PROPOSED RUS=USA",
                            "SANCTIONS IMPOSE ADOPTED RUS=USA background",
                            "MISSION IMPOSE ADOPTED RUS=USA background",
                            "EXPULSION IMPOSE URGED USA>RUS count=300",
                            "MISSION IMPOSE CONSIDERED RUS=USA");
        }
    }

    @Test
    void evidenceIsTheExactSpan() {
        String text = "“Enough,” said the minister.\n\nPoland’s government 🇵🇱 expelled two Russian diplomats.";
        Article article = Article.of("", text, Imprint.UNKNOWN, TOLD);
        assertThat(READER.read(article).statements()).singleElement().satisfies(statement -> {
            Evidence evidence = statement.evidence();
            assertThat(evidence.part()).isEqualTo(Evidence.Part.TEXT);
            assertThat(text.substring(evidence.start(), evidence.end())).isEqualTo(evidence.quote());
            assertThat(evidence.quote()).startsWith("Poland").contains("expelled two Russian diplomats");
        });
    }

    @Test
    void aNameStandsForAPartyOnlyWhileItsBearerIsInOffice() {
        assertThat(read("\nBiden expelled ten Russian diplomats."))
                .extracting(statement -> statement.doing().actor())
                .isNotEqualTo(List.of(List.of(new Party("USA"))));
        Article then = Article.of(
                "", "Biden expelled ten Russian diplomats.", Imprint.UNKNOWN, Instant.parse("2021-04-15T00:00:00Z"));
        assertThat(READER.read(then).statements())
                .extracting(statement -> statement.doing().actor())
                .containsExactly(List.of(new Party("USA")));
    }

    /** Whatever the text, the reader ends, throws nothing, and quotes what stands there. */
    @Test
    void anyTextIsRead() {
        String[] words =
                ("Russia expel expelled diplomats embassy the US and , . \" ' ’s to lift sanctions on each other both sides "
                                + "closed by 1999 not rule out urged proposed \n mutual restrictions Moscow's had been … 🇵🇱 \u0000 ﷺ d'affaires")
                        .split(" ");
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            String text =
                    random.ints(120, 0, words.length).mapToObj(i -> words[i]).collect(Collectors.joining(" "));
            Article article = Article.of("", text, Imprint.UNKNOWN, TOLD);
            for (Statement statement : READER.read(article).statements()) {
                Evidence evidence = statement.evidence();
                assertThat(text.substring(evidence.start(), evidence.end())).isEqualTo(evidence.quote());
            }
        }
    }

    private static List<Statement> read(String titleAndText) {
        String[] lines = titleAndText.split("\n", 2);
        return READER.read(Article.of(lines[0], lines[1], Imprint.UNKNOWN, TOLD))
                .statements();
    }

    private static String written(List<Statement> statements) {
        return statements.stream().map(EnglishReaderTest::written).collect(Collectors.joining("\n"));
    }

    private static String written(Statement statement) {
        Doing doing = statement.doing();
        return doing.key().replace('/', ' ').replace('+', ',')
                + (statement.background() ? " background" : "")
                + (statement.count() == null ? "" : " count=" + statement.count())
                + (statement.speaker().isEmpty()
                        ? ""
                        : " speaker="
                                + statement.speaker().stream().map(Party::code).collect(Collectors.joining(",")));
    }
}
