package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.demarche.core.article.Article;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.EarlierEvent;
import io.demarche.core.rulebook.Evaluation;
import io.demarche.core.rulebook.Example;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.rulebook.PartyLists;
import io.demarche.core.rulebook.Rule;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.Statement;
import io.demarche.core.statement.StatementReader;

/**
 * A revision as a KieBase. Every reading gets a budget of its own. A rule that uses the budget up is found, named and
 * left out of that reading, while the others are evaluated; one that does so again and again takes no part any more.
 */
final class KieRulebook implements CompiledRulebook {

    /** What one rule may use on one reading: a third of a second at the worst. */
    static final int STEPS = 100_000;

    /** What every rule adds to the budget that all of them share. */
    static final int STEPS_PER_RULE = 100;

    /** Enough for any article; more is a flood. */
    static final int FLAGS = 1_000;

    /** After so many readings in which it used up the budget a rule is suspended. */
    static final int BREACHES = 3;

    private static final Comparator<Flag> BY_STATEMENT_THEN_RULE = Comparator.comparing(
                    (Flag flag) -> flag.statement().evidence().part())
            .thenComparing(flag -> flag.statement().evidence().start())
            .thenComparing(Flag::rule)
            .thenComparing(Flag::kind);

    private final int revision;
    private final List<CompiledFile.Ready> rules;
    private final List<Example> examples;
    private final Vocabulary vocabulary;
    private final StatementReader reader;
    private final boolean looksBack;
    private final boolean asksForTexts;
    private final Map<String, Integer> breaches = new ConcurrentHashMap<>();
    private volatile Network network;

    /** What is evaluated. */
    private record Input(Article article, Reading reading, List<EarlierEvent> past) {}

    KieRulebook(
            int revision,
            List<CompiledFile.Ready> rules,
            List<Example> examples,
            Vocabulary vocabulary,
            StatementReader reader) {
        this.revision = revision;
        this.rules = List.copyOf(rules);
        this.examples = List.copyOf(examples);
        this.vocabulary = vocabulary;
        this.reader = reader;
        List<CompiledFile.Ready> enabled =
                rules.stream().filter(rule -> rule.checked().head().enabled()).toList();
        this.looksBack = enabled.stream().anyMatch(rule -> rule.checked().looksBack());
        this.asksForTexts = enabled.stream().anyMatch(rule -> rule.checked().asksFor(Field.TEXT));
        this.network = new Network(enabled);
    }

    @Override
    public int revision() {
        return revision;
    }

    @Override
    public List<Rule> rules() {
        return rules.stream().map(CompiledFile.Ready::summary).toList();
    }

    @Override
    public List<Example> examples() {
        return examples;
    }

    @Override
    public PartyLists lists() {
        return PartyLists.of(vocabulary.lists());
    }

    @Override
    public SortedMap<String, String> partyNames() {
        return vocabulary.names();
    }

    @Override
    public StatementReader reader() {
        return reader;
    }

    @Override
    public boolean looksBack() {
        return looksBack;
    }

    @Override
    public boolean asksForTexts() {
        return asksForTexts;
    }

    @Override
    public CompiledRulebook without(CompiledRulebook other) {
        Set<CheckedRule> known = other instanceof KieRulebook kie
                ? kie.rules.stream().map(CompiledFile.Ready::checked).collect(Collectors.toSet())
                : Set.of();
        return new KieRulebook(
                revision,
                rules.stream().filter(rule -> !known.contains(rule.checked())).toList(),
                examples,
                vocabulary,
                reader);
    }

    @Override
    public SortedMap<String, Integer> breaches() {
        return new TreeMap<>(breaches);
    }

    @Override
    public List<String> suspended() {
        return breaches().entrySet().stream()
                .filter(breach -> breach.getValue() >= BREACHES)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Evaluation evaluate(Article article, Reading reading, List<EarlierEvent> past) {
        Network whole = network;
        if (reading.statements().isEmpty() || whole.rules().isEmpty()) {
            return new Evaluation(List.of(), List.of());
        }
        List<Flag> flags = new ArrayList<>();
        List<String> setAside = new ArrayList<>();
        evaluate(whole, new Input(article, reading, past), flags, setAside);
        setAside.forEach(this::breach);
        flags.sort(BY_STATEMENT_THEN_RULE);
        return new Evaluation(flags, setAside);
    }

    /** If the rules use up the budget of all, each half of them gets one of its own, down to single rules, which are set aside. */
    private void evaluate(Network rulesOrSome, Input input, List<Flag> flags, List<String> setAside) {
        Optional<Collection<Flag>> raised = raised(rulesOrSome, input);
        if (raised.isPresent()) {
            flags.addAll(raised.get());
        } else if (rulesOrSome.rules().size() == 1) {
            setAside.add(rulesOrSome.rules().get(0).name());
        } else {
            rulesOrSome.halves().forEach(half -> evaluate(half, input, flags, setAside));
        }
    }

    private synchronized void breach(String rule) {
        if (breaches.merge(rule, 1, Integer::sum) == BREACHES) {
            List<String> suspended = suspended();
            network = new Network(network.rules().stream()
                    .filter(ready -> !suspended.contains(ready.name()))
                    .toList());
        }
    }

    private Optional<Collection<Flag>> raised(Network rulesOrSome, Input input) {
        int steps = STEPS + STEPS_PER_RULE * rulesOrSome.rules().size();
        Session session = new Session(revision, new Budget(steps, FLAGS));
        List<Fact> facts = new ArrayList<>();
        for (Statement statement : input.reading().statements()) {
            facts.addAll(StatementFact.of(input.article(), statement, session));
        }
        if (looksBack) {
            input.past().forEach(event -> facts.addAll(EarlierEventFact.of(input.article(), event, session)));
        }
        return rulesOrSome.sessions().fire(facts) ? Optional.of(session.flags()) : Optional.empty();
    }
}
