package io.demarche.rules.reading.english;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;
import org.jspecify.annotations.Nullable;

/** What the article has told so far, for words that point back: it, the ministry, both sides, the restrictions. */
final class Discourse {

    /** Over how many sentences a pronoun points back. */
    private static final Map<String, Party> HALVES_OF_KOREA =
            Map.of("north", new Party("PRK"), "south", new Party("KOR"));

    private static final int REACH = 3;

    /** How many sentences at least the news is told in. */
    private static final int LEAD = 1;

    /** What a bare ban may be. */
    private static final Set<Measure> PENALTIES = Set.of(Measure.SANCTIONS, Measure.VISAS);

    /** Classes of objects that say nothing of what is restricted. */
    private static final Set<String> UNSPECIFIC = Set.of("restrictions", "answers", "measures");

    /** Over how many sentences something may still be refused that was asked for. */
    private static final int REACH_OF_REFUSALS = 6;

    private final Map<Party, Integer> mentions = new LinkedHashMap<>();
    private List<Party> home = List.of();
    private List<Party> lastSubject = List.of();
    private List<Party> voice = List.of();
    private Transcript.Turn turn = Transcript.Turn.NONE;
    private Optional<Answers.Question> question = Optional.empty();
    private final Map<Set<Party>, Measure> specific = new HashMap<>();
    private Optional<Measure> restricted = Optional.empty();
    private final Map<String, Told> lastByObject = new HashMap<>();
    private final Map<Move, Map<Measure, Sides>> lastKnown = new EnumMap<>(Move.class);
    private final Map<String, Introductions.Bearer> people = new HashMap<>();
    private final Map<Party, Told> lastBy = new HashMap<>();
    private final Map<Party, Told> lastDoneTo = new HashMap<>();
    private Optional<Told> last = Optional.empty();
    private Optional<Told> lastAnswerable = Optional.empty();
    private final Map<Measure, Map<Party, Side>> targets = new HashMap<>();
    private final Map<Measure, Map<Party, Side>> actors = new HashMap<>();
    private final Deque<Set<String>> lastObjects = new ArrayDeque<>();
    private final Set<Party> named = new LinkedHashSet<>();
    private final Map<Integer, List<Party>> groups = new HashMap<>();
    private final Deque<Told> inSentence = new ArrayDeque<>();
    private List<Antecedent> antecedents = List.of();
    private List<Antecedent> namedHere = List.of();
    private int sentences;
    private @Nullable Told lastRefusable;
    private int sentenceOfRefusable;
    private int sentenceOfHistory = -1;
    private int sentenceOfDate = -1;
    private int sentenceOfLast;
    private Optional<Told> lead = Optional.empty();
    private int sentenceOfLead;

    void heard(MarkedSentence sentence) {
        sentences++;
        inSentence.clear();
        if (home.isEmpty()) {
            home = sentence.dateline;
        }
        for (Mention mention : sentence.mentions) {
            if (mention.kind() != Mention.Kind.PLACE) {
                mentions.merge(mention.party(), 1, Integer::sum);
                named.remove(mention.party());
                named.add(mention.party());
            }
        }
        antecedents = namedHere;
        namedHere = Antecedent.in(sentence);
        lastObjects.addFirst(sentence.objectClasses);
        if (lastObjects.size() > REACH) {
            lastObjects.removeLast();
        }
        people.putAll(Introductions.of(sentence));
        new Agents(sentence).groups().forEach(group -> groups.put(group.size(), group));
    }

    void turn(Transcript.Turn next) {
        turn = next;
        voice(next.speaking());
    }

    /** What was asked last, and is not answered yet. */
    Optional<Answers.Question> question() {
        return question;
    }

    void question(Optional<Answers.Question> next) {
        question = next;
    }

    /** What a question asks about, which nobody did yet: words may point back to it, but nothing answers it in kind. */
    void asked(Told asked) {
        last = Optional.of(asked);
        lastRefusable = asked;
        lastByObject.put(asked.action().head().objectClass(), asked);
        sentenceOfLast = sentences;
        sentenceOfRefusable = sentences;
    }

