package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.List;

import io.demarche.core.article.Article;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Statement;
import org.jspecify.annotations.Nullable;

/** What rules call a {@code Statement}. */
final class StatementFact extends Fact {

    final Article article;
    final Statement statement;

    private StatementFact(
            Article article, Statement statement, @Nullable Party actor, @Nullable Party target, Session session) {
        super(statement.doing(), actor, target, session);
        this.article = article;
        this.statement = statement;
    }

    static List<StatementFact> of(Article article, Statement statement, Session session) {
        List<StatementFact> facts = new ArrayList<>();
        forEachPair(
                statement.doing(),
                (actor, target) -> facts.add(new StatementFact(article, statement, actor, target, session)));
        return facts;
    }
}
