package io.demarche.rules.rulebook;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.demarche.core.rulebook.Problem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A file of the rulebook in YAML 1.1, as its nodes: texts, lists and mappings, from which no object is made. Mistakes are collected
 * with their place.
 */
final class YamlFile {

    private static final int LONGEST_FILE = 1_000_000;
    private static final int DEEPEST = 10;

    private final SourceText source;
    private final List<Problem> problems = new ArrayList<>();
    private final @Nullable Node root;

    YamlFile(SourceText source) {
        this.source = source;
        this.root = parse();
    }

    private @Nullable Node parse() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST_FILE);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(options).compose(new StringReader(source.text()));
        } catch (MarkedYAMLException e) {
            problem(e.getProblemMark(), e.getProblem());
        } catch (YAMLException e) {
            problem((Mark) null, String.valueOf(e.getMessage()));
        }
        return null;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The whole file; empty if it holds nothing or cannot be read. */
    Optional<Node> root() {
        return Optional.ofNullable(root);
    }

    /** The fields of a mapping, in their order. */
    Map<String, Node> fields(Node node) {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problem(node, "fields are expected here, each as 'name: value'");
            return fields;
        }
        mapping.getValue().forEach(field -> {
            if (fields.put(text(field.getKeyNode()), field.getValueNode()) != null) {
                problem(field.getKeyNode(), "'" + text(field.getKeyNode()) + "' stands here twice");
            }
        });
        return fields;
    }

    /** The items of a list. */
    List<Node> items(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problem(node, "a list is expected here: [one, other], or a line for each that begins with '- '");
        return List.of();
    }

    /** A text, as it stands whatever YAML would make of it. */
    String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problem(node, "a text is expected here");
        return "";
    }

    int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    void problem(Node node, String message) {
        problem(node.getStartMark(), message);
    }

    private void problem(@Nullable Mark mark, String message) {
        problems.add(new Problem(
                source.path(),
                mark == null ? 1 : mark.getLine() + 1,
                mark == null ? 1 : mark.getColumn() + 1,
                message));
    }
}
