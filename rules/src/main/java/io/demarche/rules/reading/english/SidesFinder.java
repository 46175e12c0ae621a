package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/** Finds who does an action to whom, and who else asks for it or refuses it. */
final class SidesFinder {

    private static final Set<String> MUTUAL = Set.of("mutual", "mutually", "reciprocally", "mirror");
    private static final Set<String> ON = Set.of(
            "on", "against", "upon", "towards", "toward", "for", "to", "from", "with", "in", "of", "between", "over");
    private static final int FARTHEST_TARGET = 9;
    private static final int FARTHEST_MUTUAL = 14;
    private static final int FARTHEST_AGENT = 12;

    private final MarkedSentence sentence;
    private final Agents agents;
    private final Discourse discourse;
    private final Action action;
    private final Standing standing;

    SidesFinder(MarkedSentence sentence, Discourse discourse, Action action, Standing standing) {
        this.sentence = sentence;
        this.agents = new Agents(sentence);
        this.discourse = discourse;
        this.action = action;
        this.standing = standing;
    }

    Sides find() {
        List<Party> governing = standing.isGoverned() ? subject(standing.cue()) : List.of();
        List<Party> actor = actor(governing);
        List<Party> target = target(actor);
        int guessed = 0;
        if (isMutual()) {
            return mutual(actor, target);
        }
        if (actor.isEmpty() && standing.status() != Status.URGED) {
            actor = orElse(
                    without(discourse.lastSubject(), target),
                    discourse.other(target).map(List::of).orElse(List.of()));
            guessed++;
        }
        if (target.isEmpty() && !actor.isEmpty()) {
            target = elsewhere(actor);
            guessed++;
        }
        return new Sides(actor, target, without(speaker(governing, actor), actor), false, guessed);
    }

    private List<Party> actor(List<Party> governing) {
        List<Party> own = ownAgent();
        if (!own.isEmpty()) {
            return own;
        }
        if (standing.status() == Status.URGED && standing.isGoverned()) {
            List<Party> asked = agents.named(standing.cue() + 1, startOfAsked(), true);
            boolean domestic =
                    sentence.hasBetween(sentence.clauseStart(standing.cue()), standing.cue(), Words.DOMESTIC);
            return !asked.isEmpty() ? asked : domestic ? governing : List.of();
        }
        return standing.isGoverned() && standing.cue() < action.at() ? governing : List.of();
    }

    /** The addressee of a demand stands before the action; whoever possesses a passive object is no addressee. */
    private int startOfAsked() {
        int start = action.first();
        while (action.passive() && start > 0 && belongsToObject(start - 1)) {
            start--;
        }
        return start;
    }

    private boolean belongsToObject(int at) {
        return sentence.mentionAt(at).isPresent()
                || sentence.word(at).equals("'s")
                || sentence.isAnyOf(at, Words.DETERMINERS);
    }

    /** The one who does it by the action's own grammar: subject, by-phrase, or possessor of the noun. */
    private List<Party> ownAgent() {
        if (action.passive()) {
            List<Party> by = agents.after(action.last() + 1, FARTHEST_AGENT, Set.of("by"));
            boolean outOfCountry = by.isEmpty() && action.measure() == Measure.EXPULSION;
            return outOfCountry ? agents.after(action.at() + 1, 6, Set.of("from", "of")) : by;
        }
        if (action.head().form() == Form.NOUN) {
            List<Party> possessor = agents.possessor(action.at());
            return !possessor.isEmpty() ? possessor : agents.after(action.last() + 1, 6, Set.of("by"));
        }
        if (standing.isGoverned()
                && standing.cue() < action.at()
                && action.head().form() != Form.THIRD_PERSON) {
            return List.of();
        }
        return subject(action.at());
    }

