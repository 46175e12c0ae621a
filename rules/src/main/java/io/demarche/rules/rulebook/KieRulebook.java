package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.demarche.core.article.Article;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.Evaluation;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.Statement;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** A revision as a KieBase. Every reading gets a session of its own and a budget of steps. */
final class KieRulebook implements CompiledRulebook {

    /** Enough for a long article under ten thousand rules; used up in well under a second. */
    static final int STEPS = 1_000_000;

    private static final int MOST_FIRINGS = 10_000;
    private static final Comparator<Flag> BY_STATEMENT_THEN_RULE = Comparator.comparing(
                    (Flag flag) -> flag.statement().evidence().part())
            .thenComparing(flag -> flag.statement().evidence().start())
            .thenComparing(Flag::rule)
            .thenComparing(Flag::kind);

    private final int revision;
    private final List<Rule> rules;
    private final KieBase kieBase;

    KieRulebook(int revision, List<Rule> rules) {
        this.revision = revision;
        this.rules = List.copyOf(rules);
        this.kieBase = kieBase(rules);
    }

    @Override
    public int revision() {
        return revision;
    }

    @Override
    public List<String> rules() {
        return rules.stream().map(Rule::getName).sorted().toList();
    }

    @Override
    public Evaluation evaluate(Article article, Reading reading) {
        if (reading.statements().isEmpty()) {
            return new Evaluation(List.of(), List.of());
        }
        return evaluate(kieBase, article, reading, STEPS)
                .map(flags -> new Evaluation(sorted(flags), List.of()))
                .orElseGet(() -> oneByOne(article, reading));
    }

    /** Some rule used up the budget of all: each is evaluated alone, and those that use up their own are set aside. */
    private Evaluation oneByOne(Article article, Reading reading) {
        List<Flag> flags = new ArrayList<>();
        List<String> setAside = new ArrayList<>();
        for (Rule rule : rules) {
            evaluate(kieBase(List.of(rule)), article, reading, STEPS / 10)
                    .ifPresentOrElse(flags::addAll, () -> setAside.add(rule.getName()));
        }
        return new Evaluation(sorted(flags), setAside);
    }

    private Optional<List<Flag>> evaluate(KieBase base, Article article, Reading reading, int steps) {
        Session session = new Session(revision, new Budget(steps));
        KieSession kieSession = base.newKieSession();
        try {
            for (Statement statement : reading.statements()) {
                StatementFact.of(article, statement, session).forEach(kieSession::insert);
            }
            kieSession.fireAllRules(MOST_FIRINGS);
            return Optional.of(List.copyOf(session.flags()));
        } catch (RuntimeException e) {
            if (isExhausted(e)) {
                return Optional.empty();
            }
            throw e;
        } finally {
            kieSession.dispose();
        }
    }

    private static boolean isExhausted(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof Budget.Exhausted)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    private static List<Flag> sorted(List<Flag> flags) {
        return flags.stream().sorted(BY_STATEMENT_THEN_RULE).toList();
    }

    private static KieBase kieBase(List<Rule> rules) {
        return KieBaseBuilder.createKieBaseFromModel(new ModelImpl("rulebook").withRules(new ArrayList<>(rules)));
    }
}
