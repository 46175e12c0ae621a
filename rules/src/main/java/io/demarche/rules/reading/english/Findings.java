package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Statement;

/** The statements of one article: what is told twice is one statement, and news where it is told as news once. */
final class Findings {

    private final List<Statement> statements = new ArrayList<>();
    private final int most;

    Findings(int most) {
        this.most = most;
    }

    /**
     * Adds what it does not hold yet; a headline that names one of those who do it, or whoever speaks of it, gives way to the text
     * that names all.
     */
    void add(Statement found) {
        for (int i = 0; i < statements.size(); i++) {
            Statement known = statements.get(i);
            if (isPart(known, found)) {
                return;
            }
            boolean headline = known.evidence().part() == Evidence.Part.TITLE;
            if (headline && (isPart(found, known) || isAnothers(known, found))) {
                statements.set(i, found);
                return;
            }
            if (isSame(known.doing(), found.doing()) && !isOlder(known, found) && !isOlder(found, known)) {
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

    /**
     * The same, or the same as far as the shorter one goes: a headline often leaves a side unnamed, or does not say that a measure
     * is mutual.
     */
    private static boolean isSame(Doing known, Doing found) {
        boolean sameSides = isSame(known.actor(), found.actor()) && isSame(known.target(), found.target());
        boolean samePair = known.mutual() != found.mutual() && parties(known).equals(parties(found));
        return isSameKind(known, found) && (sameSides || samePair);
    }

    private static boolean isSameKind(Doing one, Doing other) {
        return one.measure() == other.measure() && one.move() == other.move() && one.status() == other.status();
    }

    /**
     * Three of them from Estonia, where ten from the Baltic states are told of: what is a part of what was told before, and does not say
     * more than that.
     */
    private static boolean isPart(Statement known, Statement found) {
        Doing whole = known.doing();
        Doing part = found.doing();
        return isSameKind(whole, part)
                && known.background() == found.background()
                && known.speaker().containsAll(found.speaker())
                && (known.count() != null || found.count() == null)
                && !part.mutual()
                && !whole.mutual()
                && !part.actor().isEmpty()
                && !part.target().isEmpty()
                && whole.actor().size() + whole.target().size()
                        > part.actor().size() + part.target().size()
                && whole.actor().containsAll(part.actor())
                && whole.target().containsAll(part.target());
    }

    /** China and Russia propose lifting sanctions, above a text in which they propose that the council lift them. */
    private static boolean isAnothers(Statement headline, Statement text) {
        return isSameKind(headline.doing(), text.doing())
                && headline.speaker().isEmpty()
                && !headline.doing().actor().isEmpty()
                && headline.doing().actor().equals(text.speaker())
                && headline.doing().target().equals(text.doing().target());
    }

    /** A ban since 2016 on each other, beside the news of what one side does. */
    private static boolean isOlder(Statement one, Statement other) {
        return one.doing().mutual() && one.background() && !other.doing().mutual() && !other.background();
    }

    private static boolean isSame(List<Party> known, List<Party> found) {
        return known.isEmpty() || found.isEmpty() || known.equals(found);
    }

    private static Set<Party> parties(Doing doing) {
        Set<Party> parties = new HashSet<>(doing.actor());
        parties.addAll(doing.target());
        return parties;
    }

    /** How much the doing says of its sides. */
    private static int named(Doing doing) {
        return (doing.actor().isEmpty() ? 0 : 1) + (doing.target().isEmpty() ? 0 : 1) + (doing.mutual() ? 1 : 0);
    }

    private static List<Party> union(List<Party> some, List<Party> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    private static Statement merged(Statement known, Statement found) {
        Doing doing = named(known.doing()) >= named(found.doing()) ? known.doing() : found.doing();
        boolean better = known.background() && !found.background();
        boolean older = found.background() && !known.background();
        Statement counting = better || (known.count() == null && !older) ? found : known;
        return new Statement(
                doing,
                union(known.speaker(), found.speaker()),
                known.background() && found.background(),
                counting.count(),
                Math.max(known.confidence(), found.confidence()),
                better ? found.evidence() : known.evidence());
    }
}
