package io.demarche.rules.rulebook;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.demarche.core.rulebook.Problem;
import io.demarche.core.rulebook.RulebookFile;
import io.demarche.core.statement.Party;
import org.yaml.snakeyaml.nodes.Node;

/** Reads lists of parties: a mapping in YAML from a name to the codes of parties. */
final class PartyLists {

    private static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,63}";

    private PartyLists() {}

    /** The lists that every rulebook may use. */
    static Map<String, SortedSet<String>> bundled() {
        YamlFile yaml = new YamlFile(SourceText.of(DefaultRulebook.resource("party-lists.yaml")));
        Map<String, SortedSet<String>> lists = lists(yaml, Map.of());
        if (!yaml.problems().isEmpty()) {
            throw new IllegalStateException(yaml.problems().toString());
        }
        return lists;
    }

    /** Those lists and the ones of the files; mistakes are added to the problems. */
    static Map<String, SortedSet<String>> with(
            Map<String, SortedSet<String>> bundled, List<RulebookFile> files, List<Problem> problems) {
        Map<String, SortedSet<String>> all = new TreeMap<>(bundled);
        for (RulebookFile file : files) {
            YamlFile yaml = new YamlFile(SourceText.of(file));
            all.putAll(lists(yaml, all));
            problems.addAll(yaml.problems());
        }
        return Collections.unmodifiableMap(all);
    }

    private static Map<String, SortedSet<String>> lists(YamlFile yaml, Map<String, SortedSet<String>> taken) {
        Map<String, SortedSet<String>> lists = new TreeMap<>();
        yaml.root()
                .ifPresent(root -> yaml.fields(root).forEach((name, node) -> {
                    if (!name.matches(NAME)) {
                        yaml.problem(
                                node,
                                "a list is named by a letter and then letters, digits, '_' or '-', found '" + name
                                        + "'");
                    } else if (taken.containsKey(name)) {
                        yaml.problem(node, "the name '" + name + "' is taken by another list");
                    } else {
                        lists.put(name, codes(yaml, node));
                    }
                }));
        return lists;
    }

    private static SortedSet<String> codes(YamlFile yaml, Node list) {
        SortedSet<String> codes = new TreeSet<>();
        for (Node item : yaml.items(list)) {
            String code = yaml.text(item);
            try {
                codes.add(new Party(code).code());
            } catch (IllegalArgumentException e) {
                yaml.problem(item, String.valueOf(e.getMessage()));
            }
        }
        return Collections.unmodifiableSortedSet(codes);
    }
}