    /** Something is asked that is no action: what was told before is no longer spoken of. */
    void changeSubject() {
        lastAnswerable = Optional.empty();
        lastRefusable = null;
    }

    /** Who speaks to whom, where the article is the record of a conversation. */
    Transcript.Turn turn() {
        return turn;
    }

    void voice(List<Party> parties) {
        if (!parties.isEmpty()) {
            voice = parties;
        }
    }

    /** Who spoke last, for whom "we" stands. */
    List<Party> voice() {
        return voice;
    }

    void subject(List<Party> parties) {
        if (!parties.isEmpty()) {
            lastSubject = parties;
        }
    }

    void told(Action action, Status status, Sides sides, String history) {
        boolean background = !history.isEmpty();
        if (!history.equals(Provocation.ANSWERED)) {
            sentenceOfHistory = background ? sentences : -1;
        }
        sentenceOfDate = background && history.endsWith(TimeFinder.DATES) ? sentences : -1;
        Told told = new Told(action, status, sides, background);
        inSentence.addFirst(told);
        if (lead.isEmpty() && !background && status == Status.ADOPTED) {
            lead = Optional.of(told);
            sentenceOfLead = sentences;
        }
        if (told.isRefusable()) {
            lastRefusable = told;
        }
        if (told.isRefusable() || status == Status.REJECTED) {
            sentenceOfRefusable = sentences;
        }
        last = Optional.of(told);
        sentenceOfLast = sentences;
        boolean older = background
                && lastAnswerable.filter(before -> !before.background()).isPresent();
        if (action.measure() != Measure.SUMMONS && !older) {
            lastAnswerable = last;
        }
        if (action.measure() == Measure.VISAS || action.measure() == Measure.SANCTIONS) {
            specific.put(parties(sides), action.measure());
        }
        for (Party party : sides.actor().parties()) {
            targets.computeIfAbsent(action.measure(), measure -> new HashMap<>())
                    .put(party, sides.target());
        }
        for (Party party : sides.target().parties()) {
            actors.computeIfAbsent(action.measure(), measure -> new HashMap<>()).put(party, sides.actor());
        }
        boolean aside = background && isBesideNewsOf(action.head().objectClass());
        if (!aside) {
            lastByObject.put(action.head().objectClass(), told);
        }
        if (!sides.actor().isEmpty()) {
            lastKnown
                    .computeIfAbsent(action.head().move(), move -> new EnumMap<>(Measure.class))
                    .put(action.measure(), sides);
        }
        if (status == Status.ADOPTED && action.measure() != Measure.SUMMONS) {
            sides.actor().parties().forEach(party -> lastBy.put(party, told));
            sides.target().parties().forEach(party -> lastDoneTo.put(party, told));
        }
    }

    /** Expelled two in answer to the expulsion of two: whether the sentence is about others of that class. */
    private boolean isBesideNewsOf(String objectClass) {
        return inSentence.stream()
                .anyMatch(told ->
                        !told.background() && told.action().head().objectClass().equals(objectClass));
    }

    /** A sentence that tells no measure and nothing of now: what was told as history goes on. */
    void narrated() {
        sentenceOfHistory = sentences;
    }

    /** What one of these did last that can be taken back or be followed, in this article. */
    Optional<Told> lastBy(List<Party> parties) {
        return parties.stream().map(lastBy::get).filter(Objects::nonNull).findFirst();
    }

    /** What was last done to that one, in this article. */
    Optional<Told> lastDoneTo(Party party) {
        return Optional.ofNullable(lastDoneTo.get(party));
    }

    /** What was told last of an object of that class, if it was told shortly before. */
    Optional<Told> lastOf(String objectClass) {
        return sentences - sentenceOfLast <= REACH
                ? Optional.ofNullable(lastByObject.get(objectClass))
                : Optional.empty();
    }

