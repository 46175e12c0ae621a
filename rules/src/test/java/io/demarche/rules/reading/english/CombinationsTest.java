package io.demarche.rules.reading.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import io.demarche.core.article.Article;
import io.demarche.core.article.Imprint;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Statement;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done, it is read the same in every construction, wherever that stands, and beside every other step: thousands of
 * sentences put together from the lists of {@code combinations.txt}. A new event, construction or frame is a line there.
 */
class CombinationsTest {

    private static final Instant TOLD = Instant.parse("2026-06-01T00:00:00Z");
    private static final EnglishReader READER = new EnglishReader();
    private static final Map<String, List<String>> LISTS = lists();
    private static final List<Event> EVENTS =
            LISTS.get("events").stream().map(Event::of).toList();
    private static final List<State> STATES = List.of(
            new State("Peru", "Peruvian", "Lima", "PER"),
            new State("Norway", "Norwegian", "Oslo", "NOR"),
            new State("Kenya", "Kenyan", "Nairobi", "KEN"),
            new State("Japan", "Japanese", "Tokyo", "JPN"),
            new State("Qatar", "Qatari", "Doha", "QAT"),
            new State("Cuba", "Cuban", "Havana", "CUB"),
            new State("Sudan", "Sudanese", "Khartoum", "SDN"));

    @Test
    void whateverIsDoneIsReadInEveryConstruction() {
        List<String> misread = new ArrayList<>();
        for (Event event : EVENTS) {
            for (String line : LISTS.get("constructions")) {
                Cast cast = Cast.of(event.hashCode() + line.hashCode());
                check(cast.named(event.in(half(line, 1))), List.of(cast.told(event, half(line, 0))), misread);
            }
        }
        assertThat(misread).isEmpty();
    }

    @Test
    void aConstructionSaysTheSameWhereverItStands() {
        List<String> misread = new ArrayList<>();
        List<String> sentences = LISTS.get("constructions").stream()
                .filter(line ->
                        half(line, 1).matches("\\{A\\} .*\\.") && !half(line, 1).contains("{X}"))
                .toList();
        int round = 0;
        for (String frame : LISTS.get("frames")) {
            for (String line : sentences) {
                Event event = EVENTS.get(round++ % EVENTS.size());
                Cast cast = Cast.of(round);
                String sentence = event.in(half(line, 1));
                String framed =
                        frame.replace("{S-}", sentence.replaceFirst("\\.$", "")).replace("{S}", sentence);
                check(cast.named(framed), List.of(cast.told(event, half(line, 0))), misread);
            }
        }
        assertThat(misread).isEmpty();
    }

    @Test
    void eachOfTwoStepsHasItsOwnObjectAndStatus() {
        List<String> misread = new ArrayList<>();
        for (String line : LISTS.get("steps")) {
            String[] statuses = half(line, 0).split(" ");
            forEachPair((first, second) -> {
                Cast cast = Cast.of(first.hashCode() + second.hashCode());
                List<String> expected = List.of(cast.told(first, statuses[0]), cast.told(second, statuses[1]));
                check(cast.named(second.in(first.in(half(line, 1), 1), 2)), expected, misread);
            });
        }
        assertThat(misread).isEmpty();
    }

    @Test
    void whatAStepAnswersIsHistoryOfTheOtherSide() {
        List<String> misread = new ArrayList<>();
        for (String line : LISTS.get("answers")) {
            forEachPair((first, second) -> {
                Cast cast = Cast.of(first.hashCode() - second.hashCode());
                String sentence = cast.named(first.in(line, 1));
                String answered = cast.turned().named(second.in(sentence.replace("{T}", cast.target.name), 2));
                List<String> expected =
                        List.of(cast.told(first, "ADOPTED"), cast.turned().told(second, "ADOPTED background"));
                check(answered.replace("{K}", cast.target.adjective), expected, misread);
            });
        }
        assertThat(misread).isEmpty();
    }

    @Test
    void aNextSentenceAddsWhatItSays() {
        List<String> misread = new ArrayList<>();
        List<Event> imposed = EVENTS.stream()
                .filter(event -> event.kind.endsWith("IMPOSE") && !event.kind.startsWith("SUMMONS"))
                .toList();
        for (String line : LISTS.get("continuations")) {
            for (Event event : imposed) {
                Cast cast = Cast.of(event.hashCode());
                List<String> expected = new ArrayList<>(List.of(cast.told(event, "ADOPTED")));
                if (!half(line, 0).isEmpty()) {
                    expected.add(event.kind.split(" ")[0] + " " + cast.sides(half(line, 0)));
                }
                String text = event.in("{A} on Monday <past>. ") + half(line, 1).replace("{T}", "{n}");
                check(cast.named(text), expected, misread);
            }
        }
        assertThat(misread).isEmpty();
    }

