package io.demarche.api.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Party;
import io.demarche.core.subscription.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted; what is left out is not asked, and what is asked must all hold.
 *
 * @param kinds at least one of these kinds
 * @param actor at least one of these parties acts
 * @param target at least one of these parties is acted on
 * @param minSeverity at least as severe
 */
record FilterJson(
        @Nullable @Size(max = 100)
        List<@Pattern(regexp = Flag.KIND_SHAPE, message = "must be lower-case words joined by hyphens") String> kinds,

        @Nullable @Size(max = 300) List<@Pattern(regexp = Party.SHAPE, message = PARTY_MESSAGE) String> actor,
        @Nullable @Size(max = 300) List<@Pattern(regexp = Party.SHAPE, message = PARTY_MESSAGE) String> target,
        @Nullable Severity minSeverity) {

    private static final String PARTY_MESSAGE = "must be a party's code in capitals, such as RUS or EU";

    static FilterJson of(Filter filter) {
        return new FilterJson(
                filter.kinds().stream().sorted().toList(),
                codes(filter.actor()),
                codes(filter.target()),
                filter.minSeverity());
    }

    Filter toFilter() {
        return new Filter(
                kinds == null ? Set.of() : Set.copyOf(kinds),
                parties(actor),
                parties(target),
                minSeverity == null ? Severity.LOW : minSeverity);
    }

    private static List<String> codes(Collection<Party> parties) {
        return parties.stream().map(Party::code).sorted().toList();
    }

    private static Set<Party> parties(@Nullable List<String> codes) {
        return codes == null ? Set.of() : codes.stream().map(Party::new).collect(Collectors.toSet());
    }
}
