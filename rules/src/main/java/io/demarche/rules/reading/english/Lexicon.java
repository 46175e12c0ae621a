package io.demarche.rules.reading.english;

import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex;
import io.demarche.rules.reading.Token;
import io.demarche.rules.reading.WordFilter;

/** The words of the lexicon files, ready to be found in tokens. Immutable once made. */
final class Lexicon {

    /** A name, the parties for which it stands, none for a trap, and the years in which it does. */
    record Name(List<Party> parties, Mention.Kind kind, int fromYear, int toYear) {

        boolean isValid(int year) {
            return fromYear <= year && year <= toYear;
        }

        /** Whether it was borne before that year, by somebody who no longer holds the office. */
        boolean isFormer(int year) {
            return toYear < year;
        }
    }

    static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "col", "lt", "st", "jan", "feb", "mar", "apr", "jun",
            "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "vs", "prof", "rev", "hon", "a.i", "i.e", "e.g");

    /** What stands for a party in an article that need not name one. */
    private static final List<String> UNNAMED = List.of("Council", "foreign office", "foreign secretary");

    private static final Pattern WORD_START = Pattern.compile("(?<= )\\p{Ll}");

    private static final List<List<String>> PARTIES = LexiconFile.rows("parties.txt", "|", 4);

    private final PhraseIndex<Name> names = PhraseIndex.ofNames();
    private final PhraseIndex<String> objects = PhraseIndex.ofWords();
    private final PhraseIndex<Cue> cues = PhraseIndex.ofWords();
    private final PhraseIndex<Boolean> background = PhraseIndex.ofWords();
    private final Map<String, Senses> senses = new HashMap<>();
    private final WordFilter headWords = new WordFilter(WordFilter.LARGE);
    private final Map<String, Head> told = new HashMap<>();
    private final PhraseIndex<Form> echoes = PhraseIndex.ofWords();
    private final PhraseIndex<Form> takebacks = PhraseIndex.ofWords();
    private final PhraseIndex<Form> refusals = PhraseIndex.ofWords();
    private final PhraseIndex<Boolean> fates = PhraseIndex.ofWords();
    private final Map<String, List<String>> families = new HashMap<>();
    private final PhraseIndex<Set<String>> elsewhere = PhraseIndex.ofWords();
    private final Set<String> seats = new HashSet<>();
    private final PhraseIndex<Answers.Answer> answers = PhraseIndex.ofWords();
    private final PhraseIndex<Boolean> fiction = PhraseIndex.ofWords();
    private final Inflection inflection = new Inflection();
    private final Gate gate = new Gate();

    /** The bundled words alone. */
    Lexicon() {
        this(LexiconAdditions.NONE);
    }