    private static void check(String text, List<String> expected, List<String> misread) {
        List<String> read = READER.read(Article.of("", text, Imprint.UNKNOWN, TOLD)).statements().stream()
                .map(CombinationsTest::written)
                .sorted()
                .toList();
        if (!read.equals(expected.stream().sorted().toList())) {
            misread.add(text + " -> " + read);
        }
    }

    private static String written(Statement statement) {
        Doing doing = statement.doing();
        return doing.measure() + " " + doing.move() + " " + doing.status() + " " + codes(doing.actor()) + ">"
                + codes(doing.target()) + (statement.background() ? " background" : "");
    }

    private static String codes(List<Party> parties) {
        return parties.stream().map(Party::code).collect(Collectors.joining(","));
    }

    /** Every event with some of another measure: those at every fifth place behind it. */
    private static void forEachPair(BiConsumer<Event, Event> each) {
        for (int at = 0; at < EVENTS.size(); at++) {
            for (int step = 1; step < EVENTS.size(); step += 5) {
                Event first = EVENTS.get(at);
                Event second = EVENTS.get((at + step) % EVENTS.size());
                if (!first.kind.split(" ")[0].equals(second.kind.split(" ")[0])) {
                    each.accept(first, second);
                }
            }
        }
    }

    private static String half(String line, int which) {
        return line.split(" : |^ ?: ", 2)[which].strip();
    }

    private static Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new HashMap<>();
        List<String> current = new ArrayList<>();
        try (InputStream file =
                Objects.requireNonNull(CombinationsTest.class.getResourceAsStream("combinations.txt"))) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("[")) {
                    current = new ArrayList<>();
                    lists.put(line.substring(1, line.length() - 1), current);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    current.add(line);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lists;
    }

    private record State(String name, String adjective, String capital, String code) {}

    /** Something done, as "base third past participle gerund" of its verb and the words behind. */
    private record Event(String kind, List<String> forms, String object) {

        private static final List<String> NAMES = List.of("base", "third", "past", "participle", "gerund");

        static Event of(String line) {
            String[] parts = line.split(" : ");
            return new Event(parts[0], List.of(parts[1].split(" ")), parts[2]);
        }

        String in(String template) {
            return in(template, "");
        }

        String in(String template, int place) {
            return in(template, String.valueOf(place));
        }

        private String in(String template, String place) {
            String told = template;
            for (int form = 0; form < NAMES.size(); form++) {
                told = told.replace("<" + place + NAMES.get(form) + ">", forms.get(form) + " " + object);
            }
            return told;
        }
    }

    /** Who plays the actor, the target and the third state. */
    private record Cast(State actor, State target, State third) {

        static Cast of(int round) {
            int at = Math.floorMod(round, STATES.size());
            return new Cast(STATES.get(at), STATES.get((at + 2) % STATES.size()), STATES.get((at + 3) % STATES.size()));
        }

        Cast turned() {
            return new Cast(/* actor= */ target, /* target= */ actor, third);
        }

        String named(String text) {
            return text.replace("{A}", actor.name)
                    .replace("{J}", actor.adjective)
                    .replace("{C}", actor.capital)
                    .replace("{n}", target.name)
                    .replace("{j}", target.adjective)
                    .replace("{c}", target.capital)
                    .replace("{X}", third.name)
                    .replace("{Y}", third.adjective)
                    .replace("{Z}", third.capital);
        }

        String told(Event event, String status) {
            String[] words = status.split(" ");
            return event.kind + " " + words[0] + " " + actor.code + ">" + target.code
                    + (words.length > 1 ? " " + words[1] : "");
        }

        /** "LIFT URGED A>T" with the codes for the letters. */
        String sides(String line) {
            int at = line.lastIndexOf(' ');
            return line.substring(0, at + 1)
                    + Arrays.stream(line.substring(at + 1).split(">"))
                            .map(letter -> switch (letter) {
                                case "A" -> actor.code;
                                case "T" -> target.code;
                                default -> third.code;
                            })
                            .collect(Collectors.joining(">"));
        }
    }
}
