package io.demarche.core.subscription;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.demarche.core.event.Update;
import io.demarche.core.rulebook.PartyLists;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/** What must hold for an event, and for the report that tells of it now, to be wanted. */
public sealed interface Condition {

    /** Whether it holds; names of lists of parties mean what they mean in the rulebook in force. */
    boolean holds(Update update, PartyLists lists);

    /** A kind of the event has one of these shapes, in which {@code *} stands for any characters. */
    record Kinds(List<String> shapes) implements Condition {

        @Override
        public boolean holds(Update update, PartyLists lists) {
            return update.event().kinds().stream()
                    .anyMatch(kind -> shapes.stream().anyMatch(shape -> Wildcards.match(shape, kind)));
        }
    }

    /** Where a party stands. */
    enum Side {
        ACTOR,
        TARGET,
        EITHER
    }

    /** One of these parties, or a party of one of these lists, stands on that side; where a measure is mutual, on any. */
    record Parties(Side side, List<String> names) implements Condition {

        @Override
        public boolean holds(Update update, PartyLists lists) {
            Doing doing = update.event().doing();
            boolean any = side == Side.EITHER || doing.mutual();
            return ((any || side == Side.ACTOR) && meets(doing.actor(), lists))
                    || ((any || side == Side.TARGET) && meets(doing.target(), lists));
        }

        private boolean meets(List<Party> parties, PartyLists lists) {
            return parties.stream().anyMatch(party -> names.stream().anyMatch(name -> lists.includes(name, party)));
        }
    }

    /** It is one of these measures. */
    record Measures(Set<Measure> measures) implements Condition {

        @Override
        public boolean holds(Update update, PartyLists lists) {
            return measures.contains(update.event().doing().measure());
        }
    }

    /** It is one of these moves. */
    record Moves(Set<Move> moves) implements Condition {

        @Override
        public boolean holds(Update update, PartyLists lists) {
            return moves.contains(update.event().doing().move());
        }
    }

    /** It is as far along as one of these. */
    record Statuses(Set<Status> statuses) implements Condition {

        @Override
        public boolean holds(Update update, PartyLists lists) {
            return statuses.contains(update.event().doing().status());
        }
    }

    /** The event is at least as severe. */
    record MinSeverity(Severity severity) implements Condition {

        @Override
        public boolean holds(Update update, PartyLists lists) {
            return update.event().severity().compareTo(severity) >= 0;
        }
    }

    /** The reader is at least as sure of what the report says; in [0, 1]. */
    record MinConfidence(double confidence) implements Condition {

        @Override
        public boolean holds(Update update, PartyLists lists) {
            return update.report().statement().confidence() >= confidence;
        }
    }

    /** At least so many outlets tell of the event. */
    record MinOutlets(int outlets) implements Condition {

        @Override
        public boolean holds(Update update, PartyLists lists) {
            return update.outlets() >= outlets;
        }
    }

    /** The report is written in a language of one of these ranges (RFC 4647 section 3.3.1: {@code pt} holds {@code pt-BR}). */
    record Languages(List<String> ranges) implements Condition {

        @Override
        public boolean holds(Update update, PartyLists lists) {
            String language = update.report().article().imprint().language();
            return language != null
                    && ranges.stream().anyMatch(range -> (lower(language) + "-").startsWith(lower(range) + "-"));
        }
    }

    /** The report was published by an outlet, or at a host, of one of these shapes; {@code *} stands for any characters. */
    record Outlets(List<String> shapes) implements Condition {

        @Override
        public boolean holds(Update update, PartyLists lists) {
            String outlet = update.report().article().imprint().outlet();
            URI url = update.report().article().imprint().url();
            return Stream.of(String.valueOf(outlet), url == null ? "" : String.valueOf(url.getHost()))
                    .map(Condition::lower)
                    .anyMatch(name -> shapes.stream().anyMatch(shape -> Wildcards.match(lower(shape), name)));
        }
    }

    /** The report's title or text holds one of these words or phrases, whatever their case. */
    record Text(List<String> phrases) implements Condition {

        @Override
        public boolean holds(Update update, PartyLists lists) {
            String text = update.report().article().title() + "\n"
                    + update.report().article().text();
            return phrases.stream()
                    .anyMatch(phrase -> words(phrase).matcher(text).find());
        }

        /** The words of the phrase, whatever white space joins them in the text. */
        private static Pattern words(String phrase) {
            String joined = Stream.of(phrase.strip().split("\\s+"))
                    .map(Pattern::quote)
                    .reduce((left, right) -> left + "\\s+" + right)
                    .orElseThrow();
            return Pattern.compile(
                    "(?<![\\p{L}\\p{N}])" + joined + "(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }
    }

    /** All of these hold; so they do if there are none. */
    record All(List<Condition> conditions) implements Condition {

        @Override
        public boolean holds(Update update, PartyLists lists) {
            return conditions.stream().allMatch(condition -> condition.holds(update, lists));
        }
    }

    /** At least one of these holds. */
    record Any(List<Condition> conditions) implements Condition {

        @Override
        public boolean holds(Update update, PartyLists lists) {
            return conditions.stream().anyMatch(condition -> condition.holds(update, lists));
        }
    }

    /** The other does not hold. */
    record Not(Condition condition) implements Condition {

        @Override
        public boolean holds(Update update, PartyLists lists) {
            return !condition.holds(update, lists);
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
