package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.demarche.core.rulebook.Flag;
import io.demarche.core.statement.Party;

/** What the words of one rule may mean: the variables bound so far, the parties and the lists of parties. */
final class Scope {

    private final Vocabulary vocabulary;
    private final Map<String, Bound> variables = new LinkedHashMap<>();
    private final List<RuleTextException> warnings = new ArrayList<>();

    Scope(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What a variable stands for: the fact that matched the pattern at that place in the rule. */
    record Bound(int pattern, Fact.Sort sort) {}

    /** Mistakes of the rule's author that keep nothing from working. */
    List<RuleTextException> warnings() {
        return warnings;
    }

    /** Binds a variable; false if it is bound already. */
    boolean bind(String variable, int pattern, Fact.Sort sort) {
        return variables.putIfAbsent(variable, new Bound(pattern, sort)) == null;
    }

    Bound bound(Token variable) throws RuleTextException {
        Bound bound = variables.get(variable.text());
        if (bound == null) {
            throw new RuleTextException(
                    variable.offset(),
                    "no earlier pattern is bound to '" + variable.text() + "'; "
                            + Suggestion.among(variables.keySet(), variable.text()));
        }
        return bound;
    }

    /** The parties of a list. */
    Set<String> list(Token name) throws RuleTextException {
        Set<String> parties = vocabulary.lists().get(name.text());
        if (parties == null) {
            throw new RuleTextException(
                    name.offset(),
                    "unknown list '" + name.text() + "'; "
                            + Suggestion.among(vocabulary.lists().keySet(), name.text()));
        }
        return parties;
    }

    /** A party's code; one that nobody bears is worth a warning. */
    String party(Token code) throws RuleTextException {
        try {
            new Party(code.text());
        } catch (IllegalArgumentException e) {
            throw new RuleTextException(
                    code.offset(), "a party's code such as \"RUS\" or \"EU\" is expected here, found " + code.found());
        }
        if (!vocabulary.parties().contains(code.text())) {
            String meant = vocabulary.lists().containsKey(code.text())
                    ? "it is a list: write for example actor.in(\"" + code.text() + "\")"
                    : Suggestion.nearest(vocabulary.parties(), code.text())
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("states have the codes of ISO 3166-1 alpha-3");
            warnings.add(new RuleTextException(code.offset(), "no party has the code '" + code.text() + "'; " + meant));
        }
        return code.text();
    }

    static String kind(Token kind) throws RuleTextException {
        if (!Flag.isKind(kind.text())) {
            throw new RuleTextException(
                    kind.offset(),
                    "a kind is lower-case words joined by hyphens, at most " + Flag.MAX_KIND + " characters, found "
                            + kind.found());
        }
        return kind.text();
    }

    static Field field(Token word, Fact.Sort sort) throws RuleTextException {
        return Field.named(word.text(), sort)
                .orElseThrow(() -> new RuleTextException(
                        word.offset(),
                        "unknown field '" + word.text() + "'; " + Suggestion.among(Field.words(sort), word.text())));
    }
}
