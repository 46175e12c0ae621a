package io.demarche.rules.rulebook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.demarche.core.article.Article;
import io.demarche.core.rulebook.EarlierEvent;
import io.demarche.core.statement.Party;
import org.jspecify.annotations.Nullable;

/** What rules call an {@code EarlierEvent}. */
final class EarlierEventFact extends Fact {

    final EarlierEvent event;

    /** Days and parts of days from the event to the article. */
    final double days;

    private EarlierEventFact(
            EarlierEvent event, double days, @Nullable Party actor, @Nullable Party target, Session session) {
        super(event.doing(), actor, target, session);
        this.event = event;
        this.days = days;
    }

    static List<EarlierEventFact> of(Article article, EarlierEvent event, Session session) {
        double days = Duration.between(event.firstToldAt(), article.toldAt()).toMinutes()
                / (double) Duration.ofDays(1).toMinutes();
        List<EarlierEventFact> facts = new ArrayList<>();
        forEachPair(
                event.doing(), (actor, target) -> facts.add(new EarlierEventFact(event, days, actor, target, session)));
        return facts;
    }
}
