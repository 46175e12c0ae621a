package io.demarche.rules.reading.english;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Party;

/** What the article has told so far, for words that point back: it, the ministry, both sides, the restrictions. */
final class Discourse {

    private final Map<Party, Integer> mentions = new LinkedHashMap<>();
    private List<Party> lastSubject = List.of();
    private Optional<Measure> restricted = Optional.empty();

    void heard(MarkedSentence sentence) {
        sentence.mentions.forEach(mention -> mentions.merge(mention.party(), 1, Integer::sum));
    }

    void subject(List<Party> parties) {
        if (!parties.isEmpty()) {
            lastSubject = parties;
        }
    }

    List<Party> lastSubject() {
        return lastSubject;
    }

    /** What bare restrictions are about in this article, once it was said. */
    Measure measure(Measure found) {
        if (found != Measure.RESTRICTIONS) {
            if (found == Measure.MISSION || found == Measure.VISAS) {
                restricted = Optional.of(found);
            }
            return found;
        }
        return restricted.orElse(found);
    }

    /** The two parties that the article names most, the first named first among equals. */
    List<Party> pair() {
        return mostNamed().limit(2).toList();
    }

    /** The party named most that is none of these. */
    Optional<Party> other(List<Party> than) {
        return mostNamed().filter(party -> !than.contains(party)).findFirst();
    }

    private java.util.stream.Stream<Party> mostNamed() {
        return mentions.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }
}