    Lexicon(LexiconAdditions additions) {
        PARTIES.forEach(this::addParty);
        additions.rows(LexiconAdditions.File.PARTIES).forEach(this::addParty);
        LexiconFile.rows("places.txt", "|", 2)
                .forEach(row -> LexiconFile.list(row.get(1))
                        .forEach(city -> addName(city, new Party(row.get(0)), Mention.Kind.PLACE)));
        LexiconFile.rows("groups.txt", "|", 3).forEach(this::addGroup);
        LexiconFile.lines("traps.txt").forEach(this::addTrap);
        additions.rows(LexiconAdditions.File.TRAPS).forEach(row -> addTrap(row.get(0)));
        LexiconFile.rows("offices.txt", "|", 4).forEach(this::addOffice);
        additions.rows(LexiconAdditions.File.OFFICES).forEach(this::addOffice);
        LexiconFile.rows("objects.txt", ":", 2).forEach(this::addObjects);
        LexiconFile.rows("families.txt", ":", 2)
                .forEach(row -> families.put("{" + row.get(0) + "}", LexiconFile.list(row.get(1))));
        Map<String, List<Head>> heads = new HashMap<>();
        LexiconFile.rows("actions.txt", ":", 3).forEach(row -> addHeads(row, heads));
        heads.forEach((word, meant) -> {
            headWords.add(word);
            senses.put(word, new Senses(meant));
        });
        LexiconFile.lines("echoes.txt").forEach(entry -> addPhrase(entry, echoes));
        LexiconFile.lines("takebacks.txt").forEach(entry -> addPhrase(entry, takebacks));
        LexiconFile.lines("refusals.txt").forEach(entry -> addPhrase(entry, refusals));
        LexiconFile.lines("fates.txt").forEach(entry -> fates.add(LexiconFile.places(entry), true));
        LexiconFile.rows("answers.txt", ":", 2)
                .forEach(row -> answers.add(LexiconFile.places(row.get(1)), Answers.Answer.valueOf(row.get(0))));
        LexiconFile.rows("elsewhere.txt", ":", 2).forEach(this::addElsewhere);
        LexiconFile.rows("told.txt", ":", 2).forEach(this::addTold);
        LexiconFile.rows("cues.txt", ":", 2).forEach(this::addCues);
        additions.rows(LexiconAdditions.File.CUES).forEach(this::addCues);
        LexiconFile.lines("background.txt").forEach(entry -> background.add(LexiconFile.places(entry), true));
        told.keySet().forEach(gate::addAlone);
        UNNAMED.forEach(gate::addParty);
        gate.addNamed("party");
        gate.addNamed(Head.MEMBER);
        gate.addNamed(Head.LEADER);
        gate.addNamed(Head.NUMBER);
    }

    /** The first name of each party that the bundled lexicon knows, by its code. */
    static Map<String, String> parties() {
        return PARTIES.stream()
                .collect(Collectors.toMap(
                        row -> row.get(0), row -> LexiconFile.list(row.get(1)).get(0)));
    }

    /** Whether an article of that title and text has the words of any action. */
    boolean mayTell(String title, String text) {
        return gate.mayTell(title, text);
    }

    /** Whether that is the name of a place from which a state is ruled. */
    boolean isSeat(String name) {
        return seats.contains(name);
    }

    List<PhraseIndex.Match<Name>> names(List<Token> tokens) {
        return names.find(tokens);
    }

    List<PhraseIndex.Match<String>> objects(List<Token> tokens) {
        return objects.find(tokens);
    }

    List<PhraseIndex.Match<Form>> echoes(List<Token> tokens) {
        return echoes.find(tokens);
    }

    List<PhraseIndex.Match<Form>> takebacks(List<Token> tokens) {
        return takebacks.find(tokens);
    }

    List<PhraseIndex.Match<Form>> refusals(List<Token> tokens) {
        return refusals.find(tokens);
    }

    /** Words that say of a plan before them that it came to nothing. */
    List<PhraseIndex.Match<Boolean>> fates(List<Token> tokens) {
        return fates.find(tokens);
    }

    List<PhraseIndex.Match<Cue>> cues(List<Token> tokens) {
        return cues.find(tokens);
    }

    List<PhraseIndex.Match<Boolean>> background(List<Token> tokens) {
        return background.find(tokens);
    }

    List<PhraseIndex.Match<Answers.Answer>> answers(List<Token> tokens) {
        return answers.find(tokens);
    }

    /** The classes of objects that do not belong to diplomacy in a sentence with these words. */
    Set<String> elsewhere(List<Token> tokens) {
        Set<String> classes = new HashSet<>();
        elsewhere.find(tokens).forEach(match -> classes.addAll(match.value()));
        return classes;
    }

    /** Whether these words say that what is told is made up. */
    boolean isFiction(List<Token> tokens) {
        return !fiction.find(tokens).isEmpty();
    }

    /** What objects of that class mean where a cue is all that stands with them: threatened sanctions. */
    Optional<Head> told(String objectClass) {
        return Optional.ofNullable(told.get(objectClass));
    }

