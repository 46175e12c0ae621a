package io.demarche.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.event.Report;
import io.demarche.core.event.Reports;
import io.demarche.core.event.Update;
import io.demarche.core.rulebook.PartyLists;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import io.demarche.core.subscription.Condition.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {

    private static final Doing DOING = Reports.expulsion("POL", "RUS");
    private static final PartyLists LISTS = PartyLists.of(Map.of("EU27", Set.of("POL", "FRA")));

    @Test
    void anEmptyFilterWantsEverything() {
        assertThat(Filter.EVERYTHING.wants(update(DOING), LISTS)).isTrue();
    }

    @Test
    void everyConditionMustHold() {
        Condition high = new Condition.MinSeverity(Severity.HIGH);
        Condition critical = new Condition.MinSeverity(Severity.CRITICAL);
        assertThat(wants(high, new Condition.Kinds(List.of("expulsion")))).isTrue();
        assertThat(wants(critical, new Condition.Kinds(List.of("expulsion")))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "expulsion, true",
        "*, true",
        "exp*, true",
        "*sion, true",
        "e*u*n, true",
        "expulsion*, true",
        "exp, false",
        "*x, false",
        "e*uu*n, false",
        "'', false"
    })
    void kindsMayHaveWildcards(String shape, boolean wanted) {
        assertThat(wants(new Condition.Kinds(List.of("other", shape)))).isEqualTo(wanted);
    }

    @Test
    void partiesStandOnASideByTheirCodeOrInAList() {
        assertThat(wants(parties(Side.ACTOR, "POL"))).isTrue();
        assertThat(wants(parties(Side.ACTOR, "G7", "EU27"))).isTrue();
        assertThat(wants(parties(Side.TARGET, "EU27"))).isFalse();
        assertThat(wants(parties(Side.ACTOR, "RUS"))).isFalse();
        assertThat(wants(parties(Side.EITHER, "RUS"))).isTrue();
        assertThat(wants(parties(Side.EITHER, "USA"))).isFalse();
    }

    @Test
    void eitherSideOfAMutualMeasureActs() {
        Doing mutual = new Doing(DOING.measure(), DOING.move(), DOING.status(), DOING.actor(), DOING.target(), true);
        assertThat(filter(parties(Side.ACTOR, "RUS"), parties(Side.TARGET, "POL"))
                        .wants(update(mutual), LISTS))
                .isTrue();
    }

    @Test
    void whatIsDone() {
        assertThat(wants(new Condition.Measures(Set.of(Measure.EXPULSION)))).isTrue();
        assertThat(wants(new Condition.Measures(Set.of(Measure.SANCTIONS)))).isFalse();
        assertThat(wants(new Condition.Moves(Set.of(Move.LIFT)))).isFalse();
        assertThat(wants(new Condition.Statuses(Set.of(Status.ADOPTED, Status.PROPOSED))))
                .isTrue();
    }

    @Test
    void howItIsTold() {
        assertThat(wants(new Condition.MinConfidence(0.9))).isTrue();
        assertThat(wants(new Condition.MinOutlets(2))).isTrue();
        assertThat(wants(new Condition.MinOutlets(3))).isFalse();
        assertThat(wants(new Condition.Languages(List.of("de", "PT")))).isTrue();
        assertThat(wants(new Condition.Languages(List.of("pt-PT", "p")))).isFalse();
        assertThat(wants(new Condition.Outlets(List.of("*.courier.example")))).isTrue();
        assertThat(wants(new Condition.Outlets(List.of("THE COURIER")))).isTrue();
        assertThat(wants(new Condition.Outlets(List.of("courier")))).isFalse();
    }

    @Test
    void wordsOfTheText() {
        assertThat(wants(new Condition.Text(List.of("oil", "russian  DIPLOMATS"))))
                .isTrue();
        assertThat(wants(new Condition.Text(List.of("diplomat")))).isFalse();
        assertThat(wants(new Condition.Text(List.of("(.*)")))).isFalse();
    }

    @Test
    void conditionsCombine() {
        Condition yes = new Condition.All(List.of());
        Condition no = new Condition.Any(List.of());
        assertThat(wants(yes)).isTrue();
        assertThat(wants(no)).isFalse();
        assertThat(wants(new Condition.Not(no))).isTrue();
        assertThat(wants(new Condition.Any(List.of(no, yes)))).isTrue();
        assertThat(wants(new Condition.All(List.of(no, yes)))).isFalse();
    }

    private static Condition parties(Side side, String... names) {
        return new Condition.Parties(side, List.of(names));
    }

    private static boolean wants(Condition... conditions) {
        return filter(conditions).wants(update(DOING), LISTS);
    }

    private static Filter filter(Condition... conditions) {
        return new Filter(List.of(conditions));
    }

    private static Update update(Doing doing) {
        Report bare = Reports.report("Poland expelled Russian\ndiplomats.", doing, Instant.EPOCH);
        Imprint imprint =
                new Imprint(URI.create("https://www.courier.example/1"), "The Courier", "pt-BR", Instant.EPOCH);
        Article article = Article.of("Out", bare.article().text(), imprint, Instant.EPOCH);
        Report report = new Report(article, bare.statement(), bare.flags());
        return new Update(FlaggedEvent.foundedBy(report), null, report, 2);
    }
}
