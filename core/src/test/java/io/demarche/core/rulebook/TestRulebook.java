package io.demarche.core.rulebook;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.demarche.core.article.Article;
import io.demarche.core.statement.Explanation;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.StatementReader;

/** A rulebook for tests: its one rule, if it has one, flags every statement; it reads nothing. */
public record TestRulebook(int revision, List<Example> examples, Optional<Rule> rule) implements CompiledRulebook {

    public static TestRulebook silent() {
        return new TestRulebook(1, List.of(), Optional.empty());
    }

    public static TestRulebook raising(String rule, String kind, Severity severity) {
        return new TestRulebook(
                1,
                List.of(),
                Optional.of(new Rule(rule, "a.drl", 1, "A rule", "", severity, List.of(kind), List.of(), true)));
    }

    @Override
    public List<Rule> rules() {
        return rule.stream().toList();
    }

    @Override
    public PartyLists lists() {
        return PartyLists.NONE;
    }

    @Override
    public SortedMap<String, String> partyNames() {
        return new TreeMap<>();
    }

    @Override
    public StatementReader reader() {
        return new StatementReader() {
            @Override
            public Reading read(Article article) {
                return new Reading(article.id(), "test", List.of());
            }

            @Override
            public Explanation explain(Article article) {
                return new Explanation(read(article), List.of(), List.of());
            }
        };
    }

    @Override
    public boolean looksBack() {
        return false;
    }

    @Override
    public boolean asksForTexts() {
        return false;
    }

    @Override
    public CompiledRulebook without(CompiledRulebook other) {
        return this;
    }

    @Override
    public Evaluation evaluate(Article article, Reading reading, List<EarlierEvent> past) {
        List<Flag> flags = reading.statements().stream()
                .flatMap(statement -> rule.stream()
                        .map(found -> new Flag(
                                found.name(),
                                revision,
                                statement,
                                found.kinds().get(0),
                                found.severity(),
                                found.title())))
                .toList();
        return new Evaluation(flags, List.of());
    }

    @Override
    public SortedMap<String, Integer> breaches() {
        return new TreeMap<>();
    }

    @Override
    public List<String> suspended() {
        return List.of();
    }
}
