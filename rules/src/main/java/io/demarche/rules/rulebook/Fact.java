package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Party;
import org.jspecify.annotations.Nullable;

/**
 * What the patterns of rules are about: a doing, for one pair of an actor and a target, since equality on a code is hashed where
 * membership in a list is not. A side that names nobody is null. Compared by identity, as Drools does with facts.
 */
abstract sealed class Fact permits StatementFact, EarlierEventFact {

    /** The sorts of facts, by the word that rules use. */
    enum Sort {
        STATEMENT("Statement", StatementFact.class),
        EARLIER_EVENT("EarlierEvent", EarlierEventFact.class);

        private final String word;
        private final Class<? extends Fact> javaType;

        Sort(String word, Class<? extends Fact> javaType) {
            this.word = word;
            this.javaType = javaType;
        }

        String word() {
            return word;
        }

        Class<? extends Fact> javaType() {
            return javaType;
        }
    }

    final Doing doing;
    final @Nullable String actor;
    final @Nullable String target;
    final Session session;

    Fact(Doing doing, @Nullable Party actor, @Nullable Party target, Session session) {
        this.doing = doing;
        this.actor = actor == null ? null : actor.code();
        this.target = target == null ? null : target.code();
        this.session = session;
    }

    /** Hands on each pair of sides; for a mutual doing also each pair the other way round. */
    static void forEachPair(Doing doing, BiConsumer<@Nullable Party, @Nullable Party> pair) {
        for (Party actor : orNobody(doing.actor())) {
            for (Party target : orNobody(doing.target())) {
                pair.accept(actor, target);
                if (doing.mutual()) {
                    pair.accept(target, actor);
                }
            }
        }
    }

    private static List<@Nullable Party> orNobody(List<Party> parties) {
        List<@Nullable Party> side = new ArrayList<>(parties);
        if (side.isEmpty()) {
            side.add(null);
        }
        return side;
    }
}
