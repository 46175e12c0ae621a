package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/** Finds whose measure an action is, by the grammar of its sentence: subject, by-phrase, possessor, or whoever is asked. */
final class ActorFinder {

    /** What somebody who addresses nobody asks of the own government. */
    private static final Set<Measure> OWN_DIPLOMACY =
            Set.of(Measure.EXPULSION, Measure.SUMMONS, Measure.RECALL, Measure.MISSION, Measure.RELATIONS);
    /** It and the like stand for the subject of the sentence. */
    private static final Set<String> POINTING_BACK = Set.of("it", "he", "she", "they", "we", "i", "its");

    private static final int FARTHEST_AGENT = 12;

    private final MarkedSentence sentence;
    private final Agents agents;
    private final Discourse discourse;
    private final Action action;
    private final Standing standing;
    private final ObjectPhrase object;

    ActorFinder(
            MarkedSentence sentence,
            Agents agents,
            Discourse discourse,
            Action action,
            Standing standing,
            ObjectPhrase object) {
        this.sentence = sentence;
        this.agents = agents;
        this.discourse = discourse;
        this.action = action;
        this.standing = standing;
        this.object = object;
    }

    /** Who governs the action: proposes, urges, refuses it. */
    Side governing() {
        return standing.isGoverned()
                ? Side.of(subject(standing.cue()), "the subject of '" + sentence.word(standing.cue()) + "'")
                : Side.NOBODY;
    }

    /** Whose measure it is, where the sentence says so. */
    Side find(Side governing) {
        return ownAgent().orElse(() -> byGovernor(governing));
    }

    /** Whose measure it is where the action names nobody, but a word governs it. */
    private Side byGovernor(Side governing) {
        if (standing.status() == Status.URGED && standing.isGoverned()) {
            return asked(governing);
        }
        if (!standing.isGoverned() || standing.cue() > action.at()) {
            return Side.NOBODY;
        }
        for (int at = standing.cue() + 1; at < action.at(); at++) {
            if (sentence.isAnyOf(at, Words.DRAFTS)) {
                return Side.of(agents.possessor(at), "whose draft it is").orElse(() -> governing);
            }
        }
        boolean clause = sentence.hasBetween(standing.cue(), action.at(), Set.of("that"));
        Side subordinate = clause
                ? Side.of(agents.named(standing.cue() + 1, action.first(), false), "the subject of the clause governed")
                : Side.NOBODY;
        return subordinate.orElse(() -> joins() ? Side.NOBODY : owner()).orElse(() -> governing);
    }

    /** Urged Poland to expel: who is asked to do it. */
    private Side asked(Side governing) {
        Side addressee = Side.of(agents.named(standing.cue() + 1, startOfAsked(), true), "who is asked to");
        boolean domestic = sentence.hasBetween(sentence.clauseStart(standing.cue()), standing.cue(), Words.DOMESTIC);
        return addressee.orElse(() -> domestic || OWN_DIPLOMACY.contains(action.measure())
                ? new Side(governing.parties(), "who asks it of the own state")
                : owner());
    }

    private Side owner() {
        return object.owner()
                .map(owner -> Side.of(List.of(owner), "whose measure the object is"))
                .orElse(Side.NOBODY);
    }

    /** Who joins the EU's sanctions imposes them too. */
    private boolean joins() {
        return sentence.word(action.at()).startsWith("join");
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
    private Side ownAgent() {
        if (action.passive()) {
            return agentOfPassive();
        }
        if (action.head().form() == Form.NOUN) {
            return Side.of(agents.possessor(action.at()), "whose doing the noun is")
                    .orElse(() -> Side.of(agents.after(action.last() + 1, 6, Set.of("by")), "behind 'by'"));
        }
        if (standing.isGoverned()
                && standing.cue() < action.at()
                && action.head().form() != Form.THIRD_PERSON) {
            return Side.NOBODY;
        }
        if (sentence.word(action.at() - 1).equals("to")) {
            Optional<Mention> before = sentence.mentionAt(action.at() - 2);
            if (before.isPresent() && before.get().kind() != Mention.Kind.ADJECTIVE) {
                return Side.of(agents.group(before.get()), "before 'to'");
            }
        }
        return action.embedded()
                ? Side.of(subjectOfRelative(), "the subject of the relative clause")
                : Side.of(subject(action.at()), "the subject of the verb");
    }

    private Side agentOfPassive() {
        Side by = Side.of(agents.after(action.last() + 1, FARTHEST_AGENT, Set.of("by")), "behind 'by'");
        if (!by.isEmpty()) {
            return by;
        }
        if (action.embedded() && hasObjectOfLast()) {
            return actorOfLast();
        }
        return switch (action.measure()) {
            case RECALL -> Side.of(object.parties(), "whose people they are").orElse(this::home);
            case MISSION ->
                action.head().measure() == Measure.RESTRICTIONS
                        ? host()
                        : Side.of(object.parties(), "whose mission it is");
            case SUMMONS -> Side.of(agents.after(action.at() + 1, 5, Set.of("in")), "where it is done");
            case EXPULSION ->
                owner().orElse(() -> Side.of(agents.after(action.at() + 1, 6, Set.of("from", "of")), "out of where"));
            default -> owner();
        };
    }

    /** Recalled to Moscow. */
    private Side home() {
        return action.head().move() == Move.IMPOSE
                ? Side.of(agents.after(action.at() + 1, 3, Set.of("to")), "home to where")
                : Side.NOBODY;
    }

    /** Where an embassy stands. */
    private Side host() {
        return Side.of(agents.after(action.objectTo(), 6, Set.of("in")), "where the mission stands");
    }

    private boolean hasObjectOfLast() {
        return discourse
                .last()
                .filter(told -> told.action().objectFrom() == action.objectFrom())
                .isPresent();
    }

    private Side actorOfLast() {
        return discourse
                .last()
                .map(told -> Side.of(told.sides().actor().parties(), "whoever did the last thing to it"))
                .orElse(Side.NOBODY);
    }

    /** The one between object and verb; it, they and the like stand for the subject of the sentence. */
    private List<Party> subjectOfRelative() {
        List<Party> named = agents.named(action.objectTo(), action.at(), true);
        if (!named.isEmpty()) {
            return named;
        }
        if (hasObjectOfLast()) {
            return actorOfLast().parties();
        }
        List<Party> before = agents.named(0, action.objectFrom(), false);
        return before.isEmpty() ? discourse.lastSubject() : before;
    }

    /** The last agents named in the clause before that place, or, if it has none, the subject of the sentence so far. */
    private List<Party> subject(int at) {
        int start = sentence.clauseStart(at);
        List<Party> subjects = agents.named(start, at, false);
        boolean pointsBack = sentence.hasBetween(start, at, POINTING_BACK);
        if (subjects.isEmpty() && start > 0 && !sentence.isAnyOf(start - 1, Words.QUOTES) && !pointsBack) {
            subjects = agents.named(sentence.clauseStart(start - 1), start - 1, false);
        }
        if (subjects.isEmpty() && pointsBack && start > 0) {
            subjects = agents.named(0, start, false);
            return subjects.isEmpty() ? discourse.lastSubject() : subjects;
        }
        return subjects;
    }
}
