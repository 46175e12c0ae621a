package io.demarche.core.statement;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is told, whoever tells it: two outlets that report the same doing within a few days report one event.
 *
 * @param actor whose measure it is, sorted; empty where the text names nobody with a code
 * @param target on whom it bears, sorted; empty likewise
 * @param mutual whether both sides do it to each other; actor and target are then a pair without order
 */
public record Doing(Measure measure, Move move, Status status, List<Party> actor, List<Party> target, boolean mutual) {

    public Doing {
        actor = sorted(actor);
        target = sorted(target);
        if (mutual && side(actor).compareTo(side(target)) > 0) {
            List<Party> first = target;
            target = actor;
            actor = first;
        }
    }

    /** The same for equal doings and different for others, for example {@code EXPULSION/IMPOSE/ADOPTED/USA>RUS}. */
    public String key() {
        return Stream.of(measure, move, status).map(Enum::name).collect(Collectors.joining("/")) + "/" + sides();
    }

    /** Who does it to whom, for example {@code POL>RUS}, or {@code RUS=USA} where both do it to each other. */
    public String sides() {
        return side(actor) + (mutual ? "=" : ">") + side(target);
    }

    /** These in order, each once. */
    static List<Party> sorted(Collection<Party> parties) {
        return parties.size() < 2
                ? List.copyOf(parties)
                : parties.stream().distinct().sorted().toList();
    }

    private static String side(List<Party> parties) {
        return parties.stream().map(Party::code).collect(Collectors.joining("+"));
    }
}
