package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.demarche.core.rulebook.Problem;
import io.demarche.core.rulebook.Severity;
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
import org.jspecify.annotations.Nullable;

/**
 * Checks one rule against the allow-list: {@code when} holds one to four patterns over facts, plain or under {@code not} or
 * {@code exists}; {@code then} raises one to five flags. What the list does not name is refused. One instance checks
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
    private final Scope scope;

    RuleChecker(SourceText source, RuleDescr rule, Vocabulary vocabulary) {
        this.source = source;
        this.rule = rule;
        this.scope = new Scope(vocabulary);
        this.ruleOffset = source.offset(rule.getLine(), Math.max(0, rule.getColumn()));
    }

    List<Problem> problems() {
        return problems;
    }

    /** What in the rule is allowed and yet probably not meant. */
    List<Problem> warnings() {
        return scope.warnings().stream().map(warning -> warning.in(source)).toList();
    }

    /** The rule, unless it has problems. */
    Optional<CheckedRule> check() {
        if (rule.getEndCharacter() - rule.getStartCharacter() > LONGEST_RULE) {
            problem(ruleOffset, "a rule has at most " + LONGEST_RULE + " characters");
            return Optional.empty();
        }
        RuleHead head = new RuleHeadChecker(rule, message -> problem(ruleOffset, message)).check();
        List<Pattern> patterns = patterns();
        List<Raise> raises = raises(head);
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
        String word = pattern.getObjectType() == null ? "/" : pattern.getObjectType();
        Fact.Sort sort = sort(word);
        if (sort == null) {
            List<String> known =
                    Arrays.stream(Fact.Sort.values()).map(Fact.Sort::word).toList();
            problem(at, "unknown fact '" + word + "'; " + Suggestion.among(known, word));
            return Optional.empty();
        }
        if (place == 0 && sort != Fact.Sort.STATEMENT) {
            problem(at, "the first pattern is about the article: $s : Statement( ... )");
        }
        if (pattern.isUnification()
                || pattern.isQuery()
                || pattern.getSource() != null
                || !pattern.getBehaviors().isEmpty()
                || !pattern.getAnnotations().isEmpty()) {
            problem(at, "a pattern is $s : Statement( ... ), without 'from', 'over', ':=', '?' or annotations");
            return Optional.empty();
        }
        List<Condition> conditions = conditions(pattern, sort);
        if (place > 0 && conditions.stream().noneMatch(RuleChecker::isEqualityJoin)) {
            problem(
                    at,
                    "a further pattern needs an equality with an earlier one, for example actor == $s.target, or it would meet every"
                            + " fact");
        }
        bind(pattern, presence, new Scope.Bound(place, sort), at);
        warnOfContradiction(conditions, at);
        return Optional.of(new Pattern(presence, sort, pattern.getIdentifier(), conditions));
    }

    private static Fact.@Nullable Sort sort(String word) {
        return Arrays.stream(Fact.Sort.values())
                .filter(sort -> sort.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private void warnOfContradiction(List<Condition> conditions, int at) {
        Contradiction.in(conditions)
                .ifPresent(field -> scope.warnings()
                        .add(new RuleTextException(
                                at, "this can never be: no '" + field.word() + "' meets all that is asked of it")));
    }

    private void bind(PatternDescr pattern, Presence presence, Scope.Bound bound, int at) {
        String variable = pattern.getIdentifier();
        if (variable == null) {
            return;
        }
        if (!variable.startsWith("$")) {
            problem(at, "the name of a variable begins with $, found '" + variable + "'");
        } else if (presence != Presence.PRESENT) {
            problem(at, "what is absent or merely exists cannot be bound to '" + variable + "'");
        } else if (!scope.bind(variable, bound.pattern(), bound.sort())) {
            problem(at, "'" + variable + "' is bound twice");
        }
    }

    private List<Condition> conditions(PatternDescr pattern, Fact.Sort sort) {
        List<Condition> conditions = new ArrayList<>();
        if (!(pattern.getConstraint() instanceof AndDescr and)) {
            problem(offset(pattern), "constraints are separated by commas");
            return conditions;
        }
        for (BaseDescr part : and.getDescrs()) {
            if (part instanceof ExprConstraintDescr constraint
                    && constraint.getType() == ExprConstraintDescr.Type.NAMED) {
                condition(constraint, sort).ifPresent(conditions::add);
            } else {
                problem(offset(pattern), "a constraint is a test of a field, for example measure == Measure.EXPULSION");
            }
        }
        return conditions;
    }

    private Optional<Condition> condition(ExprConstraintDescr constraint, Fact.Sort sort) {
        int at = constraint.getStartCharacter();
        try {
            Condition condition = ConditionParser.parse(constraint.getExpression(), at, sort, scope);
            if (condition.joinedPatterns().size() > 1) {
                throw new RuleTextException(at, "one constraint names one earlier pattern; write two constraints");
            }
            return Optional.of(condition);
        } catch (RuleTextException e) {
            problems.add(e.in(source));
            return Optional.empty();
        }
    }

    private List<Raise> raises(RuleHead head) {
        String text = rule.getConsequence() instanceof String consequence ? consequence : "";
        int then = source.offset(rule.getConsequenceLine(), 0);
        int at = Math.max(then, source.text().indexOf(text.strip(), then));
        List<Raise> raises = new ArrayList<>();
        try {
            TokenReader tokens = new TokenReader(Token.of(text.strip(), at));
            while (tokens.peek().kind() != Token.Kind.END) {
                raises.add(raise(tokens, head));
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

    /** {@code flag($s, "kind", Severity.HIGH, "note");}, of which only the variable must stand where the rule has an {@code @kind}. */
    private Raise raise(TokenReader tokens, RuleHead head) throws RuleTextException {
        if (!tokens.takeIf("flag")) {
            throw tokens.unexpected("'then' only raises flags: flag($s, \"kind\"); 'flag'");
        }
        tokens.expect("(");
        Token variable = tokens.expect(Token.Kind.WORD, "the variable of a pattern");
        Scope.Bound bound = scope.bound(variable);
        if (bound.sort() != Fact.Sort.STATEMENT) {
            throw new RuleTextException(
                    variable.offset(),
                    "a flag is raised on a statement; '" + variable.text() + "' is an event of the past");
        }
        String kind = head.kind();
        if (kind == null || (tokens.peek().is(",") && tokens.peekNext().kind() == Token.Kind.STRING)) {
            tokens.expect(",");
            kind = Scope.kind(tokens.expect(Token.Kind.STRING, "the kind of flag, in quotes"));
        }
        Severity severity = head.severity();
        if (tokens.peek().is(",") && tokens.peekNext().kind() == Token.Kind.WORD) {
            tokens.expect(",");
            severity = (Severity) ConditionParser.constant(tokens, Severity.class, "a flag has");
        }
        Note note = null;
        if (tokens.takeIf(",")) {
            note = Note.parse(tokens.expect(Token.Kind.STRING, "a note, in quotes"), bound.pattern(), scope);
        }
        tokens.expect(")");
        tokens.expect(";");
        return new Raise(bound.pattern(), kind, severity, note);
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
