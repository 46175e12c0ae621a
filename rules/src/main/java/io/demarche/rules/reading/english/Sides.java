package io.demarche.rules.reading.english;

import java.util.List;

import io.demarche.core.statement.Party;

/**
 * Who does an action to whom.
 *
 * @param guessed how many of the sides were not found around the action but taken from the article as a whole
 */
record Sides(List<Party> actor, List<Party> target, List<Party> speaker, boolean mutual, int guessed) {}
