package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Party;
import io.demarche.rules.reading.PhraseIndex.Match;
import io.demarche.rules.reading.Sentence;
import io.demarche.rules.reading.Token;
import io.demarche.rules.reading.Tokenizer;

/** The record of a conversation, in turns that each begin with who speaks: QUESTION: Will you lift them? MR LEE: We will. */
final class Transcript {

    /**
     * Who speaks in a sentence, and to whom: for whom "we" and "you" stand; nobody where that is not known.
     *
     * @param talks whether the article is a transcript at all
     * @param begins whether somebody begins to speak with it
     */
    record Turn(boolean talks, boolean begins, List<Party> speaking, List<Party> addressed) {

        /** Where nobody talks. */
        static final Turn NONE = new Turn(false, false, List.of(), List.of());

        private Turn beginning(boolean begins) {
            return new Turn(talks, begins, speaking, addressed);
        }
    }

    private static final int FEWEST_TURNS = 3;
    private static final int LONGEST_LABEL = 12;
    private static final int FARTHEST_OFFICE = 5;

    /** In small letters within the name or the office of who speaks. */
    private static final WordSet IN_LABEL =
            WordSet.of("of", "for", "and", "the", "to", "de", "von", "van", ".", "-", "(", ")");

    /** Who speaks for nobody, by a word of his label: those who ask, and those who are asked for their view. */
    private static final WordSet PRIVATE = WordSet.of(
            "q",
            "question",
            "questioner",
            "presenter",
            "host",
            "interviewer",
            "journalist",
            "reporter",
            "moderator",
            "anchor",
            "correspondent",
            "press",
            "media",
            "caller",
            "listener",
            "audience",
            "guest",
            "critic",
            "analyst",
            "expert",
            "professor",
            "prof",
            "narrator",
            "reuters",
            "afp",
            "ap",
            "bloomberg",
            "cnn",
            "bbc",
            "tass",
            "xinhua",
            "kyodo",
            "dpa");

    /** Whose foreign minister is called so; whose is meant by it alone is Britain's. */
    private static final Set<Party> WITH_FOREIGN_SECRETARY = Set.of(
            Words.BRITAIN, new Party("IND"), new Party("PAK"), new Party("BGD"), new Party("NPL"), new Party("PHL"));

    private final List<Sentence> sentences;
    private final List<Turn> turns;
    private final List<Party> talkedOf;

    private Transcript(List<Sentence> sentences, List<Turn> turns, List<Party> talkedOf) {
        this.sentences = sentences;
        this.turns = turns;
        this.talkedOf = talkedOf;
    }

    /** The sentences of an article, title and all, without the words that only say who speaks. */
    static Transcript of(List<Sentence> sentences, Lexicon lexicon, OptionalInt year) {
        List<Integer> labels = new ArrayList<>();
        Set<String> different = new HashSet<>();
        int found = 0;
        boolean asked = false;
        for (Sentence sentence : sentences) {
            int end = endOfLabel(sentence, lexicon);
            labels.add(end);
            if (end > 0) {
                found++;
                different.add(nameIn(sentence.tokens().subList(0, end)));
                asked |= isPrivate(sentence, end);
            }
        }
        boolean converses = found >= FEWEST_TURNS && (asked || different.size() < found);
        return converses
                ? new Voices(sentences, labels, lexicon, year).transcript()
                : new Transcript(
                        sentences, sentences.stream().map(sentence -> Turn.NONE).toList(), List.of());
    }

    /** What is said, sentence by sentence. */
    List<Sentence> sentences() {
        return sentences;
    }

    /** Where two states are talked of and no other, that of whoever answers and the other one; else nobody. */
    List<Party> talkedOf() {
        return talkedOf;
    }

    /** Who says that sentence. */
    Turn turn(int at) {
        return turns.get(at);
    }

