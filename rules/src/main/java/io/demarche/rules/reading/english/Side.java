package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.demarche.core.statement.Party;

/** The parties on one side of an action, and the construction that gave them. */
record Side(List<Party> parties, String because) {

    static final Side NOBODY = new Side(List.of(), "");

    /** These parties by that construction; nobody if there are none. */
    static Side of(List<Party> parties, String because) {
        return parties.isEmpty() ? NOBODY : new Side(parties, because);
    }

    boolean isEmpty() {
        return parties.isEmpty();
    }

    /** Whether one of them is a body of states. */
    boolean hasBody() {
        return parties.stream().anyMatch(party -> Words.BODIES.contains(party.code()));
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
        List<Party> rest =
                parties.stream().filter(party -> !others.contains(party)).toList();
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