    /** The last agents named in the clause before that place, or, if it has none, the subject of the sentence so far. */
    private List<Party> subject(int at) {
        int start = sentence.clauseStart(at);
        List<Party> subjects = agents.named(start, at, false);
        boolean pointsBack = sentence.hasBetween(start, at, Set.of("it", "he", "she", "they", "we", "i", "its"));
        if (subjects.isEmpty() && start > 0 && !sentence.isAnyOf(start - 1, Set.of("\"", "“")) && !pointsBack) {
            subjects = agents.named(sentence.clauseStart(start - 1), start - 1, false);
        }
        if (subjects.isEmpty()) {
            subjects = pointsBack && start > 0
                    ? orElse(agents.named(0, start, false), discourse.lastSubject())
                    : List.of();
        }
        return subjects;
    }

    private List<Party> target(List<Party> actor) {
        List<Party> inObject = agents.between(
                action.passive() ? Math.max(0, action.objectFrom() - 5) : nounPhraseStart(), action.objectTo());
        List<Party> behind = agents.after(action.objectTo(), FARTHEST_TARGET, ON);
        return switch (action.measure()) {
            case RECALL -> orElse(without(behind, actor), without(inObject, actor));
            case SUMMONS, EXPULSION ->
                orElse(
                        without(inObject, actor),
                        without(agents.after(action.objectTo(), 4, Set.of("of", "from")), actor));
            default -> orElse(without(inObject, actor), without(behind, actor));
        };
    }

    /** Where the words before the object begin that belong to it: behind the head, or five tokens before where that is farther. */
    private int nounPhraseStart() {
        return Math.max(action.at() + 1, action.objectFrom() - 8);
    }

    /** The other party of this sentence, or of the article. */
    private List<Party> elsewhere(List<Party> actor) {
        List<Party> here = sentence.mentions.stream()
                .map(Mention::party)
                .filter(party -> !actor.contains(party))
                .distinct()
                .toList();
        return here.size() == 1 ? here : discourse.other(actor).map(List::of).orElse(List.of());
    }

    private boolean isMutual() {
        int from = sentence.clauseStart(action.first());
        int to = Math.min(sentence.size(), action.last() + FARTHEST_MUTUAL);
        for (int at = from; at < to; at++) {
            String next = sentence.word(at + 1);
            boolean both = sentence.word(at).equals("both")
                    || (sentence.word(at).equals("two") && sentence.word(at - 1).equals("the"));
            if (sentence.isAnyOf(at, MUTUAL)
                    || (sentence.word(at).equals("each") && next.equals("other"))
                    || (sentence.word(at).equals("one") && next.equals("another"))
                    || (both
                            && next.matches(
                                    "sides|countries|capitals|governments|states|nations|parties|neighbours|neighbors"))) {
                return true;
            }
        }
        return action.measure() == Measure.MISSION
                && standing.status() != Status.ADOPTED
                && agents.between(nounPhraseStart(), action.objectTo()).size() == 2;
    }

    private Sides mutual(List<Party> actor, List<Party> target) {
        List<Party> pair = distinct(actor, target);
        List<Party> inSentence =
                sentence.mentions.stream().map(Mention::party).distinct().toList();
        if (pair.size() != 2) {
            pair = inSentence.size() == 2 ? inSentence : discourse.pair();
        }
        if (pair.size() < 2) {
            return new Sides(actor, target, List.of(), false, 1);
        }
        int guessed = inSentence.containsAll(pair) ? 0 : 1;
        return new Sides(List.of(pair.get(0)), List.of(pair.get(1)), List.of(), true, guessed);
    }

    private List<Party> speaker(List<Party> governing, List<Party> actor) {
        return standing.isGoverned() ? without(governing, actor) : List.of();
    }

    private static List<Party> without(List<Party> parties, List<Party> others) {
        return parties.stream().filter(party -> !others.contains(party)).toList();
    }

    private static List<Party> orElse(List<Party> parties, List<Party> otherwise) {
        return parties.isEmpty() ? otherwise : parties;
    }

    private static List<Party> distinct(List<Party> some, List<Party> more) {
        List<Party> both = new ArrayList<>(some);
        both.addAll(without(more, some));
        return both;
    }
}
