package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.Problem;
import io.demarche.rules.rulebook.CheckedRule.Pattern;
import io.demarche.rules.rulebook.CheckedRule.Presence;
import io.demarche.rules.rulebook.CheckedRule.Raise;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Checks one rule against the allow-list: {@code when} holds one to four patterns over {@code Statement}, plain or under
 * {@code not} or {@code exists}; {@code then} raises one to five flags. What the list does not name is refused. One instance checks
 * one rule and collects all its problems.
 */
final class RuleChecker {

    private static final int MOST_PATTERNS = 4;
    private static final int MOST_RAISES = 5;
    private static final int LONGEST_RULE = 8_000;

    private final SourceText source;
    private final RuleDescr rule;
    private final int ruleOffset;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> variables = new LinkedHashMap<>();

    RuleChecker(SourceText source, RuleDescr rule) {
        this.source = source;
        this.rule = rule;
        this.ruleOffset = source.offset(rule.getLine(), Math.max(0, rule.getColumn()));
    }

    List<Problem> problems() {
        return problems;
    }

    /** The rule, unless it has problems. */
    Optional<CheckedRule> check() {
        if (rule.getEndCharacter() - rule.getStartCharacter() > LONGEST_RULE) {
            problem(ruleOffset, "a rule has at most " + LONGEST_RULE + " characters");
            return Optional.empty();
        }
        RuleHead head = new RuleHeadChecker(rule, message -> problem(ruleOffset, message)).check();
        List<Pattern> patterns = patterns();
        List<Raise> raises = raises();
        return problems.isEmpty() ? Optional.of(new CheckedRule(head, patterns, raises)) : Optional.empty();
    }

    private List<Pattern> patterns() {
        List<? extends BaseDescr> parts = rule.getLhs().getDescrs();
        if (parts.isEmpty() || parts.size() > MOST_PATTERNS) {
            problem(ruleOffset, "'when' holds 1 to " + MOST_PATTERNS + " patterns, found " + parts.size());
            return List.of();
        }
        List<Pattern> patterns = new ArrayList<>();
        for (BaseDescr part : parts) {
            pattern(part, patterns.size()).ifPresent(patterns::add);
        }
        if (!patterns.isEmpty() && patterns.get(0).presence() != Presence.PRESENT) {
            problem(offset(parts.get(0)), "the first pattern is a plain one, without 'not' or 'exists'");
        }
        return patterns;
    }

    private Optional<Pattern> pattern(BaseDescr part, int place) {
        if (part instanceof PatternDescr plain) {
            return pattern(plain, Presence.PRESENT, place);
        }
        if (part instanceof NotDescr not && only(not.getDescrs()) instanceof PatternDescr inner) {
            return pattern(inner, Presence.ABSENT, place);
        }
        if (part instanceof ExistsDescr exists && only(exists.getDescrs()) instanceof PatternDescr inner) {
            return pattern(inner, Presence.EXISTS, place);
        }
        problem(
                offset(part),
                "only patterns stand here: $s : Statement( ... ), not Statement( ... ), exists Statement( ... ); found "
                        + part.getClass().getSimpleName().replace("Descr", "").toLowerCase(java.util.Locale.ROOT));
        return Optional.empty();
    }

    private Optional<Pattern> pattern(PatternDescr pattern, Presence presence, int place) {
        int at = offset(pattern);
        if (!"Statement".equals(pattern.getObjectType())) {
            problem(
                    at,
                    "unknown fact '" + pattern.getObjectType() + "'; "
                            + Suggestion.among(List.of("Statement"), pattern.getObjectType()));
            return Optional.empty();
        }
        if (pattern.isUnification()
                || pattern.isQuery()
                || pattern.getSource() != null
                || !pattern.getBehaviors().isEmpty()
                || !pattern.getAnnotations().isEmpty()) {
            problem(at, "a pattern is $s : Statement( ... ), without 'from', 'over', ':=', '?' or annotations");
            return Optional.empty();
        }
        List<Condition> conditions = conditions(pattern);
        if (place > 0 && conditions.stream().noneMatch(RuleChecker::isEqualityJoin)) {
            problem(
                    at,
                    "a further pattern needs an equality with an earlier one, for example actor == $s.target, or it would meet every"
                            + " statement");
        }
        bind(pattern, presence, place, at);
        return Optional.of(new Pattern(presence, pattern.getIdentifier(), conditions));
    }

