package io.demarche.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;

import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.event.Reports;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Party;
import org.junit.jupiter.api.Test;

class FilterTest {

    private static final Doing DOING = Reports.expulsion("POL", "RUS");
    private static final FlaggedEvent EVENT = event(DOING);

    @Test
    void anEmptyFilterWantsEverything() {
        assertThat(Filter.EVERYTHING.wants(EVENT)).isTrue();
    }

    @Test
    void everyPartMustHold() {
        assertThat(new Filter(Set.of("expulsion", "x"), parties("POL"), parties("RUS"), Severity.HIGH).wants(EVENT))
                .isTrue();
        assertThat(new Filter(Set.of("x"), Set.of(), Set.of(), Severity.LOW).wants(EVENT))
                .isFalse();
        assertThat(new Filter(Set.of(), parties("RUS"), Set.of(), Severity.LOW).wants(EVENT))
                .isFalse();
        assertThat(new Filter(Set.of(), Set.of(), parties("POL"), Severity.LOW).wants(EVENT))
                .isFalse();
        assertThat(new Filter(Set.of(), Set.of(), Set.of(), Severity.CRITICAL).wants(EVENT))
                .isFalse();
    }

    @Test
    void eitherSideOfAMutualMeasureActs() {
        FlaggedEvent mutual =
                event(new Doing(DOING.measure(), DOING.move(), DOING.status(), DOING.actor(), DOING.target(), true));
        assertThat(new Filter(Set.of(), parties("RUS"), parties("POL"), Severity.LOW).wants(mutual))
                .isTrue();
    }

    private static FlaggedEvent event(Doing doing) {
        return FlaggedEvent.foundedBy(Reports.report("Text.", doing, Instant.EPOCH));
    }

    private static Set<Party> parties(String code) {
        return Set.of(new Party(code));
    }
}
