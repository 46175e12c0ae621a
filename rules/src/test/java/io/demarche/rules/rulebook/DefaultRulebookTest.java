package io.demarche.rules.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.Evaluation;
import io.demarche.core.rulebook.Example;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Severity;
import io.demarche.rules.reading.english.EnglishReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultRulebookTest {

    private static final CompiledRulebook RULEBOOK =
            new DrlCompiler().compile(1, DefaultRulebook.files()).orThrow();

    @ParameterizedTest
    @MethodSource("examples")
    void itsExamplesPassAndRaiseNothingElse(Example example) {
        Example strict = new Example(
                example.file(),
                example.line(),
                example.name(),
                example.before(),
                example.article(),
                example.raises(),
                List.of(Example.Expectation.parse("*")));
        assertThat(strict.run(RULEBOOK).problems()).isEmpty();
    }

    static List<Example> examples() {
        return RULEBOOK.examples();
    }

    @Test
    void itHasExamplesOfEveryKind() {
        assertThat(RULEBOOK.examples()).hasSizeGreaterThanOrEqualTo(120);
        Set<String> shown = RULEBOOK.examples().stream()
                .flatMap(example -> example.raises().stream())
                .map(Example.Expectation::kind)
                .collect(Collectors.toSet());
        assertThat(RULEBOOK.rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(shown).containsAll(rule.kinds()));
    }

    @ParameterizedTest
    @CsvSource({
        "SANCTIONS IMPOSE ADOPTED USA>PRK, sanctions-imposed",
        "SANCTIONS IMPOSE CONSIDERED GBR>IRN, sanctions-threatened",
        "SANCTIONS IMPOSE URGED GBR>IRN, sanctions-threatened",
        "SANCTIONS LIFT ADOPTED ECOWAS>GIN, sanctions-lifted",
        "EXPULSION IMPOSE ADOPTED POL>RUS, expulsion",
        "EXPULSION IMPOSE URGED USA>RUS, expulsion-sought",
        "MISSION IMPOSE CONSIDERED RUS=USA, mission-restricted",
        "MISSION LIFT ADOPTED KEN>SOM, mission-reopened",
        "RECALL IMPOSE ADOPTED QAT>KEN, ambassador-recalled",
        "RECALL LIFT ADOPTED CHL=VEN, ambassador-returned",
        "SUMMONS IMPOSE ADOPTED HUN>BDI, envoy-summoned",
        "RELATIONS IMPOSE ADOPTED FRA>IRN, relations-severed",
        "RELATIONS LIFT ADOPTED KIR>TWN, relations-restored",
        "VISAS IMPOSE ADOPTED CHN>NZL, visas-restricted",
        "VISAS LIFT ADOPTED CHN>NZL, visas-eased",
        "MISSION LIFT PROPOSED RUS=USA, proposal-to-lift",
        "SANCTIONS LIFT URGED >CUB, proposal-to-lift",
        "VISAS LIFT CONSIDERED TUR>ARM, lifting-considered",
        "RECALL LIFT REJECTED SOM>KEN, lifting-rejected",
        "RESTRICTIONS LIFT ADOPTED USA>SYR, restrictions-lifted",
    })
    void everyKindOfNewsRaisesItsFlag(String statement, String kind) {
        assertThat(RULEBOOK.evaluate(Statements.ARTICLE, Statements.reading(statement), List.of())
                        .flags())
                .extracting(Flag::kind)
                .containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "SANCTIONS IMPOSE ADOPTED USA>RUS background",
        "MISSION LIFT PROPOSED RUS=USA background",
        "SANCTIONS IMPOSE REJECTED USA>RUS",
        "RECALL IMPOSE CONSIDERED USA>RUS",
    })
    void historyAndWhatDoesNotHappenRaiseNone(String statement) {
        assertThat(RULEBOOK.evaluate(Statements.ARTICLE, Statements.reading(statement), List.of())
                        .flags())
                .isEmpty();
    }

    @Test
    void aNoisyArticleRaisesTheFlagsOfItsNewsAndNoneOfItsHistory() throws IOException {
        String golden = new String(
                EnglishReader.class
                        .getResourceAsStream("golden/noisy-proposal.txt")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        String text = golden.substring(0, golden.indexOf("\n---\n"));
        Article article = Article.of("", text, Imprint.UNKNOWN, Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(RULEBOOK.evaluate(article, new EnglishReader().read(article), List.of())
                        .flags())
                .extracting(Flag::kind)
                .containsExactly("proposal-to-lift", "expulsion-sought", "mission-restricted");
    }

    @Test
    void aFlagNamesRuleAndRevision() {
        Evaluation evaluation =
                RULEBOOK.evaluate(Statements.ARTICLE, Statements.reading("MISSION LIFT PROPOSED RUS=USA"), List.of());
        assertThat(evaluation.flags()).singleElement().satisfies(flag -> {
            assertThat(flag.rule()).isEqualTo("proposal-to-lift");
            assertThat(flag.revision()).isEqualTo(1);
            assertThat(flag.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(flag.because()).isEqualTo("A restriction may be lifted: a proposal");
        });
        assertThat(evaluation.setAside()).isEmpty();
    }

    @Test
    void severalPairsOfOneStatementRaiseOneFlag() {
        assertThat(RULEBOOK.evaluate(
                                Statements.ARTICLE,
                                Statements.reading("EXPULSION IMPOSE ADOPTED POL,CZE,SVK>RUS,BLR"),
                                List.of())
                        .flags())
                .hasSize(1);
    }
}
