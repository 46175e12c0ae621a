package io.demarche.core.rulebook;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.demarche.core.statement.Party;

/**
 * The lists of parties of a rulebook, such as {@code EU27}.
 *
 * @param codes the codes of the parties of each list, by its name
 */
public record PartyLists(SortedMap<String, Set<String>> codes) {

    /** No list. */
    public static final PartyLists NONE = new PartyLists(new TreeMap<>());

    /** These lists. */
    public static PartyLists of(Map<String, ? extends Set<String>> codes) {
        return new PartyLists(new TreeMap<>(codes));
    }

    /** Whether the name, a list's or a party's code, stands for that party. */
    public boolean includes(String name, Party party) {
        return name.equals(party.code()) || codes.getOrDefault(name, Set.of()).contains(party.code());
    }
}
