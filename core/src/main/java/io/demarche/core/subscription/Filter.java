package io.demarche.core.subscription;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Party;

/**
 * Which events a subscription wants. An empty set asks for nothing in particular; what is asked for must all hold.
 *
 * @param kinds at least one of these kinds
 * @param actor at least one of these parties acts (or, where a measure is mutual, is on either side)
 * @param target at least one of these parties is acted on (likewise)
 * @param minSeverity at least as severe
 */
public record Filter(Set<String> kinds, Set<Party> actor, Set<Party> target, Severity minSeverity) {

    /** Every event. */
    public static final Filter EVERYTHING = new Filter(Set.of(), Set.of(), Set.of(), Severity.LOW);

    public Filter {
        kinds = Set.copyOf(kinds);
        actor = Set.copyOf(actor);
        target = Set.copyOf(target);
    }

    /** Whether the subscription wants this event. */
    public boolean wants(FlaggedEvent event) {
        return event.severity().compareTo(minSeverity) >= 0
                && meets(kinds, event.kinds())
                && meetsSide(
                        actor,
                        event.doing().actor(),
                        event.doing().target(),
                        event.doing().mutual())
                && meetsSide(
                        target,
                        event.doing().target(),
                        event.doing().actor(),
                        event.doing().mutual());
    }

    private static boolean meetsSide(
            Set<Party> wanted, Collection<Party> side, Collection<Party> other, boolean mutual) {
        return meets(wanted, side) || (mutual && meets(wanted, other));
    }

    private static <T> boolean meets(Set<T> wanted, Collection<T> found) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, found);
    }
}