    /** On whom a measure of that kind by that party bore, as told last. */
    Side targetOf(Measure measure, Side actor) {
        return opposite(targets, measure, actor);
    }

    /** Whose measure of that kind bore on that party, as told last. */
    Side actorOf(Measure measure, Side target) {
        return opposite(actors, measure, target);
    }

    private static Side opposite(Map<Measure, Map<Party, Side>> known, Measure measure, Side side) {
        return side.isEmpty()
                ? Side.NOBODY
                : known.getOrDefault(measure, Map.of())
                        .getOrDefault(side.parties().get(0), Side.NOBODY);
    }

    /** On whom any measure of that party bore, as told last of its kind. */
    Side targetOf(Side actor) {
        return targets.keySet().stream()
                .sorted()
                .map(measure -> targetOf(measure, actor))
                .filter(side -> !side.isEmpty())
                .findFirst()
                .orElse(Side.NOBODY);
    }

    /** Between whom that measure was last imposed or lifted, where the article said who did it. */
    Optional<Sides> lastKnown(Measure measure, Move move) {
        return Optional.ofNullable(lastKnown.getOrDefault(move, Map.of()).get(measure));
    }

    /** The measure that the article told first as its news, once it went on from there. */
    Optional<Told> lead() {
        return lead.filter(told -> sentences > sentenceOfLead + LEAD);
    }

    /** What was told last of that measure, if anything of its kind was told shortly before. */
    Optional<Told> lastOf(Measure measure) {
        return lastByObject.values().stream()
                .filter(told -> told.action().measure() == measure && sentences - sentenceOfLast <= REACH)
                .findFirst();
    }

    /** Whether an object of that class was spoken of in the sentence before this one or in the one before that. */
    boolean spokeOf(String objectClass) {
        return lastObjects.stream().anyMatch(classes -> classes.contains(objectClass));
    }

    /** What this sentence named last of that class before that place, or else the last that named any, if the pronoun may stand for it. */
    Optional<Antecedent> antecedent(String objectClass, String pronoun, int at) {
        return Stream.concat(antecedents.stream(), namedHere.stream().filter(named -> named.to() <= at))
                .filter(named -> named.objectClass().equals(objectClass) && named.fits(pronoun))
                .reduce((earlier, later) -> later);
    }

    /** Whether what was told last, in this sentence or the one before, was history. */
    boolean followsHistory() {
        return sentenceOfHistory >= 0 && sentences - sentenceOfHistory <= 1;
    }

    /** Whether what was told last, in this sentence or the one before, was dated in the past. */
    boolean followsDatedHistory() {
        return sentenceOfDate >= 0 && sentences - sentenceOfDate <= 1;
    }

    /** Whether just this was told as history when it was told last. */
    boolean isHistory(Action action, Standing standing, Sides sides) {
        return lastOf(action.measure())
                .filter(told -> told.background()
                        && told.status() == standing.status()
                        && told.action().head().move() == action.head().move()
                        && told.sides().hasPartiesOf(sides))
                .isPresent();
    }

    /** What was told last that one answers in kind, which a summons is not. */
    Optional<Told> lastAnswerable() {
        Optional<Told> here = inSentence.stream()
                .filter(told -> told.action().measure() != Measure.SUMMONS
                        && !told.action().embedded())
                .findFirst();
        if (here.isPresent()) {
            return here;
        }
        return sentences - sentenceOfLast <= REACH ? lastAnswerable : Optional.empty();
    }

    /** What was told last that one may do too, in this sentence or the one before it, or else what one may answer. */
    Optional<Told> lastImitable() {
        boolean near = sentences - sentenceOfLast <= 1;
        return last.filter(told -> near
                        && told.action().measure() != Measure.SUMMONS
                        && !told.action().embedded()
                        && told.status() == Status.ADOPTED)
                .or(this::lastAnswerable);
    }

    /** The ban told of last, if anything was told shortly before: sanctions, or visas withheld. */
    Optional<Told> lastPenalty() {
        return last().filter(told -> PENALTIES.contains(told.action().measure())
                && told.action().head().move() == Move.IMPOSE);
    }

