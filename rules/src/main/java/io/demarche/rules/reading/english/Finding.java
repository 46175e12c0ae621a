package io.demarche.rules.reading.english;

import java.util.List;

import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * An action, as far as it was read.
 *
 * @param background why it is history; empty if it is news
 * @param statement what it says, be it that a side is missing
 * @param isTold whether that is a statement of the article; otherwise it was set aside
 */
record Finding(
        MarkedSentence sentence,
        Action action,
        Standing standing,
        Sides sides,
        String background,
        Statement statement,
        boolean isTold) {

    /** Whether it was set aside for want of one of its sides. */
    boolean lacksOneSide() {
        return !isTold && sides.actor().isEmpty() != sides.target().isEmpty();
    }

    /** Whether it was set aside for want of both of its sides. */
    boolean lacksBothSides() {
        return !isTold && sides.actor().isEmpty() && sides.target().isEmpty();
    }

    /** The same, but for what kind of measure it is. */
    Finding as(Measure measure) {
        Doing doing = statement.doing();
        Doing specified =
                new Doing(measure, doing.move(), doing.status(), doing.actor(), doing.target(), doing.mutual());
        Statement told = new Statement(
                specified,
                statement.speaker(),
                statement.background(),
                statement.count(),
                statement.confidence(),
                statement.evidence());
        return new Finding(sentence, action, standing, sides, background, told, isTold);
    }

    /** The same, asked by its actor of these, who are to do it. */
    Finding askedOf(Side actor) {
        Finding asked = told(actor, sides.target(), statement.count(), statement.confidence(), sides.guessed());
        Statement told = asked.statement;
        List<Party> speaker = told.speaker().isEmpty() ? sides.actor().parties() : told.speaker();
        Statement spoken = new Statement(
                told.doing(), speaker, told.background(), told.count(), told.confidence(), told.evidence());
        return new Finding(sentence, action, standing, asked.sides, background, spoken, true);
    }

    /** The same, told between these. */
    Finding between(Side actor, Side target, double confidence) {
        return told(actor, target, statement.count(), confidence, 1);
    }

    /** What of it is between these, and bears on so many. */
    Finding part(Side actor, Side target, @Nullable Integer count) {
        return told(actor, target, count, statement.confidence(), sides.guessed());
    }

    private Finding told(Side actor, Side target, @Nullable Integer count, double confidence, int guessed) {
        Doing doing = statement.doing();
        Statement whole = new Statement(
                new Doing(
                        doing.measure(),
                        doing.move(),
                        doing.status(),
                        actor.parties(),
                        target.parties(),
                        doing.mutual()),
                statement.speaker(),
                statement.background(),
                count,
                confidence,
                statement.evidence());
        Sides between = new Sides(actor, target, sides.speaker(), sides.mutual(), guessed);
        return new Finding(sentence, action, standing, between, background, whole, true);
    }
}
