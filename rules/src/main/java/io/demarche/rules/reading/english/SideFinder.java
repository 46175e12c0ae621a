package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Party;

/** What all who look for the sides of an action look at: its setting, part by part, and what was last done to its object. */
abstract class SideFinder {

    static final WordSet ITS = WordSet.of("its", "their");
    static final int FARTHEST_AGENT = 12;

    final MarkedSentence sentence;
    final Agents agents;
    final Discourse discourse;
    final Action action;
    final Standing standing;
    final ObjectPhrase object;

    SideFinder(Setting setting) {
        this.sentence = setting.sentence();
        this.agents = setting.agents();
        this.discourse = setting.discourse();
        this.action = setting.action();
        this.standing = setting.standing();
        this.object = setting.object();
    }

    /** Put on its list, barred from its airspace: what only one can do whose it is. */
    final boolean isOfOwnList() {
        return action.measure() == Measure.SANCTIONS || action.measure() == Measure.RESTRICTIONS;
    }

    /** Were added to Japan's list: the token behind what stands behind the object. */
    final int endOfRest() {
        int from = HeadWords.restFrom(sentence, action.at(), action.head());
        return HeadWords.end(sentence, from, action.head().rest());
    }

    /** Russia's ambassador to Estonia was summoned. */
    final List<Party> sentTo() {
        return sentence.word(action.objectTo()).equals("to") ? agents.after(action.objectTo(), 2, Words.TO) : List.of();
    }

    final boolean hasObjectOfLast() {
        return discourse
                .last()
                .filter(told -> told.action().objectFrom() == action.objectFrom())
                .isPresent();
    }

    /** Between whom such a measure was told last, as far as both were known. */
    final Optional<Sides> lastKnown() {
        return discourse.lastKnown(action.measure(), action.head().move());
    }

    final Side actorOfLast() {
        return discourse
                .last()
                .map(told -> Side.of(told.sides().actor().parties(), "whoever did the last thing to it"))
                .orElse(Side.NOBODY);
    }
}
