package io.demarche.rules.reading.english;

import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;

/** Finds between whom something is done again, refused or taken back that was told before. */
final class EchoSides extends SideFinder {

    private static final WordSet WITH_OR_TO = WordSet.of("with", "to");
    private static final WordSet ON_OR_TO = WordSet.of("on", "against", "to");

    EchoSides(Setting setting) {
        super(setting);
    }

    /** Who does the same to whom: the target in answer, any other beside the actor. */
    Sides again(Side actor, Side speaker) {
        Side target = Repetitions.example(sentence, action.at(), discourse)
                .or(() -> discourse.inSentence().stream()
                        .filter(told -> told.action().measure() == action.measure()
                                && !told.action().embedded())
                        .findFirst())
                .or(() -> Repetitions.source(sentence, action.at(), discourse))
                .map(Told::sides)
                .map(known -> !actor.isEmpty() && actor.without(known.target()).isEmpty()
                        ? known.actor().because("to whom it is answered")
                        : known.target().because("to whom it was done before"))
                .orElse(Side.NOBODY);
        Side named = Side.of(
                agents.after(action.objectTo(), SidesFinder.FARTHEST_SUBJECT, bearing()), "to whom it is done too");
        Side bearing = named.without(actor).orElse(() -> target.without(actor));
        boolean guessed = actor.isEmpty() && standing.status() != Status.URGED;
        return new Sides(actor, bearing, speaker, false, guessed ? 1 : 0);
    }

    /** Did the same to Kenya; closed its embassy in Quito, and Chile did so in Lima: words before whom it bears on. */
    private WordSet bearing() {
        return switch (action.measure()) {
            case MISSION -> Words.IN_OR_TO;
            case RELATIONS -> WITH_OR_TO;
            case SANCTIONS -> ON_OR_TO;
            default -> Words.TO;
        };
    }

    /** Israel rejected the step: who is hit by what was done has no part in whether it is done. */
    boolean isProtest(Side actor) {
        return action.how() == Construction.ECHO
                && action.head().form() == Form.NOUN
                && standing.status() == Status.REJECTED
                && standing.isGoverned()
                && !actor.isEmpty()
                && discourse
                        .last()
                        .filter(told -> told.status() == Status.ADOPTED
                                && actor.without(told.sides().target()).isEmpty())
                        .isPresent();
    }

    /** China rejected the sanctions: those on it, of which it says what it thinks. */
    boolean isProtestAtKnown(Side actor, ObjectPhrase object) {
        boolean known = action.how() == Construction.GOVERNED
                && action.head().move() == Move.IMPOSE
                && standing.status() == Status.REJECTED
                && !actor.isEmpty()
                && object.isDefinite()
                && object.parties().isEmpty()
                && !sentence.isAnyOf(action.objectTo(), Words.BEARING);
        return known
                && discourse
                        .lastOf(action.measure())
                        .filter(told -> actor.without(told.sides().target()).isEmpty())
                        .isPresent();
    }

    /** 27 from Spain: by whom the others are expelled. */
    Sides ofAnother() {
        Side actor = discourse
                .lastInSentence()
                .map(told -> told.sides().actor())
                .orElse(Side.NOBODY)
                .because("whose verb is left out");
        Side target =
                Side.of(agents.after(action.at(), SidesFinder.FARTHEST_SUBJECT, Words.OF_OR_FROM), "behind the number");
        return new Sides(actor, target.without(actor), Side.NOBODY, false, 0);
    }

    /** Who else asks for what was told last. */
    Sides askedAgain(Side asking) {
        Sides known = discourse.last().map(Told::sides).orElse(Sides.NONE);
        Side actor = known.actor().because("whose measure was spoken of");
        Side target = known.target().because("on whom it would bear");
        return new Sides(actor, target, asking.without(actor), known.mutual(), 1);
    }

    /** Only who did it can take it back. */
    Sides takenBack(Side governing) {
        Sides known = Takebacks.undone(sentence, action.at(), discourse)
                .or(discourse::lastAnswerable)
                .map(Told::sides)
                .orElse(Sides.NONE);
        Side actor = known.actor().because("who did it before");
        boolean asks = standing.status() == Status.URGED || standing.status() == Status.PROPOSED;
        if (asks && !governing.isEmpty() && governing.without(actor).isEmpty()) {
            return Sides.NONE; // nobody asks for what was done by nobody else to be undone
        }
        Side target = known.target().because("on whom it bore before");
        return new Sides(actor, target, governing.without(actor), known.mutual(), 1);
    }

    /** Who refuses what was asked, offered or threatened; what is done already cannot be refused. */
    Sides refused(Side refuser) {
        Sides known = discourse
                .lastRefusable()
                .filter(told -> told.status() != Status.REJECTED)
                .filter(told -> !told.action().head().objectClass().equals("answers"))
                .filter(told -> told.status() != Status.ADOPTED
                        || !refuser.without(told.sides().actor()).isEmpty())
                .map(Told::sides)
                .orElse(Sides.NONE);
        boolean oneOfThem = !refuser.isEmpty() && refuser.without(known.actor()).isEmpty();
        Side actor = oneOfThem ? refuser : known.actor().because("whose measure was spoken of");
        Side target = known.target().because("on whom it would have borne");
        // Nobody refuses what he asked for: he asked in vain.
        Side speaker = refuser.without(actor).without(known.speaker());
        return new Sides(actor.orElse(() -> refuser), target, speaker, false, 1);
    }
}
