package io.demarche.core.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class DoingTest {

    @Test
    void theOrderOfPartiesDoesNotMatter() {
        assertThat(doing("NOR,ISL", "BLR", false)).isEqualTo(doing("ISL,NOR,ISL", "BLR", false));
    }

    @Test
    void whatIsMutualHasNoSides() {
        assertThat(doing("RUS", "USA", true)).isEqualTo(doing("USA", "RUS", true));
        assertThat(doing("RUS", "USA", true).key()).isEqualTo("MISSION/LIFT/PROPOSED/RUS=USA");
    }

    @Test
    void whoDoesItToWhomMatters() {
        assertThat(doing("RUS", "USA", false)).isNotEqualTo(doing("USA", "RUS", false));
        assertThat(doing("RUS", "USA", false).key()).isEqualTo("MISSION/LIFT/PROPOSED/RUS>USA");
    }

    private static Doing doing(String actor, String target, boolean mutual) {
        return new Doing(Measure.MISSION, Move.LIFT, Status.PROPOSED, parties(actor), parties(target), mutual);
    }

    private static List<Party> parties(String codes) {
        return Stream.of(codes.split(",")).map(Party::new).toList();
    }
}