    /** What was told last of all, if it was told shortly before. */
    Optional<Told> last() {
        return sentences - sentenceOfLast <= REACH ? last : Optional.empty();
    }

    /** What was told last that may still be refused, if it was told shortly before. */
    Optional<Told> lastRefusable() {
        return sentences - sentenceOfRefusable <= REACH_OF_REFUSALS
                ? Optional.ofNullable(lastRefusable)
                : Optional.empty();
    }

    /** Whether the article told anything yet. */
    boolean hasTold() {
        return last.isPresent();
    }

    /** What was told in the sentence that is being read, the latest first. */
    List<Told> inSentence() {
        return List.copyOf(inSentence);
    }

    /** What was told last in the sentence that is being read. */
    Optional<Told> lastInSentence() {
        return sentenceOfLast == sentences ? last : Optional.empty();
    }

    /** Where the article was written, by its dateline. */
    List<Party> home() {
        return home;
    }

    List<Party> lastSubject() {
        return lastSubject;
    }

    /**
     * What bare restrictions, a ban or curbs are about: what restrictions were said to be about before in this article, or the
     * measure told last between these parties.
     */
    Measure measure(Action action, Sides sides, boolean definite, boolean ofListed) {
        Measure found = action.measure();
        if (found == Measure.VISAS && ofListed && isPartOfListing(action, sides)) {
            return Measure.SANCTIONS;
        }
        boolean byBodyWithoutBorder = sides.actor().parties().contains(Words.UN);
        if (found == Measure.VISAS && byBodyWithoutBorder) {
            return Measure.SANCTIONS;
        }
        if (found == Measure.RECALL && sides.target().because().equals(TargetFinder.ORDERED)) {
            return Measure.EXPULSION;
        }
        boolean bare = action.head().objectClass().equals("restrictions");
        if (bare && (found == Measure.MISSION || found == Measure.VISAS)) {
            restricted = Optional.of(found);
        }
        if (action.head().objectClass().equals("measures") && isOfRestrictions(sides)) {
            return Measure.RESTRICTIONS;
        }
        if (found != Measure.RESTRICTIONS || !UNSPECIFIC.contains(action.head().objectClass())) {
            return found;
        }
        Measure known = specific.getOrDefault(parties(sides), found);
        if (!bare) {
            return known;
        }
        boolean governed = known == found && action.how() == Construction.GOVERNED;
        Measure meant = lastPenalty()
                .filter(told -> (governed || (definite && known == found))
                        && told.sides().target().parties().equals(sides.target().parties()))
                .map(told -> told.action().measure())
                .orElse(known);
        return restricted.orElse(meant);
    }

    /** The measures against Kosovo, behind punitive measures against it: what was told between these as nothing more than restrictions. */
    private boolean isOfRestrictions(Sides sides) {
        Told restrictions = lastByObject.get("restrictions");
        return restrictions != null
                && restrictions.action().measure() == Measure.RESTRICTIONS
                && restrictions.sides().hasPartiesOf(sides)
                && !specific.containsKey(parties(sides));
    }

    /** Those listed are also banned from entering: a part of the sanctions that were just told of, where nobody else is named. */
    private boolean isPartOfListing(Action action, Sides sides) {
        return action.head().move() == Move.IMPOSE
                && sides.guessed() > 0
                && last().filter(told -> told.status() == Status.ADOPTED
                                && told.action().measure() == Measure.SANCTIONS
                                && told.action().head().move() == Move.IMPOSE
                                && told.sides().hasPartiesOf(sides))
                        .isPresent();
    }

    private static Set<Party> parties(Sides sides) {
        return new HashSet<>(sides.actor().with(sides.target()));
    }