    /** What a word may mean as a head. */
    Senses senses(String lower) {
        return headWords.mayHold(lower) ? senses.getOrDefault(lower, Senses.NONE) : Senses.NONE;
    }

    private void addTrap(String name) {
        Name nobody = new Name(List.of(), Mention.Kind.NAME, Year.MIN_VALUE, Year.MAX_VALUE);
        spellings(name).forEach(spelling -> names.add(spelling, nobody));
    }

    private void addParty(List<String> row) {
        Party party = new Party(row.get(0));
        for (String name : LexiconFile.list(row.get(1))) {
            addName(name, party, Mention.Kind.NAME);
        }
        for (String seat : LexiconFile.list(row.get(3))) {
            addName(seat, party, Mention.Kind.NAME);
            seats.add(seat);
        }
        for (String demonym : LexiconFile.list(row.get(2))) {
            if (!LexiconFile.list(row.get(1)).contains(demonym)) {
                addName(demonym, party, Mention.Kind.ADJECTIVE);
                if (!LexiconFile.list(row.get(1)).contains(demonym + "s")) {
                    addName(demonym + "s", party, Mention.Kind.NATIONALS);
                }
                gate.addObject(demonym + "s", "nationals");
            }
        }
    }

    private void addName(String name, Party party, Mention.Kind kind) {
        addName(name, List.of(party), kind);
    }

    private void addGroup(List<String> row) {
        List<Party> members =
                LexiconFile.list(row.get(0)).stream().map(Party::new).toList();
        LexiconFile.list(row.get(1)).forEach(name -> addName(name, members, Mention.Kind.NAME));
        LexiconFile.list(row.get(2)).forEach(name -> addName(name, members, Mention.Kind.ADJECTIVE));
    }

    private void addName(String name, List<Party> parties, Mention.Kind kind) {
        Name entry = new Name(parties, kind, Year.MIN_VALUE, Year.MAX_VALUE);
        addName(name, entry);
        if (name.contains(" and ")) {
            addName(name.replace(" and ", " & "), entry);
        }
    }

    private void addName(String name, Name entry) {
        spellings(name).forEach(spelling -> names.add(spelling, entry));
        gate.addParty(name);
    }

    /** The name as it is, as a headline has it that begins each word with a capital, and all in capitals unless it is short. */
    private static Set<String> spellings(String name) {
        Set<String> spellings = new LinkedHashSet<>(List.of(name));
        if (name.length() > 3) {
            spellings.add(
                    WORD_START.matcher(name).replaceAll(start -> start.group().toUpperCase(Locale.ROOT)));
            spellings.add(name.toUpperCase(Locale.ROOT));
        }
        return spellings;
    }

    private void addOffice(List<String> row) {
        int from = Integer.parseInt(row.get(2));
        int to = row.get(3).isEmpty() ? Year.MAX_VALUE : Integer.parseInt(row.get(3));
        addName(row.get(0), new Name(List.of(new Party(row.get(1))), Mention.Kind.PERSON, from, to));
    }

    private void addObjects(List<String> row) {
        for (String noun : LexiconFile.list(row.get(1))) {
            for (String form : Inflection.noun(noun)) {
                objects.add(form, row.get(0));
                gate.addObject(form, row.get(0));
                if (form.indexOf(' ') > 0 && form.indexOf(' ') == form.lastIndexOf(' ')) {
                    objects.add(form.replace(' ', '-'), row.get(0));
                    gate.addObject(form.replace(' ', '-'), row.get(0));
                }
                if (row.get(0).equals("officials")) {
                    gate.addObject(form, Head.BODY_STAFF);
                }
            }
        }
    }

    private void addPhrase(String entry, PhraseIndex<Form> phrases) {
        List<List<String>> places = LexiconFile.places(entry);
        for (String choice : places.get(0)) {
            int space = choice.indexOf(' ');
            String verb = space < 0 ? choice : choice.substring(0, space);
            String rest = choice.substring(verb.length());
            inflection.verb(verb).forEach((word, form) -> {
                List<List<String>> inflected = new ArrayList<>(places);
                inflected.set(0, List.of(word + rest));
                phrases.add(inflected, form);
            });
        }
    }

