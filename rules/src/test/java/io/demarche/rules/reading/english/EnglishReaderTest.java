package io.demarche.rules.reading.english;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Explanation;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Reason;
import io.demarche.core.statement.Statement;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.SentenceSplitter;
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

    @TestFactory
    Stream<DynamicTest> sentencesOfTheWires() throws IOException, URISyntaxException {
        return Stream.of(resource("sentences.txt").split("\n(?! )"))
                .filter(entry -> !entry.startsWith("#"))
                .map(entry -> DynamicTest.dynamicTest(entry.lines().findFirst().orElseThrow(), () -> {
                    String expected = entry.lines().skip(1).map(String::strip).collect(Collectors.joining("\n"));
                    assertThat(written(read("\n" + entry.lines().findFirst().orElseThrow())))
                            .isEqualTo(expected);
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotMeantTellsNothing() throws IOException, URISyntaxException {
        return resource("quiet.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(text -> DynamicTest.dynamicTest(
                        text, () -> assertThat(read("\n" + text)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> pairsDifferInOneField() throws IOException, URISyntaxException {
        return resource("pairs.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| ", -1))
                .map(pair -> DynamicTest.dynamicTest(pair[1] + " / " + pair[2], () -> {
                    List<Statement> first = read("\n" + pair[1]);
                    List<Statement> second = read("\n" + pair[2]);
                    assertThat(first).as(pair[1]).hasSize(1);
                    if (pair[0].equals("told")) {
                        assertThat(second).as(pair[2]).isEmpty();
                    } else {
                        assertThat(second).as(pair[2]).hasSize(1);
                        assertThat(differing(fields(first.get(0)), fields(second.get(0))))
                                .containsExactly(pair[0]);
                    }
                }));
    }

    /** A headline may end at any word: with a name, in the middle of a list. */
    @Test
    void sentencesMayEndAnywhere() throws IOException, URISyntaxException {
        resource("sentences.txt")
                .lines()
                .filter(line -> !line.startsWith(" ") && !line.startsWith("#"))
                .forEach(line -> {
                    for (int end = line.indexOf(' '); end > 0; end = line.indexOf(' ', end + 1)) {
                        String begun = line.substring(0, end).replaceAll("[.,;:]$", "");
                        assertThatNoException().as(begun).isThrownBy(() -> read("\n" + begun));
                    }
                });
    }

    /** Who does it to whom turns round with the names, whatever the construction. */
    @Test
    void swappedNamesSwapTheSides() {
        List<String> constructions = List.of(
                "%s expelled two diplomats from %s.",
                "%s has imposed sanctions on %s.",
                "%s severed diplomatic relations with %s.",
                "%s closed its embassy in %s.",
                "%s summoned %s's ambassador.",
                "%s recalled its ambassador from %s.",
                "%s's expulsion of %s's ambassador was announced on Monday.",
                "%s will not lift sanctions on %s.");
        List<String> names = List.of("Poland", "Kenya", "Japan", "Peru", "North Korea", "Georgia");
        for (String construction : constructions) {
            for (String one : names) {
                for (String other : names) {
                    if (!one.equals(other)) {
                        Doing there = only(construction.formatted(one, other)).doing();
                        Doing back = only(construction.formatted(other, one)).doing();
                        assertThat(back.actor()).as(construction).isEqualTo(there.target());
                        assertThat(back.target()).as(construction).isEqualTo(there.actor());
                    }
                }
            }
        }
    }

    /** Will becomes may: whatever else the sentence says stays as it was. */
    @Test
    void fromWillToMayOnlyTheStatusChanges() {
        List<String> predicates = List.of(
                "%s expel two diplomats from %s",
                "%s impose sanctions on %s",
                "%s lift sanctions on %s",
                "%s sever diplomatic relations with %s",
                "%s restore diplomatic relations with %s",
                "%s close its embassy in %s",
                "%s reopen its embassy in %s",
                "%s recall its ambassador from %s",
                "%s summon the ambassador of %s",
                "%s stop issuing visas to citizens of %s",
                "%s limit the movement of diplomats from %s");
        List<String> names = List.of("Poland", "Kenya", "Japan", "Peru", "North Korea", "Georgia", "the Netherlands");
        for (String predicate : predicates) {
            for (String one : names) {
                for (String other : names) {
                    if (!one.equals(other)) {
                        Statement will = only(predicate.formatted(one + " will", other) + ", the ministry said.");
                        Statement may = only(predicate.formatted(one + " may", other) + ", the ministry said.");
                        assertThat(differing(fields(will), fields(may)))
                                .as(predicate, one, other)
                                .containsExactly("status");
                        assertThat(may.doing().status()).isEqualTo(Status.CONSIDERED);
                    }
                }
            }
        }
    }

    /** Before, behind, or both: sentences about something else change no statement. */
    @Test
    void whatIsUnrelatedChangesNothing() throws IOException, URISyntaxException {
        String unrelated = "The ferry sailed at noon with a piano on board. It rained on Tuesday.";
        List<String> sentences = resource("sentences.txt")
                .lines()
                .filter(line -> !line.startsWith(" ") && !line.startsWith("#"))
                .filter(line -> line.endsWith("."))
                .toList();
        for (String sentence : sentences) {
            String alone = written(read("\n" + sentence));
            for (String article : List.of(
                    unrelated + "\n" + sentence,
                    sentence + "\n" + unrelated,
                    unrelated + " " + sentence + " " + unrelated)) {
                assertThat(written(read("\n" + article))).as(article).isEqualTo(alone);
            }
        }
    }

    /** Behind a bullet or the dateline of a wire, with the quotes and blanks of a typesetter, a sentence tells the same. */
    @Test
    void howASentenceIsSetChangesNothing() throws IOException, URISyntaxException {
        List<UnaryOperator<String>> settings = List.of(
                sentence -> "• " + sentence,
                sentence -> "🇰🇪 → " + sentence,
                sentence -> sentence.replace("'", "ʼ"),
                sentence -> sentence.replace("'", "`"),
                sentence -> "(Reuters) - " + sentence,
                sentence -> "SHARMA, West Bank (AP) — " + sentence,
                sentence -> sentence.replace("'", "’").replaceAll("\"(.*?)\"", "“$1”"),
                sentence -> sentence.replace(" of ", "\u00a0of ")
                        .replace(" to ", " to\u202f")
                        .replace(" the ", "\u2003the "),
                sentence -> "\ufeff" + sentence + "\u200b");
        List<String> datelines = List.of(
                "KAMPALA, March 3 (Xinhua) -- ", "KAMPALA: ", "Kampala, Mar 3 (PTI) ", "KAMPALA, March 3. /TASS/. ");
        // Who acts here bears no name, so that it is whose the place of the dateline is.
        Pattern unnamed = Pattern.compile("(The (ministry|Cabinet)|Our|Panama's bishops|ECOWAS meets|[A-Z]{4,}[ ,]).*");
        List<String> sentences = resource("sentences.txt")
                .lines()
                .filter(line -> !line.startsWith(" ") && !line.startsWith("#"))
                .toList();
        for (int at = 0; at < sentences.size(); at++) {
            String sentence = sentences.get(at);
            List<String> set = new ArrayList<>(
                    settings.stream().map(setting -> setting.apply(sentence)).toList());
            if (!sentence.contains(". ") && !unnamed.matcher(sentence).matches()) {
                set.add(datelines.get(at % datelines.size()) + sentence);
            }
            String plain = written(read("\n" + sentence));
            for (String text : set) {
                assertThat(written(read("\n" + text))).as(text).isEqualTo(plain);
            }
        }
    }

    /** Any prefix, suffix or shuffle of sentences is read, and quotes what stands there. */
    @Test
    void anyPartAndAnyOrderOfAnArticleIsRead() throws IOException, URISyntaxException {
        List<String> sentences = new ArrayList<>(resource("sentences.txt")
                .lines()
                .filter(line -> !line.startsWith(" ") && !line.startsWith("#"))
                .toList());
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            Collections.shuffle(sentences, random);
            String text = String.join(" ", sentences.subList(0, 12));
            int cut = random.nextInt(text.length() - 1) + 1;
            for (String part : List.of(text, text.substring(0, cut), text.substring(cut))) {
                if (!part.isBlank()) {
                    Article article = Article.of("", part, Imprint.UNKNOWN, TOLD);
                    for (Statement statement : READER.read(article).statements()) {
                        Evidence evidence = statement.evidence();
                        assertThat(part.substring(evidence.start(), evidence.end()))
                                .isEqualTo(evidence.quote());
                    }
                }
            }
        }
    }

    /**
     * What an attacker sends: commas, nested quotes, an endless sentence. Time is bounded because a sentence is (what is longer is
     * cut), which is checked here; that such texts are read to their end is checked by reading them.
     */
    @Test
    void noTextTakesForEver() {
        List<String> parts = List.of(
                ", ",
                "\"",
                "“",
                "(",
                "Russia and ",
                "expelled diplomats ",
                "Russia told the ambassador ",
                "sanctions on Russia and ",
                "did the same and ",
                "the US, the EU and ");
        SentenceSplitter splitter = new SentenceSplitter(Lexicon.ABBREVIATIONS);
        for (String part : parts) {
            String text = "Poland expelled two Russian diplomats. " + part.repeat(200_000 / part.length());
            assertThat(splitter.sentences(Evidence.Part.TEXT, text))
                    .as(part)
                    .allSatisfy(sentence ->
                            assertThat(sentence.tokens()).hasSizeLessThanOrEqualTo(SentenceSplitter.LONGEST));
            assertThat(read("\n" + text)).as(part).isNotEmpty().hasSizeLessThanOrEqualTo(200);
        }
    }

    private static Statement only(String sentence) {
        List<Statement> statements = read("\n" + sentence);
        assertThat(statements).as(sentence).hasSize(1);
        return statements.get(0);
    }

    private static Map<String, String> fields(Statement statement) {
        Doing doing = statement.doing();
        return Map.of(
                "measure", doing.measure().name(),
                "move", doing.move().name(),
                "status", doing.status().name(),
                "actor", doing.actor().toString(),
                "target", doing.target().toString(),
                "mutual", Boolean.toString(doing.mutual()),
                "speaker", statement.speaker().toString(),
                "background", Boolean.toString(statement.background()),
                "count", String.valueOf(statement.count()));
    }

    private static List<String> differing(Map<String, String> some, Map<String, String> others) {
        return some.keySet().stream()
                .filter(field -> !some.get(field).equals(others.get(field)))
                .toList();
    }

    private static String resource(String name) throws IOException, URISyntaxException {
        return Files.readString(Path.of(Objects.requireNonNull(EnglishReaderTest.class.getResource(name))
                .toURI()));
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
    void anExplanationIsOfTheReadingAndGivesAReasonForEachField() {
        Article article = Article.of(
                "",
                "It rained. France urged Poland to expel two Russian diplomats. Sanctions were lifted.",
                Imprint.UNKNOWN,
                TOLD);
        Explanation explanation = READER.explain(article);
        assertThat(explanation.reading()).isEqualTo(READER.read(article));
        assertThat(explanation.reasons())
                .hasSize(explanation.reading().statements().size());
        assertThat(explanation.reasons().get(0))
                .contains(
                        new Reason("status", "urged", "'urged' governs it"),
                        new Reason("actor", "Poland", "POL: who is asked to"),
                        new Reason("target", "Russian", "RUS: named in the object"),
                        new Reason("speaker", "France", "FRA: the subject of 'urged'"),
                        new Reason("count", "2", "a number before the people"));
        assertThat(explanation.sentences())
                .extracting(view -> view.sentence().quote())
                .doesNotContain("It rained.")
                .contains("Sanctions were lifted.");
    }

    @Test
    void whatIsSetAsideSaysWhy() {
        Article article = Article.of("", "Curbs were eased.", Imprint.UNKNOWN, TOLD);
        assertThat(READER.explain(article).sentences().get(0).found())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.statement()).isNull();
                    assertThat(found.setAside()).isEqualTo("on whom it bears is not said");
                });
    }

    @Test
    void aNameStandsForWhoeverHeldTheOfficeWhenTheArticleWasPublished() {
        assertThat(actorOfBidenIn("2021-04-15T00:00:00Z")).containsExactly(List.of(new Party("USA")));
        assertThat(actorOfBidenIn("1995-04-15T00:00:00Z")).isEmpty();
    }

    @Test
    void aHeadlineThatNamesOneOfThoseWhoDoItIsNoStatementOfItsOwn() {
        String headline = "Norway sanctions Israeli ministers";
        String text = "Norway, Canada and Britain imposed sanctions on two Israeli ministers.";
        assertThat(read(headline + "\n" + text))
                .singleElement()
                .satisfies(statement -> assertThat(statement.doing().actor()).hasSize(3));
    }

    @Test
    void whereTheDateIsUnknownANameStandsForWhoeverBoreItLast() {
        assertThat(read("\nThatcher expelled ten Russian diplomats."))
                .extracting(statement -> statement.doing().actor())
                .containsExactly(List.of(new Party("GBR")));
    }

    @Test
    void whatWasDoneUnderAFormerLeaderIsHistory() {
        String text = "Washington sanctioned seven Venezuelan generals under Obama.";
        assertThat(published("2015-04-15T00:00:00Z", text))
                .extracting(Statement::background)
                .containsExactly(false);
        assertThat(published("2021-04-15T00:00:00Z", text))
                .extracting(Statement::background)
                .containsExactly(true);
    }

    private static List<Statement> published(String published, String text) {
        Instant at = Instant.parse(published);
        return READER.read(Article.of("", text, new Imprint(null, null, null, at), at.plusSeconds(60)))
                .statements();
    }

    private static List<List<Party>> actorOfBidenIn(String published) {
        return published(published, "Biden expelled ten Russian diplomats.").stream()
                .map(statement -> statement.doing().actor())
                .filter(actor -> !actor.isEmpty())
                .toList();
    }

    @Test
    void theGateKeepsNothingOutThatTellsSomething() {
        String[] words =
                ("Russia Poland expelled bar from entry officials sanctions on visas ban put its list embassy closed recalled ambassador "
                                + "relations severed them the same did follow suit may not . , and the US firms threatened diplomats Iranians home")
                        .split(" ");
        Lexicon lexicon = new Lexicon();
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            String text =
                    random.ints(9, 0, words.length).mapToObj(i -> words[i]).collect(Collectors.joining(" "));
            Article article = Article.of("", text, Imprint.UNKNOWN, TOLD);
            boolean tells =
                    !READER.readCarefully(article, Witness.NONE).statements().isEmpty();
            assertThat(!tells || lexicon.mayTell("", text)).as(text).isTrue();
        }
        assertThat(lexicon.mayTell("", "The ferry sailed at noon with a piano on board, and it rained on Tuesday."))
                .isFalse();
    }

    @Test
    void theGateKeepsOutWhatNamesNoParty() {
        Lexicon lexicon = new Lexicon();
        assertThat(lexicon.mayTell(
                        "",
                        "The board lifted the sanctions that it had imposed on us, a player who moved abroad said."))
                .isFalse();
        assertThat(lexicon.mayTell("", "The board lifted the sanctions that it had imposed on US players."))
                .isTrue();
    }

    @Test
    void theGateLetsNamesPassThatAreWrittenSmall() {
        LexiconAdditions.Line small = LexiconAdditions.line(LexiconAdditions.File.PARTIES, "XRU | ruritania | |")
                .orElseThrow();
        String text = "ruritania closed its embassy.";
        assertThat(new Lexicon().mayTell("", text)).isFalse();
        assertThat(new Lexicon(new LexiconAdditions(List.of(small))).mayTell("", text))
                .isTrue();
    }

    /** Whatever the text, the reader ends, throws nothing, and quotes what stands there. */
    @Test
    void anyTextIsRead() {
        String[] words =
                ("Russia expel expelled diplomats embassy the US and , . \" ' ’s to lift sanctions on each other both sides "
                                + "closed by 1999 not rule out urged proposed welcomed the decision to should start wants ensure that between borders reopened \n mutual restrictions Moscow's had been ( ) until end these if could over at … 🇵🇱 \u0000 ﷺ d'affaires")
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
