package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.demarche.core.statement.Party;
import io.demarche.rules.rulebook.Condition.AllOf;
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
 * one    = [ "!" ] "(" any ")" | test
 * test   = field ( "==" | "!=" ) ( value | "null" | "$variable.field" )
 *        | field ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) number
 *        | field [ "not" ] "in" "(" value { "," value } ")"
 *        | field [ "not" ] ( "contains" | "matches" ) string
 * </pre>
 */
final class ConditionParser {

    private static final int DEEPEST = 20;
    private static final int LONGEST_STRING = 500;

    private final TokenReader tokens;
    private final Map<String, Integer> variables;
    private int depth;

    private ConditionParser(TokenReader tokens, Map<String, Integer> variables) {
        this.tokens = tokens;
        this.variables = variables;
    }

    /** The condition; {@code variables} are those that earlier patterns bound, with the place of the pattern in the rule. */
    static Condition parse(String text, int offset, Map<String, Integer> variables) throws RuleTextException {
        ConditionParser parser = new ConditionParser(new TokenReader(Token.of(text, offset)), variables);
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
        if (!negated && !tokens.peek().is("(")) {
            return test();
        }
        Token open = tokens.expect("(");
        if (++depth > DEEPEST) {
            throw new RuleTextException(open.offset(), "parentheses go at most " + DEEPEST + " deep");
        }
        Condition inner = any();
        tokens.expect(")");
        depth--;
        return negated ? new Not(inner) : inner;
    }

    private Condition test() throws RuleTextException {
        Token word = tokens.expect(Token.Kind.WORD, "a field of the statement");
        Field field = field(word);
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

    private Field field(Token word) throws RuleTextException {
        return Field.named(word.text())
                .orElseThrow(() -> new RuleTextException(
                        word.offset(),
                        "unknown field '" + word.text() + "'; " + Suggestion.among(Field.words(), word.text())));
    }

    private Condition equality(Field field, Token operator) throws RuleTextException {
        boolean equal = operator.is("==");
        if (field.type() == Field.Type.PARTIES) {
            throw new RuleTextException(operator.offset(), "'" + field.word() + "' is a list: use 'contains'");
        }
        if (tokens.peek().text().startsWith("$")) {
            return join(field, equal);
        }
        Condition same = new OneOf(field, Collections.singleton(value(field)));
        return equal ? same : new Not(same);
    }

    private Condition join(Field field, boolean equal) throws RuleTextException {
        Token variable = tokens.take();
        Integer pattern = variables.get(variable.text());
        if (pattern == null) {
            throw new RuleTextException(
                    variable.offset(),
                    "no earlier pattern is bound to '" + variable.text() + "'; "
                            + Suggestion.among(variables.keySet(), variable.text()));
        }
        tokens.expect(".");
        Token word = tokens.expect(Token.Kind.WORD, "a field of " + variable.text());
        Field other = field(word);
        boolean bothParties = field.type() == Field.Type.PARTY && other.type() == Field.Type.PARTY;
        if (field.type() != other.type() && !bothParties) {
            throw new RuleTextException(
                    word.offset(), "'" + field.word() + "' and '" + other.word() + "' cannot be compared");
        }
        return new Joins(field, equal, pattern, other);
    }

    private Condition comparison(Field field, Token operator) throws RuleTextException {
        Comparison comparison = Comparison.of(operator.text())
                .orElseThrow(() -> new RuleTextException(
                        operator.offset(),
                        "an operator is expected here (==, !=, <, <=, >, >=, in, not in, contains, matches), found "
                                + operator.found()));
        if (field.type() != Field.Type.NUMBER) {
            throw new RuleTextException(
                    operator.offset(),
                    "'" + field.word() + "' is no number; '" + operator.text() + "' compares numbers");
        }
        return new Compares(field, comparison, number());
    }

    private Condition contains(Field field, Token operator) throws RuleTextException {
        if (field.type() == Field.Type.PARTIES) {
            return new Contains(field, party());
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
            case MEASURE, MOVE, STATUS -> constant(field);
            case BOOLEAN -> bool();
            case NUMBER -> number();
            case PARTY, PARTIES -> party();
            case TEXT -> string().text();
        };
    }

    private Object constant(Field field) throws RuleTextException {
        Class<?> type = field.type().javaType();
        Token first = tokens.expect(Token.Kind.WORD, "a " + type.getSimpleName());
        if (!first.text().equals(type.getSimpleName())) {
            throw new RuleTextException(
                    first.offset(),
                    "'" + field.word() + "' is compared with a " + type.getSimpleName() + ", written "
                            + type.getSimpleName() + ".NAME; found " + first.found());
        }
        tokens.expect(".");
        Token name = tokens.expect(Token.Kind.WORD, "the name of a " + type.getSimpleName());
        Object[] constants = type.getEnumConstants();
        Collection<String> known =
                Arrays.stream(constants).map(Object::toString).toList();
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equals(name.text()))
                .findFirst()
                .orElseThrow(() -> new RuleTextException(
                        name.offset(),
                        "'" + name.text() + "' is not a " + type.getSimpleName() + "; "
                                + Suggestion.among(known, name.text())));
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

    private String party() throws RuleTextException {
        Token code = string();
        try {
            return new Party(code.text()).code();
        } catch (IllegalArgumentException e) {
            throw new RuleTextException(
                    code.offset(), "a party's code such as \"RUS\" or \"EU\" is expected here, found " + code.found());
        }
    }

    private Token string() throws RuleTextException {
        Token string = tokens.expect(Token.Kind.STRING, "a string in quotes");
        if (string.text().length() > LONGEST_STRING) {
            throw new RuleTextException(string.offset(), "a string has at most " + LONGEST_STRING + " characters");
        }
        return string;
    }
}
