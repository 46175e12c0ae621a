package io.demarche.rules.reading.english;

import java.util.Set;

/**
 * Who does an action to whom.
 *
 * @param speaker who asks for it, offers or refuses it, where that is not the actor
 * @param guessed how many of the sides were not found around the action but taken from the article as a whole
 */
record Sides(Side actor, Side target, Side speaker, boolean mutual, int guessed) {

    /** Nothing known of either side. */
    static final Sides NONE = new Sides(Side.NOBODY, Side.NOBODY, Side.NOBODY, false, 0);

    /** Whether it is done by and bears on the same parties. */
    boolean hasPartiesOf(Sides other) {
        return actor.parties().equals(other.actor.parties()) && target.parties().equals(other.target.parties());
    }

    /** Whether these are its two sides. */
    boolean areBetween(Side pair) {
        return !actor.isEmpty()
                && !target.isEmpty()
                && Set.copyOf(actor.with(target)).equals(Set.copyOf(pair.parties()));
    }

    /** The same, asked for by whoever of these is none of its sides. */
    Sides askedBy(Side asking) {
        return new Sides(actor, target, asking.without(actor).without(target), mutual, guessed);
    }

    /** The same between these. */
    Sides between(Side actor, Side target) {
        return new Sides(actor, target, speaker, mutual, guessed);
    }
}