    /** The three countries, both countries, said there: the last that were named together and were that many; else nobody. */
    List<Party> counted(MarkedSentence sentence, int at) {
        if (sentence.word(at).equals("both") && sentence.isAnyOf(at + 1, Agency.STATES)) {
            return groups.getOrDefault(2, List.of());
        }
        Integer number = Words.NUMBERS.get(sentence.word(at + 1));
        boolean counted = sentence.word(at).equals("the") && sentence.isAnyOf(at + 2, Agency.STATES);
        return number != null && counted ? groups.getOrDefault(number, List.of()) : List.of();
    }

    /** For whom the person of that surname stands, if the article said so before. */
    Optional<Introductions.Bearer> bearerOf(String surname) {
        return Optional.ofNullable(people.get(surname));
    }

    /** Whom that noun means, by who was named last, in the sentence before it or earlier: the bloc a body, the kingdom a monarchy, the North in an article on Korea; else nobody. */
    List<Party> meant(String noun, boolean capitalised, List<Party> before) {
        Party half = HALVES_OF_KOREA.get(noun);
        if (half != null) {
            boolean korean = HALVES_OF_KOREA.values().stream()
                    .anyMatch(korea -> named.contains(korea) || before.contains(korea));
            return capitalised && korean ? List.of(half) : List.of();
        }
        Predicate<Party> fits = switch (noun) {
            case "bloc", "organisation", "organization", "grouping" -> party -> Words.BODIES.contains(party.code());
            case "council" -> Words.WITH_COUNCIL::contains;
            case "commission" -> Words.EU::equals;
            case "union" -> Words.UNIONS::contains;
            default -> party -> Words.MONARCHIES.contains(party.code());
        };
        boolean byMember =
                noun.equals("union") && before.stream().anyMatch(party -> Words.EU_MEMBERS.contains(party.code()));
        boolean ofUnion = byMember || (noun.equals("council") && capitalised);
        return lastNamed(before, fits)
                .or(() -> Optional.of(Words.EU).filter(union -> ofUnion))
                .map(List::of)
                .orElse(List.of());
    }

    /** The body that did what was told last; else nobody. */
    List<Party> lastBody() {
        return last().map(told -> told.sides().actor().parties()).stream()
                .flatMap(List::stream)
                .filter(party -> Words.BODIES.contains(party.code()))
                .toList();
    }

    /** Whose ministry the Foreign Office is, by who was named last; Britain's where nobody else is that has one. */
    Party foreignOffice(List<Party> before) {
        return lastNamed(before, Words.WITH_FOREIGN_OFFICE::contains).orElse(Words.BRITAIN);
    }

    /** Whose that chamber is, by who was named last; America's where nobody else is that has one. A congress of China is its party's, in India it is a party. */
    List<Party> chamber(String noun, List<Party> before) {
        boolean congress = noun.equals("congress");
        Set<Party> having = congress ? Words.WITH_CONGRESS : Words.WITH_SENATE;
        boolean partisan = congress
                && lastNamed(before, Words.WITH_PARTY_CONGRESS::contains).isPresent();
        return lastNamed(before, having::contains).map(List::of).orElse(partisan ? List.of() : List.of(Words.AMERICA));
    }

    /** Who of those was named last, in the sentence before the place that is asked about or earlier. */
    private Optional<Party> lastNamed(List<Party> before, Predicate<Party> those) {
        return Stream.concat(named.stream(), before.stream()).filter(those).reduce((earlier, later) -> later);
    }

    /** The two parties that the article names most, the first named first among equals. */
    List<Party> pair() {
        return mostNamed().limit(2).toList();
    }

    /** Who was named so far. */
    Set<Party> named() {
        return mentions.keySet();
    }

    /** The party named most that is none of these. */
    Optional<Party> other(List<Party> than) {
        return mostNamed().filter(party -> !than.contains(party)).findFirst();
    }

    /** The state named most that is none of these. */
    Optional<Party> otherState(List<Party> than) {
        return mostNamed()
                .filter(party -> !than.contains(party) && !Words.BODIES.contains(party.code()))
                .findFirst();
    }

    private Stream<Party> mostNamed() {
        return mentions.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }
}
