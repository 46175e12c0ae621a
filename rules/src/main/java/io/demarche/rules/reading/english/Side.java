package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.demarche.core.statement.Party;

/** The parties on one side of an action, and the construction that gave them. */
record Side(List<Party> parties, String because) {

    static final Side NOBODY = new Side(List.of(), "");

    /** These parties by that construction; nobody if there are none. */
    static Side of(List<Party> parties, String because) {
        return parties.isEmpty() ? NOBODY : new Side(parties, because);
    }

    /** The party named there, if one is. */
    static Side of(Optional<Mention> mention, String because) {
        return of(mention.map(Mention::party).stream().toList(), because);
    }

    boolean isEmpty() {
        return parties.isEmpty();
    }

    /** Whether one of them is a body of states. */
    boolean hasBody() {
        for (Party party : parties) {
            if (Words.BODIES.contains(party.code())) {
                return true;
            }
        }
        return false;
    }

    /** Whether all of them are members of the European Union. */
    boolean isOfMembers() {
        return !isEmpty() && parties.stream().allMatch(party -> Words.EU_MEMBERS.contains(party.code()));
    }

    /** The same without those of another side. */
    Side without(Side other) {
        return without(other.parties);
    }

    Side without(List<Party> others) {
        if (parties.isEmpty() || others.isEmpty() || Collections.disjoint(parties, others)) {
            return this;
        }
        List<Party> rest = new ArrayList<>(parties);
        rest.removeAll(others);
        return of(rest, because);
    }

    /** The same parties, by another construction. */
    Side because(String construction) {
        return of(parties, construction);
    }

    /** What another construction gives, where this one gave nobody. */
    Side orElse(Supplier<Side> otherwise) {
        return isEmpty() ? otherwise.get() : this;
    }

    /** These and those, each once. */
    List<Party> with(Side other) {
        List<Party> both = new ArrayList<>(parties);
        both.addAll(other.without(this).parties);
        return both;
    }
}
