package io.demarche.core.subscription;

import java.util.List;

import io.demarche.core.event.Update;
import io.demarche.core.rulebook.PartyLists;

/**
 * Which events a subscription wants: those for which all of these conditions hold.
 *
 * @param conditions at most one of each sort; what is not asked does not matter
 */
public record Filter(List<Condition> conditions) {

    /** Every event. */
    public static final Filter EVERYTHING = new Filter(List.of());

    public Filter {
        conditions = List.copyOf(conditions);
    }

    /** Whether the event is wanted, as this report tells of it. */
    public boolean wants(Update update, PartyLists lists) {
        return conditions.stream().allMatch(condition -> condition.holds(update, lists));
    }
}
