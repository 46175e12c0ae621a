package io.demarche.core.event;

import static io.demarche.core.event.Reports.expulsion;
import static io.demarche.core.event.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Reading;
import org.junit.jupiter.api.Test;

class EventMergerTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private final InMemoryEventStore events = new InMemoryEventStore();
    private final EventMerger merger = new EventMerger(events, Duration.ofDays(3));

    @Test
    void twoOutletsMakeOneEvent() {
        merger.merge(List.of(
                report("Poland expels 45.", expulsion("POL", "RUS"), MONDAY),
                report("45 shown the door.", expulsion("POL", "RUS"), MONDAY.plus(Duration.ofDays(3)))));
        assertThat(events.articles.values())
                .singleElement()
                .satisfies(ids -> assertThat(ids).hasSize(2));
    }

    @Test
    void thePastOfAnArticleIsWhatItsPartiesDidBeforeAndNotWhatItTells() {
        merger.merge(List.of(
                report("Poland expels 45.", expulsion("POL", "RUS"), MONDAY),
                report("Russia answers.", expulsion("RUS", "POL"), MONDAY.plus(Duration.ofDays(4))),
                report("Long ago.", expulsion("RUS", "POL"), MONDAY.minus(Duration.ofDays(100))),
                report("Elsewhere.", expulsion("RUS", "CZE"), MONDAY)));
        Report another = report("Moscow hits back.", expulsion("RUS", "POL"), MONDAY.plus(Duration.ofDays(5)));
        Reading reading = new Reading(another.article().id(), "test", List.of(another.statement()));
        assertThat(merger.past(another.article(), reading)).singleElement().satisfies(event -> {
            assertThat(event.doing()).isEqualTo(expulsion("POL", "RUS"));
            assertThat(event.firstToldAt()).isEqualTo(MONDAY);
        });
    }

    @Test
    void flagsRaisedAnewCorrectTheEventsAndAreRecorded() {
        Report first = report("Poland expels 45.", expulsion("POL", "RUS"), MONDAY);
        Report other = report("45 shown the door.", expulsion("POL", "RUS"), MONDAY, "out", Severity.LOW);
        merger.merge(List.of(first, other));
        Report anew = report("Poland expels 45.", expulsion("POL", "RUS"), MONDAY, "banned", Severity.CRITICAL);

        assertThat(merger.isInLine(first.article(), first.flags())).isTrue();
        assertThat(merger.isInLine(first.article(), anew.flags())).isFalse();
        assertThat(merger.correct(first.article(), anew.flags(), 2, MONDAY))
                .singleElement()
                .satisfies(update -> assertThat(update.event().kinds()).containsExactly("banned", "out"));
        assertThat(merger.correct(first.article(), List.of(), 3, MONDAY)).isEmpty();
        assertThat(events.events.values()).singleElement().satisfies(event -> {
            assertThat(event.kinds()).containsExactly("out");
            assertThat(event.severity()).isEqualTo(Severity.LOW);
        });
        assertThat(events.corrections)
                .extracting(Correction::revision, Correction::before, Correction::after)
                .containsExactly(tuple(2, first.flags(), anew.flags()), tuple(3, anew.flags(), List.of()));
    }

    @Test
    void anArticleThatBeginsToTellSomethingFoundsAnEvent() {
        Report report = report("Poland expels 45.", expulsion("POL", "RUS"), MONDAY);
        assertThat(merger.correct(report.article(), report.flags(), 2, MONDAY)).hasSize(1);
        assertThat(events.events).hasSize(1);
        assertThat(events.corrections).isEmpty();
    }

    @Test
    void twoDoingsStayApart() {
        merger.merge(List.of(
                report("Poland expels.", expulsion("POL", "RUS"), MONDAY),
                report("Russia expels.", expulsion("RUS", "POL"), MONDAY)));
        assertThat(events.events).hasSize(2);
    }

    @Test
    void theSameDoingWeeksLaterIsAnotherEvent() {
        merger.merge(List.of(
                report("Poland expels.", expulsion("POL", "RUS"), MONDAY),
                report(
                        "Again.",
                        expulsion("POL", "RUS"),
                        MONDAY.plus(Duration.ofDays(3)).plusMillis(1))));
        assertThat(events.events).hasSize(2);
    }

    @Test
    void aLateArticleThatClosesTheGapMakesOneOfTwo() {
        Report early = report("Early.", expulsion("POL", "RUS"), MONDAY);
        Report late =
                report("Late.", expulsion("POL", "RUS"), MONDAY.plus(Duration.ofDays(5)), "other", Severity.CRITICAL);
        merger.merge(List.of(late));
        merger.merge(List.of(early));
        assertThat(events.events).hasSize(2);

        Report between = report("Between.", expulsion("POL", "RUS"), MONDAY.plus(Duration.ofDays(2)));
        FlaggedEvent one = merger.merge(List.of(between)).get(0).event();

        assertThat(events.events).containsExactly(java.util.Map.entry(one.id(), one));
        assertThat(one.id()).isEqualTo(FlaggedEvent.foundedBy(early).id());
        assertThat(events.absorbed).containsEntry(FlaggedEvent.foundedBy(late).id(), one.id());
        assertThat(events.articles.get(one.id())).hasSize(3);
        assertThat(one.kinds()).containsExactly("expulsion", "other");
        assertThat(one.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(one.lastToldAt()).isEqualTo(late.article().toldAt());
    }

    @Test
    void twoThatSomebodyMergedAreOneForWhateverIsToldOfEitherDoing() {
        String one = merger.merge(List.of(report("Poland expels.", expulsion("POL", "RUS"), MONDAY)))
                .get(0)
                .event()
                .id();
        Report misread =
                report("Poland expels Belarusians.", expulsion("POL", "BLR"), MONDAY, "other", Severity.CRITICAL);
        String other = merger.merge(List.of(misread)).get(0).event().id();

        FlaggedEvent merged = merger.merge(other, one);
        List<Update> later = merger.merge(List.of(
                report("More of it.", expulsion("POL", "BLR"), MONDAY.plus(Duration.ofDays(2))),
                report("Still more.", expulsion("POL", "RUS"), MONDAY.plus(Duration.ofDays(4)))));

        assertThat(merged.id()).isEqualTo(one);
        assertThat(merged.kinds()).containsExactly("expulsion", "other");
        assertThat(later).extracting(update -> update.event().id()).containsOnly(one);
        assertThat(events.events).containsOnlyKeys(one);
        assertThat(events.articles.get(one)).hasSize(4);
        assertThat(events.absorbed).containsEntry(other, one);
    }

    @Test
    void anArticleThatTellsBothOfMergedDoingsIsOneReportAndNoNewsWhenItIsRaisedAgain() {
        Report both = report("Both.", expulsion("POL", "RUS"), MONDAY);
        Report also = report("Both.", expulsion("POL", "BLR"), MONDAY);
        List<Update> told = merger.merge(List.of(both, also));
        merger.merge(told.get(1).event().id(), told.get(0).event().id());

        List<Flag> flags = List.of(both.flags().get(0), also.flags().get(0));
        assertThat(events.articles.values())
                .containsExactly(List.of(both.article().id()));
        assertThat(merger.correct(both.article(), flags, 2, MONDAY)).isEmpty();
    }

    @Test
    void whatSomebodySplitStaysApart() {
        Report poles = report("Poland expels.", expulsion("POL", "RUS"), MONDAY);
        Report again = report("Poland expels others.", expulsion("POL", "RUS"), MONDAY.plus(Duration.ofDays(2)));
        String whole = merger.merge(List.of(poles, again)).get(0).event().id();

        FlaggedEvent split = merger.split(whole, Set.of(again.article().id()));
        Report between = report("Between.", expulsion("POL", "RUS"), MONDAY.plus(Duration.ofHours(40)));
        Report early = report("Early.", expulsion("POL", "RUS"), MONDAY.plus(Duration.ofHours(2)));
        merger.merge(List.of(between, early));

        assertThat(events.articles.get(whole))
                .containsExactly(poles.article().id(), early.article().id());
        assertThat(events.articles.get(split.id()))
                .containsExactly(again.article().id(), between.article().id());
        assertThat(merger.merge(split.id(), whole).lastToldAt())
                .isEqualTo(again.article().toldAt());
        assertThat(events.events).containsOnlyKeys(whole);
    }

    /** Whatever the order of arrival, the same articles end up together. */
    @Test
    void theOrderOfArrivalDoesNotMatter() {
        List<Report> reports = new ArrayList<>(IntStream.range(0, 30)
                .mapToObj(i -> report(
                        "Report " + i,
                        expulsion(i % 2 == 0 ? "POL" : "CZE", "RUS"),
                        MONDAY.plus(Duration.ofHours(29L * i * i % 1200))))
                .toList());
        merger.merge(reports);
        var expected = partition(events);
        assertThat(expected).hasSizeBetween(3, 29);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(reports, new Random(seed));
            InMemoryEventStore shuffled = new InMemoryEventStore();
            EventMerger again = new EventMerger(shuffled, Duration.ofDays(3));
            reports.forEach(report -> again.merge(List.of(report)));
            assertThat(partition(shuffled)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static Set<String> partition(InMemoryEventStore store) {
        Set<String> groups = new TreeSet<>();
        store.articles.values().forEach(ids -> groups.add(new TreeSet<>(ids).toString()));
        return groups;
    }
}
