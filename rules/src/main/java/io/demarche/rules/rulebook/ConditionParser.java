package io.demarche.rules.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.demarche.rules.rulebook.Condition.AllOf;
import io.demarche.rules.rulebook.Condition.AnyIn;
import io.demarche.rules.rulebook.Condition.AnyOf;
import io.demarche.rules.rulebook.Condition.Compares;
import io.demarche.rules.rulebook.Condition.Contains;
import io.demarche.rules.rulebook.Condition.Joins;
import io.demarche.rules.rulebook.Condition.Matches;
import io.demarche.rules.rulebook.Condition.Not;
import io.demarche.rules.rulebook.Condition.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of one constraint:
 *
 * <pre>
 * any    = all { "||" all }
 * all    = one { "&amp;&amp;" one }
 * one    = [ "!" ] ( "(" any ")" | test )
 * test   = field ( "==" | "!=" ) ( value | "null" | "$variable.field" )
 *        | field ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) value
 *        | field [ "not" ] "in" "(" value { "," value } ")"
 *        | field [ "not" ] ( "contains" | "matches" ) string
 *        | field "." "in" "(" name of a list of parties ")"
 * </pre>
 */
final class ConditionParser {

    private static final int DEEPEST = 20;
    private static final int LONGEST_STRING = 500;

    private final TokenReader tokens;
    private final Fact.Sort sort;
    private final Scope scope;
    private int depth;

    private ConditionParser(TokenReader tokens, Fact.Sort sort, Scope scope) {
        this.tokens = tokens;
        this.sort = sort;
        this.scope = scope;
    }

    /** The condition on a fact of that sort. */
    static Condition parse(String text, int offset, Fact.Sort sort, Scope scope) throws RuleTextException {
        ConditionParser parser = new ConditionParser(new TokenReader(Token.of(text, offset)), sort, scope);
        Condition condition = parser.any();
        if (parser.tokens.peek().kind() != Token.Kind.END) {
            throw parser.tokens.unexpected("'&&', '||' or the end of the constraint");
        }
        return condition;
    }

