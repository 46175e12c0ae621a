package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;

import io.demarche.core.statement.Party;

/** Parts what several do, or what bears on several, into what each does or bears, where "respectively" says that they belong together in their order. */
final class Respective {

    private static final WordSet RESPECTIVELY = WordSet.of("respectively");

    private Respective() {}

    /** Spain and Sweden expelled 25 and three Russians, respectively: what each of them did; what was found itself, where nothing says so. */
    static List<Finding> parts(Finding found) {
        List<Party> actors = found.sides().actor().parties();
        List<Party> targets = found.sides().target().parties();
        int many = Math.max(actors.size(), targets.size());
        boolean parted = isSaid(found)
                && many > 1
                && !found.sides().mutual()
                && (actors.size() == many || actors.size() == 1)
                && (targets.size() == many || targets.size() == 1);
        if (!parted) {
            return List.of(found);
        }
        List<Integer> counts = counts(found);
        List<Finding> parts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            parts.add(found.part(
                    part(found.sides().actor(), i),
                    part(found.sides().target(), i),
                    counts.size() == many ? counts.get(i) : null));
        }
        return parts;
    }

    private static Side part(Side side, int place) {
        List<Party> parties = side.parties();
        return new Side(List.of(parties.get(Math.min(place, parties.size() - 1))), side.because());
    }

    private static boolean isSaid(Finding found) {
        MarkedSentence sentence = found.sentence();
        return found.isTold()
                && sentence.hasBetween(sentence.clauseStart(found.action().first()), sentence.size(), RESPECTIVELY);
    }

    /** The numbers from the verb on, in their order. */
    private static List<Integer> counts(Finding found) {
        MarkedSentence sentence = found.sentence();
        List<Integer> counts = new ArrayList<>();
        for (int at = found.action().at(); at < sentence.size() && !sentence.isAnyOf(at, RESPECTIVELY); at++) {
            Integer number = sentence.number(at);
            if (number != null && number > 0 && !CountFinder.isDay(sentence, at)) {
                counts.add(number);
            }
        }
        return counts;
    }
}