    private void addElsewhere(List<String> row) {
        Set<String> classes = Set.copyOf(LexiconFile.list(row.get(0)));
        for (String words : LexiconFile.list(row.get(1))) {
            if (classes.contains("fiction")) {
                fiction.add(words, true);
            } else {
                elsewhere.add(words, classes);
            }
        }
    }

    private void addTold(List<String> row) {
        String[] what = row.get(0).split(" ", -1);
        Measure measure = Measure.valueOf(what[0]);
        Move move = Move.valueOf(what[1]);
        told.put(row.get(1), new Head(Form.NOUN, List.of(), false, Head.Valency.DONE, measure, move, row.get(1)));
    }

    private void addHeads(List<String> row, Map<String, List<Head>> heads) {
        String[] what = row.get(0).split(" ", -1);
        Measure measure = Measure.valueOf(what[0]);
        Move move = Move.valueOf(what[1]);
        for (String entry : LexiconFile.list(row.get(2))) {
            for (String member : families.getOrDefault(entry, List.of(entry))) {
                for (String head : LexiconFile.alternatives(member)) {
                    addHead(head, measure, move, row.get(1), heads);
                }
            }
        }
    }

    private void addHead(String entry, Measure measure, Move move, String objectClass, Map<String, List<Head>> heads) {
        boolean noun = entry.startsWith("#");
        Head.Valency valency = entry.startsWith("<")
                ? Head.Valency.HAPPENING
                : entry.startsWith("~") ? Head.Valency.SUFFERED : Head.Valency.DONE;
        boolean marked = noun || valency != Head.Valency.DONE;
        List<String> words = List.of((marked ? entry.substring(1) : entry).split(" ", -1));
        boolean gapped = words.size() > 1 && words.get(1).equals("…");
        List<String> rest = List.copyOf(words.subList(gapped ? 2 : 1, words.size()));
        Map<String, Form> forms = noun ? nouns(words.get(0)) : inflection.verb(words.get(0));
        forms.forEach((word, form) -> {
            if (valency == Head.Valency.SUFFERED && form == Form.GERUND) {
                return;
            }
            heads.computeIfAbsent(word, key -> new ArrayList<>())
                    .add(new Head(form, rest, gapped, valency, measure, move, objectClass));
            if (objectClass.equals(Head.NUMBER) && !rest.isEmpty() && !gapped) {
                gate.addPair(word, rest.get(0), objectClass);
            } else {
                gate.addHead(word, rest, objectClass);
            }
        });
    }

    /** A noun of doing; where it is no verb as well, also its plural: expulsions, closures. */
    private static Map<String, Form> nouns(String noun) {
        return noun.matches(".*(ion|ure|wal|sal)")
                ? Map.of(noun, Form.NOUN, noun + "s", Form.NOUN)
                : Map.of(noun, Form.NOUN);
    }

    private void addCues(List<String> row) {
        Status status = Status.valueOf(row.get(0));
        for (String entry : LexiconFile.list(row.get(1))) {
            if (entry.startsWith("#")) {
                String phrase = entry.substring(1);
                cues.add(phrase, new Cue(status, phrase));
                if (phrase.startsWith("not ")) {
                    cues.add("n't" + phrase.substring(3), new Cue(status, phrase));
                }
            } else {
                int space = entry.indexOf(' ');
                String verb = space < 0 ? entry : entry.substring(0, space);
                String rest = space < 0 ? "" : entry.substring(space);
                Cue cue = new Cue(status, verb.replace("+", "") + rest);
                inflection.verb(verb).keySet().forEach(form -> cues.add(form + rest, cue));
            }
        }
    }
}