    private Condition any() throws RuleTextException {
        List<Condition> parts = new ArrayList<>(List.of(all()));
        while (tokens.takeIf("||")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.get(0) : new AnyOf(List.copyOf(parts));
    }

    private Condition all() throws RuleTextException {
        List<Condition> parts = new ArrayList<>(List.of(one()));
        while (tokens.takeIf("&&")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new AllOf(List.copyOf(parts));
    }

    private Condition one() throws RuleTextException {
        boolean negated = tokens.takeIf("!");
        Condition condition = tokens.peek().is("(") ? inParentheses() : test();
        return negated ? new Not(condition) : condition;
    }

    private Condition inParentheses() throws RuleTextException {
        Token open = tokens.expect("(");
        if (++depth > DEEPEST) {
            throw new RuleTextException(open.offset(), "parentheses go at most " + DEEPEST + " deep");
        }
        Condition inner = any();
        tokens.expect(")");
        depth--;
        return inner;
    }

    private Condition test() throws RuleTextException {
        Token word = tokens.expect(Token.Kind.WORD, "a field of " + sort.word());
        Field field = Scope.field(word, sort);
        if (tokens.takeIf(".")) {
            tokens.expect("in");
            return inList(field, word);
        }
        boolean negated = tokens.takeIf("not");
        Token operator = tokens.take();
        Condition condition = switch (operator.text()) {
            case "in" -> new OneOf(field, list(field));
            case "contains" -> contains(field, operator);
            case "matches" -> new Matches(textual(field, operator), regex());
            case "==", "!=" -> equality(field, operator);
            default -> comparison(field, operator);
        };
        if (negated && (operator.kind() != Token.Kind.WORD)) {
            throw new RuleTextException(operator.offset(), "'in', 'contains' or 'matches' is expected after 'not'");
        }
        return negated ? new Not(condition) : condition;
    }

    private Condition inList(Field field, Token word) throws RuleTextException {
        tokens.expect("(");
        Token name = string();
        tokens.expect(")");
        Set<String> parties = scope.list(name);
        return switch (field.type()) {
            case PARTY -> new OneOf(field, Collections.unmodifiableSet(new LinkedHashSet<>(parties)));
            case PARTIES -> new AnyIn(field, parties);
            default ->
                throw new RuleTextException(
                        word.offset(),
                        "'" + field.word() + "' is no party, and '" + name.text() + "' is a list of parties");
        };
    }

    private Condition equality(Field field, Token operator) throws RuleTextException {
        boolean equal = operator.is("==");
        if (field.type().isList()) {
            throw new RuleTextException(operator.offset(), "'" + field.word() + "' is a list: use 'contains'");
        }
        if (tokens.peek().text().startsWith("$")) {
            return join(field, equal);
        }
        Condition same = new OneOf(field, Collections.singleton(value(field)));
        return equal ? same : new Not(same);
    }

    private Condition join(Field field, boolean equal) throws RuleTextException {
        Scope.Bound bound = scope.bound(tokens.take());
        tokens.expect(".");
        Token word = tokens.expect(Token.Kind.WORD, "a field of " + bound.sort().word());
        Field other = Scope.field(word, bound.sort());
        if (field.type() != other.type()) {
            throw new RuleTextException(
                    word.offset(), "'" + field.word() + "' and '" + other.word() + "' cannot be compared");
        }
        return new Joins(field, equal, bound.pattern(), other);
    }

    private Condition comparison(Field field, Token operator) throws RuleTextException {
        Comparison comparison = Comparison.of(operator.text())
                .orElseThrow(() -> new RuleTextException(
                        operator.offset(),
                        "an operator is expected here (==, !=, <, <=, >, >=, in, not in, contains, matches), found "
                                + operator.found()));
        if (!field.type().isOrdered()) {
            throw new RuleTextException(
                    operator.offset(),
                    "'" + field.word() + "' has no order; '" + operator.text()
                            + "' compares numbers, dates and severities");
        }
        Object value = value(field);
        if (!(value instanceof Comparable<?> limit)) {
            throw new RuleTextException(operator.offset(), "nothing is more or less than null");
        }
        return new Compares(field, comparison, limit);
    }

    private Condition contains(Field field, Token operator) throws RuleTextException {
        if (field.type() == Field.Type.PARTIES) {
            return new Contains(field, party());
        }
        if (field.type() == Field.Type.KINDS) {
            return new Contains(field, kind());
        }
        Token string = string();
        return new Contains(textual(field, operator), string.text());
    }

    private Regex regex() throws RuleTextException {
        Token string = string();
        return Regex.of(string.text(), string.offset());
    }

    private static Field textual(Field field, Token operator) throws RuleTextException {
        if (field.type() != Field.Type.TEXT) {
            throw new RuleTextException(
                    operator.offset(), "'" + field.word() + "' is no text; '" + operator.text() + "' asks of texts");
        }
        return field;
    }

    private Set<@Nullable Object> list(Field field) throws RuleTextException {
        Set<@Nullable Object> values = new LinkedHashSet<>();
        tokens.expect("(");
        do {
            values.add(value(field));
        } while (tokens.takeIf(","));
        tokens.expect(")");
        return Collections.unmodifiableSet(values);
    }

    private @Nullable Object value(Field field) throws RuleTextException {
        if (tokens.takeIf("null")) {
            return null;
        }
        return switch (field.type()) {
            case MEASURE, MOVE, STATUS, SEVERITY -> constant(field);
            case BOOLEAN -> bool();
            case NUMBER -> number();
            case DATE -> date();
            case PARTY, PARTIES -> party();
            case KINDS -> kind();
            case TEXT -> string().text();
        };
    }

    private Object constant(Field field) throws RuleTextException {
        return constant(tokens, field.type().javaType(), "'" + field.word() + "' is compared with");
    }

    /** A constant such as {@code Severity.HIGH}. */
    static Object constant(TokenReader tokens, Class<?> type, String use) throws RuleTextException {
        String name = type.getSimpleName();
        Token first = tokens.expect(Token.Kind.WORD, "a " + name);
        if (!first.text().equals(name)) {
            throw new RuleTextException(
                    first.offset(), use + " a " + name + ", written " + name + ".NAME; found " + first.found());
        }
        tokens.expect(".");
        Token word = tokens.expect(Token.Kind.WORD, "the name of a " + name);
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        if (!known.contains(word.text())) {
            throw new RuleTextException(
                    word.offset(),
                    "'" + word.text() + "' is not a " + name + "; " + Suggestion.among(known, word.text()));
        }
        return type.getEnumConstants()[known.indexOf(word.text())];
    }

    private Object bool() throws RuleTextException {
        if (tokens.takeIf("true")) {
            return true;
        }
        tokens.expect("false");
        return false;
    }

    private Double number() throws RuleTextException {
        boolean negative = tokens.takeIf("-");
        Token number = tokens.expect(Token.Kind.NUMBER, "a number");
        try {
            double value = Double.parseDouble(number.text());
            return negative ? -value : value;
        } catch (NumberFormatException e) {
            throw new RuleTextException(number.offset(), "a number is expected here, found " + number.found());
        }
    }

    private LocalDate date() throws RuleTextException {
        Token day = string();
        try {
            return LocalDate.parse(day.text());
        } catch (DateTimeParseException e) {
            throw new RuleTextException(
                    day.offset(), "a day such as \"2026-03-02\" is expected here, found " + day.found());
        }
    }

    private String kind() throws RuleTextException {
        return Scope.kind(string());
    }

    private String party() throws RuleTextException {
        return scope.party(string());
    }

    private Token string() throws RuleTextException {
        Token string = tokens.expect(Token.Kind.STRING, "a string in quotes");
        if (string.text().length() > LONGEST_STRING) {
            throw new RuleTextException(string.offset(), "a string has at most " + LONGEST_STRING + " characters");
        }
        return string;
    }
}
