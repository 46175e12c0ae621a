package io.demarche.rules.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Severity;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Checks a rule's name, annotations and attributes. Their values are texts that nobody evaluates. */
final class RuleHeadChecker {

    private static final List<String> ANNOTATIONS =
            List.of("severity", "kind", "title", "description", "tags", "enabled");
    private static final int LONGEST_TEXT = 500;
    private static final int HIGHEST_SALIENCE = 1_000;

    private final RuleDescr rule;
    private final Consumer<String> problem;

    RuleHeadChecker(RuleDescr rule, Consumer<String> problem) {
        this.rule = rule;
        this.problem = problem;
    }

    RuleHead check() {
        if (rule.getName().isBlank() || rule.getName().length() > LONGEST_TEXT) {
            problem.accept("a rule's name has 1 to " + LONGEST_TEXT + " characters");
        }
        if (rule.getParentName() != null) {
            problem.accept("a rule does not extend another");
        }
        rule.getAnnotations().forEach(this::checkAnnotation);
        return new RuleHead(
                rule.getName(),
                severity(),
                kind(),
                text("title", rule.getName()),
                text("description", ""),
                Arrays.stream(text("tags", "").split(",", -1))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                enabled(),
                salience());
    }

    private void checkAnnotation(AnnotationDescr annotation) {
        String name = annotation.getName();
        if (!ANNOTATIONS.contains(name)) {
            problem.accept("unknown annotation '@" + name + "'; " + Suggestion.among(ANNOTATIONS, name));
        }
        Object value = annotation.getSingleValue();
        if (annotation.getValueMap().size() != 1
                || value == null
                || value.toString().length() > LONGEST_TEXT) {
            problem.accept("'@" + name + "' holds one text of at most " + LONGEST_TEXT + " characters");
        }
    }

    private Severity severity() {
        String given = text("severity", Severity.MEDIUM.name());
        List<String> known = Arrays.stream(Severity.values()).map(Enum::name).toList();
        if (!known.contains(given)) {
            problem.accept("'" + given + "' is not a severity; " + Suggestion.among(known, given));
            return Severity.MEDIUM;
        }
        return Severity.valueOf(given);
    }

    private @Nullable String kind() {
        String given = text("kind", "");
        if (!given.isEmpty() && !Flag.isKind(given)) {
            problem.accept("'@kind' is lower-case words joined by hyphens, found '" + given + "'");
        }
        return given.isEmpty() ? null : given;
    }

    private boolean enabled() {
        String given = text("enabled", "true");
        if (!given.equals("true") && !given.equals("false")) {
            problem.accept("'@enabled' is true or false, found '" + given + "'");
        }
        return !given.equals("false");
    }

    private int salience() {
        for (Map.Entry<String, AttributeDescr> attribute : rule.getAttributes().entrySet()) {
            if (!attribute.getKey().equals("salience")) {
                problem.accept("unknown attribute '" + attribute.getKey() + "'; known: salience");
                return 0;
            }
        }
        AttributeDescr salience = rule.getAttributes().get("salience");
        return salience == null ? 0 : salience(salience.getValue());
    }

    private int salience(@Nullable String value) {
        if (value != null && value.matches("-?\\d{1,4}")) {
            int number = Integer.parseInt(value);
            if (Math.abs(number) <= HIGHEST_SALIENCE) {
                return number;
            }
        }
        problem.accept("salience is a whole number from -%d to %d, found '%s'"
                .formatted(HIGHEST_SALIENCE, HIGHEST_SALIENCE, value));
        return 0;
    }

    private String text(String annotation, String otherwise) {
        return rule.getAnnotations().stream()
                .filter(given -> given.getName().equals(annotation))
                .map(given -> String.valueOf(given.getSingleValue()))
                .map(RuleHeadChecker::unquoted)
                .findFirst()
                .orElse(otherwise);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\\\"", "\"") : text;
    }
}