    /** The number of words at the beginning of a line that say who speaks, the colon with them; 0 if there are none. */
    private static int endOfLabel(Sentence sentence, Lexicon lexicon) {
        List<Token> tokens = sentence.tokens();
        Token first = tokens.get(0);
        boolean begins = sentence.part() == Evidence.Part.TEXT && beginsLine(sentence);
        if (!begins || !first.isCapitalised() || tokens.size() == 1) {
            return 0;
        }
        if (first.text().equals("Q") && tokens.get(1).isCapitalised()) {
            return 1;
        }
        for (int at = 1; at < Math.min(tokens.size(), LONGEST_LABEL); at++) {
            Token token = tokens.get(at);
            boolean time = token.is(":")
                    && at + 1 < tokens.size()
                    && tokens.get(at + 1).start() == token.end();
            if (token.is(":") && !time) {
                return isName(tokens.subList(0, at), lexicon) ? at + 1 : 0;
            }
            boolean name = time
                    || token.isCapitalised()
                    || Character.isDigit(token.text().charAt(0));
            if (!name && !IN_LABEL.contains(token.lower()) && !Words.INSTITUTIONS.contains(token.lower())) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean beginsLine(Sentence sentence) {
        int at = sentence.tokens().get(0).start() - 1;
        while (at >= 0 && sentence.source().charAt(at) != '\n') {
            if (!Character.isWhitespace(sentence.source().charAt(at))) {
                return false;
            }
            at--;
        }
        return true;
    }

    /** Whether these words may be somebody who speaks: not a state or a place, of which what follows tells. */
    private static boolean isName(List<Token> label, Lexicon lexicon) {
        return lexicon.names(label).stream()
                .noneMatch(name -> name.from() == 0
                        && name.to() == label.size()
                        && name.value().kind() != Mention.Kind.PERSON);
    }

    /** The words of a label, without the time that some give. */
    private static String nameIn(List<Token> label) {
        return label.stream()
                .map(Token::lower)
                .filter(word -> Character.isLetter(word.charAt(0)))
                .collect(Collectors.joining(" "));
    }

    private static boolean isPrivate(Sentence sentence, int end) {
        return sentence.tokens().subList(0, end).stream().anyMatch(token -> PRIVATE.contains(token.lower()));
    }

    /** Finds for whom those speak who take part. */
    private static final class Voices {

        private static final Pattern CAPITALS = Pattern.compile("(\\p{Lu})(\\p{Lu}{3,})");

        private final List<Sentence> sentences;
        private final List<Integer> labels;
        private final Lexicon lexicon;
        private final OptionalInt year;
        private final List<Party> host;

        Voices(List<Sentence> sentences, List<Integer> labels, Lexicon lexicon, OptionalInt year) {
            this.sentences = sentences;
            this.labels = labels;
            this.lexicon = lexicon;
            this.year = year;
            this.host = host();
        }

        Transcript transcript() {
            List<Sentence> spoken = new ArrayList<>();
            List<Turn> turns = new ArrayList<>();
            Turn turn = Turn.NONE;
            boolean begins = false;
            for (int at = 0; at < sentences.size(); at++) {
                Sentence sentence = sentences.get(at);
                int end = labels.get(at);
                List<Token> tokens = sentence.tokens();
                boolean alone = end == tokens.size();
                begins = end > 0 || begins;
                if (end > 0) {
                    turn = new Turn(true, true, voice(at), addressed(at));
                }
                spoken.add(alone ? sentence : sentence.of(tokens.subList(end, tokens.size())));
                turns.add(turn.beginning(begins && !alone));
                begins = begins && alone;
            }
            return new Transcript(spoken, turns, talkedOf());
        }

        /** For whom the one speaks with whom that sentence begins. */
        private List<Party> voice(int at) {
            if (isPrivate(sentences.get(at), labels.get(at))) {
                return List.of();
            }
            List<Party> named = named(sentences.get(at), labels.get(at));
            return named.isEmpty() ? host : named;
        }

        /** To whom: who speaks next for somebody, or else the host. */
        private List<Party> addressed(int at) {
            for (int next = at + 1; next < sentences.size(); next++) {
                if (labels.get(next) > 0) {
                    List<Party> voice = voice(next);
                    return voice.isEmpty() ? host : voice;
                }
            }
            return host;
        }

        /** Whose guest or spokesman all is about: who is named with an office before the first turn. */
        private List<Party> host() {
            for (int at = 0; at < sentences.size() && labels.get(at) == 0; at++) {
                List<Party> named =
                        named(sentences.get(at), sentences.get(at).tokens().size());
                if (!named.isEmpty()) {
                    return named;
                }
            }
            return seat().or(this::fewerNamed).map(List::of).orElse(List.of());
        }

        /** Ministry of Foreign Affairs, Lilongwe; here in Arica: where all is said, by the lines before the first turn and the rest. */
        private Optional<Party> seat() {
            for (int at = 0; at < sentences.size(); at++) {
                List<Token> tokens = sentences.get(at).tokens();
                boolean before = labels.subList(0, at + 1).stream().allMatch(end -> end == 0);
                Optional<Party> seat = names(tokens)
                        .filter(name -> name.from() > 0)
                        .filter(name -> isHere(tokens, name.from())
                                || (before
                                        && tokens.get(name.from() - 1).is(",")
                                        && isInstitution(tokens, 0, name.from())))
                        .findFirst()
                        .flatMap(Voices::only);
                if (seat.isPresent()) {
                    return seat;
                }
            }
            return Optional.empty();
        }

        private static boolean isHere(List<Token> tokens, int name) {
            return name > 1
                    && tokens.get(name - 1).is("in")
                    && (tokens.get(name - 2).is("here") || tokens.get(name - 2).is("Here"));
        }

        private List<Party> talkedOf() {
            List<Party> states = List.copyOf(states().keySet());
            return states.size() == 2 && host.size() == 1 && states.contains(host.get(0))
                    ? List.of(host.get(0), states.get(1 - states.indexOf(host.get(0))))
                    : List.of();
        }

        /** Of two states that are talked about, the one that is named less: nobody keeps naming his own. */
        private Optional<Party> fewerNamed() {
            Map<Party, Long> states = states();
            return states.size() == 2
                    ? states.entrySet().stream()
                            .min(Map.Entry.comparingByValue())
                            .filter(fewer -> states.values().stream().distinct().count() == 2)
                            .map(Map.Entry::getKey)
                    : Optional.empty();
        }

        private Map<Party, Long> states() {
            return sentences.stream()
                    .flatMap(sentence -> names(sentence.tokens()))
                    .flatMap(name -> only(name).stream())
                    .filter(party -> !Words.BODIES.contains(party.code()))
                    .collect(Collectors.groupingBy(party -> party, Collectors.counting()));
        }

        private Stream<Match<Lexicon.Name>> names(List<Token> tokens) {
            return lexicon.names(tokens).stream()
                    .filter(name -> year.isEmpty() || name.value().isValid(year.getAsInt()));
        }

        private static Optional<Party> only(Match<Lexicon.Name> name) {
            List<Party> parties = name.value().parties();
            return parties.size() == 1 ? Optional.of(parties.get(0)) : Optional.empty();
        }

        /** Who holds an office, by the first words of a sentence: Lavrov; Estonian Foreign Minister; the Foreign Secretary. */
        private List<Party> named(Sentence sentence, int end) {
            String source = sentence.evidence(0, end - 1).quote();
            String plain = withoutCapitals(source);
            List<Token> tokens = Tokenizer.tokens(plain, 0, plain.length());
            List<Match<Lexicon.Name>> names = lexicon.names(tokens).stream()
                    .filter(name -> year.isEmpty() || name.value().isValid(year.getAsInt()))
                    .toList();
            Optional<List<Party>> holder = names.stream()
                    .filter(name -> name.value().kind() == Mention.Kind.PERSON || isOfOffice(tokens, name))
                    .map(name -> name.value().parties())
                    .filter(parties -> parties.size() == 1)
                    .findFirst();
            return holder.orElseGet(
                    () -> plain.contains("Foreign Secretary") ? List.of(foreignSecretary(names)) : List.of());
        }

        /** Secretary RUBIO: the name as it is written elsewhere. */
        private static String withoutCapitals(String text) {
            return CAPITALS.matcher(text)
                    .replaceAll(word -> word.group(1) + word.group(2).toLowerCase(Locale.ROOT));
        }

        /** Estonian Foreign Minister; Poland's deputy prime minister; President of Finland; the European Commission; the White House. */
        private boolean isOfOffice(List<Token> tokens, Match<Lexicon.Name> name) {
            if (name.value().kind() == Mention.Kind.PLACE || name.value().kind() == Mention.Kind.NATIONALS) {
                return false;
            }
            String text = tokens.subList(name.from(), name.to()).stream()
                    .map(Token::text)
                    .collect(Collectors.joining(" "));
            boolean office = isInstitution(tokens, name.from(), Math.min(tokens.size(), name.to() + FARTHEST_OFFICE));
            boolean of = name.from() > 1
                    && tokens.get(name.from() - 1).is("of")
                    && isInstitution(tokens, Math.max(0, name.from() - FARTHEST_OFFICE), name.from());
            return office || of || (name.to() - name.from() > 1 && lexicon.isSeat(text));
        }

        private static boolean isInstitution(List<Token> tokens, int from, int to) {
            return tokens.subList(from, to).stream().anyMatch(token -> Words.INSTITUTIONS.contains(token.lower()));
        }

        private static Party foreignSecretary(List<Match<Lexicon.Name>> names) {
            return names.stream()
                    .flatMap(name -> name.value().parties().stream())
                    .filter(WITH_FOREIGN_SECRETARY::contains)
                    .findFirst()
                    .orElse(Words.BRITAIN);
        }
    }
}
