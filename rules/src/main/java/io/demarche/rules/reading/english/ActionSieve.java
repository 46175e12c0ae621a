package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;

import io.demarche.core.statement.Move;

/** Sets aside what is no action of its own among those found in a sentence, and marks what only describes the object of another. */
final class ActionSieve {

    /** Cancelled the visas issued to them: how one came by what is ended now. */
    private static final WordSet ISSUED = WordSet.of("visas", "relief");

    private static final WordSet LIMITED = WordSet.of("limited", "restricted", "reduced");

    private ActionSieve() {}

    /** The actions that count, those that only describe marked as embedded. */
    static List<Action> sieved(MarkedSentence sentence, List<Action> actions) {
        if (actions.isEmpty()) {
            return actions;
        }
        actions.removeIf(action -> isLimited(sentence, action));
        actions.removeIf(action -> Nesting.isWithinAnother(sentence, action, actions));
        actions.replaceAll(action -> RepealedLaws.endOf(sentence, action).orElse(action));
        actions.removeIf(action -> isIssued(sentence, action, actions));
        actions.removeIf(action -> MereTalk.isOne(sentence, action)
                || LookAlikes.isOne(sentence, action)
                || Nesting.isListedInLifted(sentence, action, actions)
                || Nesting.isSpeltOut(sentence, action, actions)
                || Nesting.isJoinedIn(sentence, action));
        List<Action> ended = actions.stream()
                .filter(action -> Nesting.isEnded(sentence, action))
                .toList();
        actions.removeIf(
                action -> ended.stream().anyMatch(over -> action.at() < over.at() && over.at() < action.objectFrom()));
        List<Action> marked = new ArrayList<>();
        for (Action action : actions) {
            if (ended.contains(action)) {
                marked.add(action.turned());
            } else {
                marked.add(Attributes.isOne(sentence, action, actions) ? action.describing(true) : action);
            }
        }
        return marked;
    }

    /** A limited resumption, on a limited basis: no more than how something is done. */
    private static boolean isLimited(MarkedSentence sentence, Action action) {
        return sentence.isAnyOf(action.at(), LIMITED)
                && (sentence.isAnyOf(action.at() - 1, Words.INDEFINITE)
                        || (action.at() + 1 < action.objectFrom()
                                && sentence.heads(action.at() + 1).stream()
                                        .anyMatch(next -> next.form() == Form.NOUN)));
    }

    /** Cancelled the visas issued to them, limits how many are to be issued: which visas are meant. */
    private static boolean isIssued(MarkedSentence sentence, Action action, List<Action> actions) {
        boolean planned = sentence.word(action.at() - 1).equals("be") && action.objectTo() == action.at() - 2;
        if (planned && action.head().objectClass().equals("visas")) {
            return true;
        }
        boolean describes = action.how() == Construction.DESCRIBING
                || (action.how() == Construction.RELATIVE && action.objectTo() <= action.at());
        return describes
                && ISSUED.contains(action.head().objectClass())
                && action.head().move() == Move.LIFT
                && actions.stream().anyMatch(other -> Attributes.isObjectOf(sentence, action, other));
    }
}
