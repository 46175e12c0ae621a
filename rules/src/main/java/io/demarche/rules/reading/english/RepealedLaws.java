package io.demarche.rules.reading.english;

import java.util.Optional;

import io.demarche.core.statement.Move;

/** Reads the repeal of a law that imposes something as its end. */
final class RepealedLaws {

    static final WordSet LAWS = WordSet.of(
            "act",
            "acts",
            "law",
            "laws",
            "statute",
            "statutes",
            "provision",
            "provisions",
            "legislation",
            "decree",
            "decrees",
            "order",
            "orders",
            "regulation",
            "regulations");
    private static final int FARTHEST_LAW = 7;

    private RepealedLaws() {}

    /** Would repeal statutes that impose sanctions; an act, which imposed sanctions, was repealed: ends the sanctions. */
    static Optional<Action> endOf(MarkedSentence sentence, Action action) {
        int relative = VerbChain.start(sentence, action.at()) - 1;
        int law = sentence.isAnyOf(relative - 1, Words.COMMA) ? relative - 2 : relative - 1;
        boolean ofLaw = action.head().move() == Move.IMPOSE
                && sentence.isAnyOf(relative, TimeFinder.OF_THINGS)
                && sentence.isAnyOf(law, LAWS);
        if (!ofLaw) {
            return Optional.empty();
        }
        for (int at = relative - 2; at >= Math.max(0, relative - FARTHEST_LAW); at--) {
            if (sentence.isAnyOf(at, Words.BOUNDARIES)) {
                break;
            }
            Optional<Action> repealing = repealing(sentence, action, at, false);
            if (repealing.isPresent()) {
                return repealing;
            }
        }
        for (int at = action.objectTo(); at < Math.min(sentence.size(), action.objectTo() + FARTHEST_LAW); at++) {
            Optional<Action> repealed =
                    ActionFinder.hasBe(sentence, at) ? repealing(sentence, action, at, true) : Optional.empty();
            if (repealed.isPresent()) {
                return repealed;
            }
        }
        return Optional.empty();
    }

    /** The same object of a verb there that ends what the action imposes. */
    private static Optional<Action> repealing(MarkedSentence sentence, Action action, int at, boolean passive) {
        return sentence.heads(at).stream()
                .filter(head -> head.move() == Move.LIFT
                        && head.measure() == action.measure()
                        && head.objectClass().equals(action.head().objectClass())
                        && head.rest().isEmpty()
                        && head.form() != Form.NOUN)
                .findFirst()
                .map(head -> new Action(
                        head,
                        action.measure(),
                        at,
                        action.objectFrom(),
                        action.objectTo(),
                        passive,
                        passive ? Construction.PASSIVE : Construction.ACTIVE,
                        false));
    }
}
