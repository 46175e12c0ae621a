package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.List;

import io.demarche.core.article.Article;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What rules call a {@code Statement}: a statement for one pair of an actor and a target, since equality on a code is hashed where
 * membership in a list is not. A side that names nobody is null. Compared by identity, as Drools does with facts.
 */
final class StatementFact {

    final Article article;
    final Statement statement;
    final Doing doing;
    final @Nullable String actor;
    final @Nullable String target;
    final Session session;

    private StatementFact(
            Article article, Statement statement, @Nullable Party actor, @Nullable Party target, Session session) {
        this.article = article;
        this.statement = statement;
        this.doing = statement.doing();
        this.actor = actor == null ? null : actor.code();
        this.target = target == null ? null : target.code();
        this.session = session;
    }

    /** One fact for each pair; for a mutual statement also for each pair the other way round. */
    static List<StatementFact> of(Article article, Statement statement, Session session) {
        Doing doing = statement.doing();
        List<StatementFact> facts = new ArrayList<>();
        addPairs(facts, article, statement, doing.actor(), doing.target(), session);
        if (doing.mutual()) {
            addPairs(facts, article, statement, doing.target(), doing.actor(), session);
        }
        return facts;
    }

    private static void addPairs(
            List<StatementFact> facts,
            Article article,
            Statement statement,
            List<Party> actors,
            List<Party> targets,
            Session session) {
        for (int a = 0; a < Math.max(1, actors.size()); a++) {
            for (int t = 0; t < Math.max(1, targets.size()); t++) {
                facts.add(new StatementFact(
                        article,
                        statement,
                        actors.isEmpty() ? null : actors.get(a),
                        targets.isEmpty() ? null : targets.get(t),
                        session));
            }
        }
    }
}
