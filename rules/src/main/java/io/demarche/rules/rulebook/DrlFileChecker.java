package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.demarche.core.rulebook.Problem;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Parses one rule file by Drools' own parser, refuses what is not a rule, and checks the rules. */
final class DrlFileChecker {

    private static final int LONGEST_FILE = 1_000_000;
    private static final int DEEPEST = 100;
    private static final Pattern COORDINATES = Pattern.compile("^\\[ERR \\d+\\] Line \\d+:\\d+ ");

    private final SourceText source;
    private final Vocabulary vocabulary;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    DrlFileChecker(SourceText source, Vocabulary vocabulary) {
        this.source = source;
        this.vocabulary = vocabulary;
    }

    /** A rule, and the line where it begins. */
    record Found(int line, CheckedRule rule) {}

    List<Problem> warnings() {
        return warnings;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The rules of the file that are in order. */
    List<Found> check() {
        if (source.text().length() > LONGEST_FILE) {
            problem(0, "a rule file has at most " + LONGEST_FILE + " characters");
            return List.of();
        }
        PackageDescr parsed = isTooDeep() ? null : parse();
        if (parsed == null || !problems.isEmpty()) {
            return List.of();
        }
        refuseAllButRules(parsed);
        List<Found> rules = new ArrayList<>();
        for (RuleDescr rule : parsed.getRules()) {
            RuleChecker checker = new RuleChecker(source, rule, vocabulary);
            checker.check().ifPresent(checked -> rules.add(new Found(rule.getLine(), checked)));
            problems.addAll(checker.problems());
            warnings.addAll(checker.warnings());
        }
        return rules;
    }

    /** The parser goes down one level of its stack for each open parenthesis, so that deep ones are refused before it runs. */
    private boolean isTooDeep() {
        int depth = 0;
        for (int at = 0; at < source.text().length(); at++) {
            char c = source.text().charAt(at);
            depth += c == '(' || c == '[' || c == '{' ? 1 : 0;
            depth -= depth > 0 && (c == ')' || c == ']' || c == '}') ? 1 : 0;
            if (depth > DEEPEST) {
                problem(at, "parentheses go at most " + DEEPEST + " deep");
                return true;
            }
        }
        return false;
    }

    private @Nullable PackageDescr parse() {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr parsed = null;
        try {
            parsed = parser.parse(false, source.text());
        } catch (DroolsParserException | StackOverflowError | RuntimeException e) {
            problem(0, "the parser gives up on this file: " + e.getMessage());
        }
        for (DroolsError error : parser.getErrors()) {
            int offset = error instanceof ParserError at ? source.offset(at.getRow(), at.getCol()) : 0;
            problem(offset, readable(error.getMessage()));
        }
        return parsed;
    }

    private static String readable(String message) {
        Matcher coordinates = COORDINATES.matcher(message);
        return coordinates.find() ? message.substring(coordinates.end()) : message;
    }

    private void refuseAllButRules(PackageDescr parsed) {
        refuse("import", !parsed.getImports().isEmpty());
        refuse("import", !parsed.getFunctionImports().isEmpty());
        refuse("import", !parsed.getAccumulateImports().isEmpty());
        refuse("global", !parsed.getGlobals().isEmpty());
        refuse("function", !parsed.getFunctions().isEmpty());
        refuse("declare", !parsed.getTypeDeclarations().isEmpty());
        refuse("declare", !parsed.getEnumDeclarations().isEmpty());
        refuse("declare", !parsed.getWindowDeclarations().isEmpty());
        refuse("declare", !parsed.getEntryPointDeclarations().isEmpty());
        refuse("unit", parsed.getUnit() != null);
        if (!parsed.getAttributes().isEmpty()) {
            problem(0, "attributes stand in rules, not before them");
        }
        parsed.getRules().stream()
                .filter(RuleDescr::isQuery)
                .forEach(query -> problem(source.offset(query.getLine(), 0), "a query is not allowed; rules only"));
    }

    private void refuse(String word, boolean found) {
        if (found) {
            Matcher matcher = Pattern.compile("\\b" + word + "\\b").matcher(source.text());
            problem(
                    matcher.find() ? matcher.start() : 0,
                    "'" + word + "' is not allowed; a rule file holds rules only, and the vocabulary needs no import");
        }
    }

    private void problem(int offset, String message) {
        problems.add(source.problem(offset, message));
    }
}