    private void bind(PatternDescr pattern, Presence presence, int place, int at) {
        String variable = pattern.getIdentifier();
        if (variable == null) {
            return;
        }
        if (!variable.startsWith("$")) {
            problem(at, "the name of a variable begins with $, found '" + variable + "'");
        } else if (presence != Presence.PRESENT) {
            problem(at, "what is absent or merely exists cannot be bound to '" + variable + "'");
        } else if (variables.putIfAbsent(variable, place) != null) {
            problem(at, "'" + variable + "' is bound twice");
        }
    }

    private List<Condition> conditions(PatternDescr pattern) {
        List<Condition> conditions = new ArrayList<>();
        if (!(pattern.getConstraint() instanceof AndDescr and)) {
            problem(offset(pattern), "constraints are separated by commas");
            return conditions;
        }
        for (BaseDescr part : and.getDescrs()) {
            if (part instanceof ExprConstraintDescr constraint
                    && constraint.getType() == ExprConstraintDescr.Type.NAMED) {
                condition(constraint).ifPresent(conditions::add);
            } else {
                problem(offset(pattern), "a constraint is a test of a field, for example measure == Measure.EXPULSION");
            }
        }
        return conditions;
    }

    private Optional<Condition> condition(ExprConstraintDescr constraint) {
        int at = constraint.getStartCharacter();
        try {
            Condition condition = ConditionParser.parse(constraint.getExpression(), at, variables);
            if (condition.joinedPatterns().size() > 1) {
                throw new RuleTextException(at, "one constraint names one earlier pattern; write two constraints");
            }
            return Optional.of(condition);
        } catch (RuleTextException e) {
            problems.add(e.in(source));
            return Optional.empty();
        }
    }

    private List<Raise> raises() {
        String text = rule.getConsequence() instanceof String consequence ? consequence : "";
        int then = source.offset(rule.getConsequenceLine(), 0);
        int at = Math.max(then, source.text().indexOf(text.strip(), then));
        List<Raise> raises = new ArrayList<>();
        try {
            TokenReader tokens = new TokenReader(Token.of(text.strip(), at));
            while (tokens.peek().kind() != Token.Kind.END) {
                raises.add(raise(tokens));
            }
            if (raises.isEmpty()
                    || raises.size() > MOST_RAISES
                    || !rule.getNamedConsequences().isEmpty()) {
                throw new RuleTextException(then, "'then' raises 1 to " + MOST_RAISES + " flags: flag($s, \"kind\");");
            }
        } catch (RuleTextException e) {
            problems.add(e.in(source));
        }
        return raises;
    }

    private Raise raise(TokenReader tokens) throws RuleTextException {
        if (!tokens.takeIf("flag")) {
            throw tokens.unexpected("'then' only raises flags: flag($s, \"kind\"); 'flag'");
        }
        tokens.expect("(");
        Token variable = tokens.expect(Token.Kind.WORD, "the variable of a pattern");
        Integer pattern = variables.get(variable.text());
        if (pattern == null) {
            throw new RuleTextException(
                    variable.offset(),
                    "no pattern is bound to '" + variable.text() + "'; "
                            + Suggestion.among(variables.keySet(), variable.text()));
        }
        tokens.expect(",");
        Token kind = tokens.expect(Token.Kind.STRING, "the kind of flag, in quotes");
        if (!Flag.isKind(kind.text())) {
            throw new RuleTextException(
                    kind.offset(),
                    "a kind is lower-case words joined by hyphens, at most " + Flag.MAX_KIND + " characters, found "
                            + kind.found());
        }
        tokens.expect(")");
        tokens.expect(";");
        return new Raise(pattern, kind.text());
    }

    private static boolean isEqualityJoin(Condition condition) {
        return condition instanceof Condition.Joins join && join.equal();
    }

    private static Object only(List<?> parts) {
        return parts.size() == 1 ? parts.get(0) : parts;
    }

    private int offset(BaseDescr part) {
        return part.getStartCharacter() >= 0 ? part.getStartCharacter() : ruleOffset;
    }

    private void problem(int offset, String message) {
        problems.add(source.problem(offset, message));
    }
}
