package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/** Finds who does an action to whom, and who else asks for it or refuses it. */
final class SidesFinder {

    private static final Set<String> MUTUAL = Set.of("mutual", "mutually", "reciprocally", "respective");
    private static final Set<String> ON = Set.of(
            "on", "against", "upon", "towards", "toward", "for", "to", "from", "with", "in", "of", "between", "over");
    /** What a state often restricts at home: on whom it bears must be said. */
    private static final Set<String> NEVER_GUESSED = Set.of("restrictions", "trade", "visas", "assets");
    /** Classes of objects that belong to who imposes them. */
    private static final Set<String> OWNED = Set.of("sanctions", "restrictions", "entry-bans", "relief");
    /** What firms, exchanges and states do every day at home: who does it must be said. */
    static final Set<String> NEVER_ALONE = Set.of("restrictions", "visas", "trade", "assets", "officials", "party");
    /** What somebody who addresses nobody asks of the own government. */
    private static final Set<Measure> OWN_DIPLOMACY =
            Set.of(Measure.EXPULSION, Measure.SUMMONS, Measure.RECALL, Measure.MISSION, Measure.RELATIONS);

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
        if (action.head().objectClass().equals(Head.SAME)) {
            return again(actor, speaker(governing, actor));
        }
        Optional<Told> before = pointsBack() ? discourse.lastOf(action.head().objectClass()) : Optional.empty();
        if (before.isPresent()) {
            Sides known = before.get().sides();
            actor = orElse(actor, without(known.actor(), target));
            target = orElse(target, without(actor.equals(known.target()) ? known.actor() : known.target(), actor));
        }
        int guessed = 0;
        if (isMutual()) {
            return mutual(actor, target);
        }
        if (ordered().isPresent()) {
            target = without(ordered().get(), actor);
        }
        if (actor.size() == 2 && target.isEmpty() && isDoneTogether()) {
            return mutual(actor, target);
        }
        if (target.isEmpty()
                && standing.status() == Status.URGED
                && action.head().move() == Move.LIFT) {
            target = orElse(beside(actor, false), without(governing, actor));
        }
        if (actor.isEmpty() && target.isEmpty() && discourse.last().isPresent()) {
            Told last = discourse.last().get();
            boolean otherWay = (last.action().measure() == Measure.RECALL) != (action.measure() == Measure.RECALL);
            actor = otherWay ? last.sides().target() : last.sides().actor();
            target = otherWay ? last.sides().actor() : last.sides().target();
            guessed += 2;
        }
        if (actor.isEmpty() && standing.status() == Status.URGED && standing.isGoverned()) {
            actor = without(beside(target, true), governing);
            guessed += actor.isEmpty() ? 0 : 1;
        } else if (actor.isEmpty() && !NEVER_ALONE.contains(action.head().objectClass())) {
            actor = orElse(
                    beside(target, true),
                    orElse(
                            without(discourse.lastSubject(), target),
                            discourse.other(target).map(List::of).orElse(List.of())));
            guessed += actor.isEmpty() ? 0 : 1;
        }
        if (target.isEmpty() && !actor.isEmpty()) {
            target = elsewhere(actor);
            guessed++;
        }
        return new Sides(actor, target, without(speaker(governing, actor), actor), false, guessed);
    }

    /** Two who sever, or restore, have each other to do it with. */
    private boolean isDoneTogether() {
        return action.measure() == Measure.RELATIONS
                || (action.head().move() == Move.LIFT
                        && (action.measure() == Measure.MISSION || action.measure() == Measure.RECALL));
    }

    /** Told Pakistan to cut its staff: who is ordered to is on whom it bears. */
    private Optional<List<Party>> ordered() {
        if (!standing.isGoverned() || standing.status() != Status.ADOPTED || standing.cue() > action.at()) {
            return Optional.empty();
        }
        List<Party> addressee = agents.named(standing.cue() + 1, action.first(), true);
        return addressee.isEmpty() ? Optional.empty() : Optional.of(addressee);
    }

    /** Who does the same to whom: the target in answer, any other beside the actor. */
    private Sides again(List<Party> actor, List<Party> speaker) {
        List<Party> target = discourse
                .lastAnswerable()
                .map(Told::sides)
                .map(known -> without(actor, known.target()).isEmpty() ? known.actor() : known.target())
                .orElse(List.of());
        return new Sides(actor, without(target, actor), without(speaker, actor), false, actor.isEmpty() ? 1 : 0);
    }

    private boolean pointsBack() {
        return action.objectTo() - action.objectFrom() == 1
                && (sentence.isAnyOf(action.objectFrom(), Words.OBJECT_PRONOUNS)
                        || sentence.isAnyOf(action.objectFrom(), Words.PASSIVE_PRONOUNS));
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
            return !asked.isEmpty()
                    ? asked
                    : domestic || OWN_DIPLOMACY.contains(action.measure())
                            ? governing
                            : owner().map(List::of).orElse(List.of());
        }
        if (!standing.isGoverned() || standing.cue() > action.at()) {
            return List.of();
        }
        for (int at = standing.cue() + 1; at < action.at(); at++) {
            if (sentence.isAnyOf(at, Words.DRAFTS)) {
                return orElse(agents.possessor(at), governing);
            }
        }
        boolean clause = sentence.hasBetween(standing.cue(), action.at(), Set.of("that"));
        List<Party> subordinate = clause ? agents.named(standing.cue() + 1, action.first(), false) : List.of();
        return orElse(
                subordinate, orElse(joins() ? List.of() : owner().map(List::of).orElse(List.of()), governing));
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
    private List<Party> ownAgent() {
        if (action.passive()) {
            List<Party> by = agents.after(action.last() + 1, FARTHEST_AGENT, Set.of("by"));
            boolean outOfCountry = by.isEmpty() && action.measure() == Measure.EXPULSION;
            if (by.isEmpty() && action.embedded() && hasObjectOfLast()) {
                return discourse.last().map(told -> told.sides().actor()).orElse(List.of());
            }
            if (by.isEmpty() && action.measure() == Measure.RECALL) {
                return orElse(ownersOfObject(), home());
            }
            if (by.isEmpty() && action.measure() == Measure.MISSION) {
                return action.head().measure() == Measure.RESTRICTIONS ? host() : ownersOfObject();
            }
            if (by.isEmpty() && action.measure() == Measure.SUMMONS) {
                return agents.after(action.at() + 1, 5, Set.of("in"));
            }
            if (by.isEmpty() && owner().isPresent()) {
                return List.of(owner().get());
            }
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
        if (sentence.word(action.at() - 1).equals("to")) {
            Optional<Mention> before = sentence.mentionAt(action.at() - 2);
            if (before.isPresent() && before.get().kind() != Mention.Kind.ADJECTIVE) {
                return agents.group(before.get());
            }
        }
        return action.embedded() ? subjectOfRelative() : subject(action.at());
    }

    /** The Dutch embassy; Kuwait's ambassador. */
    private List<Party> ownersOfObject() {
        return agents.between(nounPhraseStart(), action.objectTo());
    }

    /** Recalled to Moscow. */
    private List<Party> home() {
        return action.head().move() == Move.IMPOSE ? agents.after(action.at() + 1, 3, Set.of("to")) : List.of();
    }

    /** Where an embassy stands. */
    private List<Party> host() {
        return agents.after(action.objectTo(), 6, Set.of("in"));
    }

    private boolean hasObjectOfLast() {
        return discourse
                .last()
                .filter(told -> told.action().objectFrom() == action.objectFrom())
                .isPresent();
    }

    /** The one between object and verb; it, they and the like stand for the subject of the sentence. */
    private List<Party> subjectOfRelative() {
        List<Party> named = agents.named(action.objectTo(), action.at(), true);
        if (named.isEmpty() && hasObjectOfLast()) {
            return discourse.last().map(told -> told.sides().actor()).orElse(List.of());
        }
        return orElse(named, orElse(agents.named(0, action.objectFrom(), false), discourse.lastSubject()));
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
        List<Party> inObject = without(
                agents.between(nounPhraseStart(), action.objectTo()),
                owner().map(List::of).orElse(List.of()));
        List<Party> behind = agents.after(action.objectTo(), FARTHEST_TARGET, ON);
        return switch (action.measure()) {
            case RECALL ->
                orElse(without(behind, actor), orElse(without(inObject, actor), without(addressee(), actor)));
            case SUMMONS, EXPULSION ->
                orElse(
                        without(inObject, actor),
                        without(agents.after(action.objectTo(), 4, Set.of("of", "from")), actor));
            default -> orElse(without(inObject, actor), orElse(without(behind, actor), without(addressee(), actor)));
        };
    }

    /** Proposed to Venezuela an exchange of ambassadors. */
    private List<Party> addressee() {
        boolean offered = standing.isGoverned() && standing.status() == Status.PROPOSED && standing.cue() < action.at();
        return offered ? agents.after(standing.cue() + 1, 6, Set.of("to")) : List.of();
    }

    /** The EU's sanctions, US sanctions: whose measure it is stands before the word for it; Russia sanctions are those on it. */
    private Optional<Party> owner() {
        if (!OWNED.contains(action.head().objectClass())) {
            return Optional.empty();
        }
        int start = nounPhraseStart();
        return sentence.mentions.stream()
                .filter(mention -> mention.from() >= start && mention.to() <= action.objectTo())
                .filter(mention -> sentence.word(mention.to()).equals("'s")
                        || sentence.word(mention.to()).equals("'")
                        || mention.kind() == Mention.Kind.ADJECTIVE
                        || Words.IMPOSERS.contains(mention.party().code()))
                .map(Mention::party)
                .findFirst();
    }

    /** Where the words before the object begin that belong to it. */
    private int nounPhraseStart() {
        int first = action.passive() || action.at() >= action.objectFrom() ? 0 : action.at() + 1;
        int start = action.objectFrom();
        while (start > first && belongsToNounPhrase(start - 1)) {
            start--;
        }
        return start;
    }

    private boolean belongsToNounPhrase(int at) {
        boolean of = sentence.word(at).equals("of");
        boolean and = Set.of("and", "&", ",").contains(sentence.word(at));
        if (and) {
            return sentence.mentionAt(at - 1).isPresent()
                    && sentence.mentionAt(at + 1).isPresent();
        }
        return !sentence.isAnyOf(at, Words.SIGNS)
                && (of || !sentence.isAnyOf(at, Words.PREPOSITIONS))
                && (sentence.word(at).equals("'s") || !sentence.isAnyOf(at, Words.BE))
                && !sentence.isAnyOf(at, Words.HAVE)
                && !sentence.isAnyOf(at, Words.REPORTING)
                && !sentence.isAnyOf(at, Words.BOUNDARIES);
    }

    /** Who stood on the other side when the same kind of measure was told with these last: told again, or answered. */
    private List<Party> beside(List<Party> known, boolean knownIsTarget) {
        Optional<Sides> last = discourse
                .lastOf(action.head().objectClass())
                .or(discourse::last)
                .map(Told::sides);
        if (last.isEmpty() || known.isEmpty()) {
            return List.of();
        }
        Sides sides = last.get();
        List<Party> same = knownIsTarget ? sides.target() : sides.actor();
        List<Party> opposite = knownIsTarget ? sides.actor() : sides.target();
        if (without(known, same).isEmpty()) {
            return without(opposite, known);
        }
        return without(known, opposite).isEmpty()
                ? without(same, known)
                : knownIsTarget || NEVER_GUESSED.contains(action.head().objectClass())
                        ? List.of()
                        : without(sides.target(), known);
    }

    /** The other party of this sentence, or of the article. */
    private List<Party> elsewhere(List<Party> actor) {
        List<Party> here = sentence.mentions.stream()
                .map(Mention::party)
                .filter(party -> !actor.contains(party) && !owner().equals(Optional.of(party)))
                .distinct()
                .toList();
        if (here.size() == 1 && here.equals(agents.mainSubject())) {
            return here;
        }
        List<Party> known = beside(actor, false);
        if (!known.isEmpty() || here.size() == 1) {
            return orElse(known, here);
        }
        return NEVER_GUESSED.contains(action.head().objectClass())
                ? List.of()
                : discourse.other(actor).map(List::of).orElse(List.of());
    }

    private boolean isMutual() {
        int from = sentence.clauseStart(action.first());
        int to = Math.min(sentence.size(), action.last() + FARTHEST_MUTUAL);
        for (int at = from; at < to; at++) {
            String next = sentence.word(at + 1);
            boolean both = sentence.word(at).equals("both")
                    || (sentence.word(at).equals("two") && sentence.word(at - 1).equals("the"));
            boolean titForTat =
                    sentence.word(at).equals("tit-for-tat") && (at + 1 == action.at() || at + 1 == action.objectFrom());
            if (titForTat
                    || sentence.isAnyOf(at, MUTUAL)
                    || (sentence.word(at).equals("each") && next.equals("other"))
                    || (sentence.word(at).equals("each") && sentence.hasBetween(at, sentence.size(), Set.of("other")))
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
