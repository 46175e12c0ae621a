package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;

import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Statement;
import org.jspecify.annotations.Nullable;

/** The statements of one article: what is told twice is one statement, and news where it is told as news once. */
final class Findings {

    private final List<Statement> statements = new ArrayList<>();
    private final int most;

    Findings(int most) {
        this.most = most;
    }

    void add(Statement found) {
        for (int i = 0; i < statements.size(); i++) {
            Statement known = statements.get(i);
            if (isSame(known.doing(), found.doing())) {
                statements.set(i, merged(known, found));
                return;
            }
        }
        if (statements.size() < most) {
            statements.add(found);
        }
    }

    List<Statement> statements() {
        return statements;
    }

    /** The same, or the same as far as the shorter one goes: a headline often leaves a side unnamed. */
    private static boolean isSame(Doing known, Doing found) {
        return known.equals(found)
                || (known.measure() == found.measure()
                        && known.move() == found.move()
                        && known.status() == found.status()
                        && known.mutual() == found.mutual()
                        && isSame(known.actor(), found.actor())
                        && isSame(known.target(), found.target()));
    }

    private static boolean isSame(List<Party> known, List<Party> found) {
        return known.isEmpty() || found.isEmpty() || known.equals(found);
    }

    private static int named(Doing doing) {
        return (doing.actor().isEmpty() ? 0 : 1) + (doing.target().isEmpty() ? 0 : 1);
    }

    private static Statement merged(Statement known, Statement found) {
        Doing doing = named(known.doing()) >= named(found.doing()) ? known.doing() : found.doing();
        @Nullable Integer count = known.count() == null ? found.count() : known.count();
        boolean better = known.background() && !found.background();
        return new Statement(
                doing,
                known.speaker().isEmpty() ? found.speaker() : known.speaker(),
                known.background() && found.background(),
                count,
                Math.max(known.confidence(), found.confidence()),
                better ? found.evidence() : known.evidence());
    }
}
