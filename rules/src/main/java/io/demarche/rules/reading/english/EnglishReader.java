package io.demarche.rules.reading.english;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import io.demarche.core.article.Article;
import io.demarche.core.article.ContentId;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Explanation;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.Statement;
import io.demarche.core.statement.StatementReader;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.Sentence;
import io.demarche.rules.reading.SentenceSplitter;

/** Reads English articles. Deterministic; one instance serves all threads. */
public final class EnglishReader implements StatementReader {

    /** Changes whenever the same article may give other statements. */
    public static final String VERSION = "en-23";

    /** The most statements taken from one article; what tells more is a list or an attack. */
    private static final int MOST_STATEMENTS = 200;

    /** The most actions looked at in one article, most of which tell the same again; they are held until it is read. */
    private static final int MOST_FINDINGS = 10 * MOST_STATEMENTS;

    /**
     * How often a statement is right in measure, move, status, actor and target, by how many of its sides had to be taken from
     * elsewhere (none, one, both): measured, see docs/reading.md.
     */
    private static final double[] PLAIN = {0.85, 0.6, 0.6};

    /** The same for what is told by a passive, by a governed noun, by an echo or a refusal. */
    private static final double[] OBLIQUE = {0.7, 0.6, 0.4};

    /** How many sentences say what kind of text it is. */
    private static final int OPENING = 3;

    /** Frozen Russian assets: how far before its noun a participle stands that only describes it. */
    private static final int FARTHEST_ATTRIBUTE = 2;

    /** Of so many words a question asks of something of its own: not "and Serbia?" or "why not?" */
    private static final int LONG_QUESTION = 5;

    /** How many tokens behind an action a side may stand to be quoted with it. */
    private static final int FAR = 6;

    /** Whoever was said to be listed, without a word more. */
    private static final WordSet LISTED = WordSet.of("they", "he", "she", "those", "individuals", "persons", "people");

    private static final WordSet OURS = WordSet.of("we", "our");
    private static final WordSet EVERY = WordSet.of("every", "each", "annually");
    private static final WordSet ORDERED = WordSet.of("order", "orders", "ordered", "ordering", "decreed");
    private static final int OFTEN = 2;

    private static final int VERSION_DIGITS = 16;

    private final String version;
    private final Lexicon lexicon;
    private final SentenceSplitter splitter = new SentenceSplitter(Lexicon.ABBREVIATIONS);
    private final ActionFinder actions;

    /** Reads by the bundled lexicon. */
    public EnglishReader() {
        this(LexiconAdditions.NONE);
    }

    /** Reads by the bundled lexicon and what is added to it; the version of its readings tells one addition from another. */
    public EnglishReader(LexiconAdditions additions) {
        this.version = additions.lines().isEmpty()
                ? VERSION
                : VERSION + "+" + ContentId.of("", additions.lines().toString()).substring(1, 1 + VERSION_DIGITS);
        this.lexicon = new Lexicon(additions);
        this.actions = new ActionFinder(lexicon);
    }

    /** The first name of each party that the bundled lexicon knows, by its code. */
    public static Map<String, String> parties() {
        return Lexicon.parties();
    }

    @Override
    public Reading read(Article article) {
        if (!lexicon.mayTell(article.title(), article.text())) {
            return new Reading(article.id(), version, List.of());
        }
        return readCarefully(article, Witness.NONE);
    }

    @Override
    public Explanation explain(Article article) {
        Explainer explainer = new Explainer(lexicon);
        return explainer.explanation(readCarefully(article, explainer));
    }

    /** Reads what the gate lets pass; the same without the gate, only slower. */
    Reading readCarefully(Article article, Witness witness) {
        int toldIn = year(article.toldAt());
        OptionalInt published = article.imprint().publishedAt() == null
                ? WrittenYear.of(article.text(), toldIn)
                : OptionalInt.of(toldIn);
        int year = published.orElse(toldIn);
        Discourse discourse = new Discourse();
        List<Finding> all = new ArrayList<>();
        List<Sentence> written = new ArrayList<>(splitter.sentences(Evidence.Part.TITLE, article.title()));
        written.addAll(splitter.sentences(Evidence.Part.TEXT, article.text()));
        Transcript transcript = Transcript.of(written, lexicon, published);
        List<Sentence> sentences = transcript.sentences();
        boolean fiction = sentences.stream().limit(OPENING).anyMatch(sentence -> lexicon.isFiction(sentence.tokens()));
        List<MarkedSentence> marks = sentences.stream()
                .map(sentence -> new MarkedSentence(Clefts.straight(ScareQuotes.without(sentence)), lexicon, published))
                .toList();
        for (int at = 0; at < marks.size(); at++) {
            MarkedSentence marked = marks.get(at);
            witness.sentence(marked);
            discourse.turn(transcript.turn(at));
            discourse.voice(Quotes.voice(marks, at));
            if (!fiction && all.size() < MOST_FINDINGS) {
                all.addAll(read(marked, discourse, year));
            }
        }
        Completer completer = new Completer(all, transcript.talkedOf());
        Findings findings = new Findings(MOST_STATEMENTS);
        for (Finding found : all) {
            Finding finding = completer.completed(found, confidence(found.action(), 1));
            witness.found(finding);
            if (finding.isTold()) {
                findings.add(finding.statement());
            }
        }
        return new Reading(article.id(), version, findings.statements());
    }

    private List<Finding> read(MarkedSentence sentence, Discourse discourse, int year) {
        new ContextNames(sentence, discourse).add();
        discourse.heard(sentence);
        sentence.heading().ifPresent(heading -> discourse.subject(List.of(heading.party())));
        boolean asks = sentence.word(sentence.size() - 1).equals("?") && !Answers.isGranted(sentence);
        List<Finding> findings = new ArrayList<>(asks ? List.of() : answered(sentence, discourse, year));
        List<Action> all = asks ? List.of() : actions.find(sentence, discourse);
        if (asks && discourse.turn().talks()) {
            ask(sentence, discourse);
        }
        for (Action action : all) {
            Standing standing = standing(sentence, action, discourse);
            Optional<Standing> turned = Opposites.turned(sentence, action, standing);
            findings.addAll(Respective.parts(finding(
                    sentence,
                    discourse,
                    turned.isPresent() ? action.turned() : action,
                    turned.orElse(standing),
                    all,
                    year)));
            Opposites.refusedRequest(sentence, action, standing)
                    .or(() -> Demands.behind(sentence, action, standing))
                    .or(() -> Drafts.authored(sentence, action, standing))
                    .ifPresent(another -> findings.add(finding(sentence, discourse, action, another, all, year)));
        }
        findings.removeIf(finding -> isSaidCloser(finding, findings));
        if (findings.isEmpty() && discourse.followsHistory() && Tale.isNarrative(sentence)) {
            discourse.narrated();
        }
        Agents agents = new Agents(sentence);
        discourse.subject(agents.mainSubject());
        discourse.voice(agents.voice());
        return findings;
    }

    /** Took reciprocal measures and expelled two: an answer, of which the sentence says what it is. */
    private static boolean isSaidCloser(Finding answer, List<Finding> all) {
        return answer.action().head().objectClass().equals("answers")
                && answer.standing().status() == Status.ADOPTED
                && all.stream()
                        .anyMatch(other -> other.isTold()
                                && other.standing().status() == Status.ADOPTED
                                && other.action().measure() != Measure.SUMMONS
                                && other.action().head().move() == Move.IMPOSE
                                && !other.action().head().objectClass().equals("answers")
                                && other.sides().hasPartiesOf(answer.sides()));
    }

    /** Keeps what is asked in a conversation, for who answers it and for words that point back to it. */
    private void ask(MarkedSentence sentence, Discourse discourse) {
        List<Answers.Asked> asked = new ArrayList<>();
        List<Action> all = actions.find(sentence, discourse);
        for (Action action : all) {
            if (Answers.isAside(sentence, action)) {
                continue;
            }
            Standing standing = Answers.ifYes(sentence, standing(sentence, action, discourse));
            asked.add(new Answers.Asked(action, standing));
            Sides sides = new SidesFinder(Setting.of(sentence, discourse, action, standing)).find();
            discourse.asked(new Told(action, Status.CONSIDERED, sides, false));
        }
        if (!asked.isEmpty()) {
            discourse.question(Optional.of(new Answers.Question(sentence, asked)));
        } else if (sentence.size() >= LONG_QUESTION) {
            discourse.changeSubject();
        }
    }

    /** What was asked last, as far as the sentence with which somebody begins to speak says yes or no to it. */
    private List<Finding> answered(MarkedSentence sentence, Discourse discourse, int year) {
        Optional<Answers.Question> question =
                discourse.question().filter(asked -> discourse.turn().begins());
        if (question.isEmpty()) {
            return List.of();
        }
        discourse.question(Optional.empty());
        return Answers.in(sentence, lexicon).stream()
                .flatMap(answer -> Answers.answered(question.get(), answer).stream())
                .map(asked -> finding(
                        question.get().sentence(),
                        discourse,
                        asked.action(),
                        asked.standing(),
                        question.get().actions().stream()
                                .map(Answers.Asked::action)
                                .toList(),
                        year))
                .toList();
    }

    private static Standing standing(MarkedSentence sentence, Action action, Discourse discourse) {
        return discourse
                .lastInSentence()
                .filter(told -> action.how() == Construction.GAPPED)
                .map(told -> new Standing(told.status(), -1, "as the verb that is left out"))
                .orElseGet(() -> StandingFinder.of(sentence, action));
    }

    private Finding finding(
            MarkedSentence sentence, Discourse discourse, Action found, Standing given, List<Action> all, int year) {
        Sides said = asked(given, found, new SidesFinder(Setting.of(sentence, discourse, found, given)).find());
        boolean sentBack = isSentBack(sentence, found, given, said);
        Sides sides = sentBack ? ofHost(said) : said;
        Action action = sentBack ? expulsion(found) : meant(sentence, found, sides);
        Standing standing =
                sentBack ? new Standing(Status.ADOPTED, given.cue(), "is how a host orders it") : given.of(sides);
        if (isDone(sentence, action, standing, sides, discourse)) {
            standing = new Standing(Status.ADOPTED, -1, "it was told as done before");
        }
        String background = TimeFinder.background(sentence, action, standing, all, year);
        if (background.isEmpty() && Tale.goesOn(sentence, discourse, action, standing, sides, year)) {
            background = "it goes on with what was told as history";
        }
        if (background.isEmpty() && Riposte.isProvocation(sentence, discourse, action, standing, sides)) {
            background = "the news answers it";
        }
        boolean attribute = isAttribute(action, sides);
        boolean told = !attribute
                && !isRule(sentence, action, standing)
                && isSaidOfSomebody(sentence, action, sides)
                && isAnchored(sentence, action, standing, sides, discourse);
        Statement statement =
                statement(sentence, discourse, action, all, standing.status(), sides, !background.isEmpty());
        if (told) {
            discourse.told(action.as(statement.doing().measure()), standing.status(), sides, background);
        }
        return new Finding(sentence, action, standing, sides, background, statement, told);
    }

    /** The action as it is meant, now that it is known who does it to whom. */
    private static Action meant(MarkedSentence sentence, Action found, Sides sides) {
        if (isGoingHome(sentence, found, sides)) {
            return found.turned();
        }
        if (isSentBackByUs(sentence, found)) {
            return found.turned().as(Measure.EXPULSION);
        }
        if (isTakenHome(sentence, found, sides)) {
            return found.turned().as(Measure.RECALL);
        }
        return isSentHome(sentence, found, sides) ? found.as(Measure.EXPULSION) : found;
    }

    /** Closed its airspace; the closure would not hurt airlines: what it may do, not whether it may be. */
    private static boolean isDone(
            MarkedSentence sentence, Action action, Standing standing, Sides sides, Discourse discourse) {
        return standing.because().equals(PlainStanding.MAY_BE)
                && action.how() == Construction.NOMINAL
                && sentence.word(action.at() - 1).equals("the")
                && discourse
                        .lastOf(action.head().objectClass())
                        .filter(told -> told.status() == Status.ADOPTED
                                && told.action().head().move() == action.head().move()
                                && told.sides().hasPartiesOf(sides))
                        .isPresent();
    }

    /** Asked the Turkish ambassador to return to Turkey: a host sends him back, who recalls nobody. */
    private static boolean isSentBack(MarkedSentence sentence, Action action, Standing standing, Sides sides) {
        boolean going = action.measure() == Measure.RECALL
                && action.head().move() == Move.IMPOSE
                && sentence.word(action.at()).startsWith("return");
        return (going || isGoingHome(sentence, action, sides))
                && standing.status() == Status.URGED
                && sentence.isObject(action.objectFrom())
                && standing.cue() < action.objectFrom()
                && !sides.speaker().isEmpty()
                && sides.target().parties().equals(sides.speaker().parties());
    }

    private static Action expulsion(Action sentBack) {
        Action imposed = sentBack.head().move() == Move.LIFT ? sentBack.turned() : sentBack;
        return imposed.as(Measure.EXPULSION);
    }

    /** Between the host who asks for it and those whose envoy is sent back. */
    private static Sides ofHost(Sides said) {
        Side host = said.speaker();
        Side guest = said.actor();
        return new Sides(host, guest, Side.NOBODY, false, said.guessed());
    }

    /** The embassy's diplomats will return to Mexico: to whose they are, not to their posts. */
    private static boolean isGoingHome(MarkedSentence sentence, Action action, Sides sides) {
        int to = action.at() + 1;
        while (sentence.isAdverb(to)) {
            to++;
        }
        boolean lifted = action.measure() == Measure.RECALL && action.head().move() == Move.LIFT;
        if (lifted && action.head().form() == Form.NOUN) {
            return sentence.word(action.objectTo()).equals("from");
        }
        boolean own = sentence.isAnyOf(to + 1, Words.POSSESSIVES) && sentence.isAnyOf(to + 2, ActionFinder.HOME);
        return lifted
                && sentence.word(to).equals("to")
                && (own
                        || sentence.mentionAt(sentence.behindArticle(to + 1))
                                .filter(home -> sides.actor().parties().equals(List.of(home.party())))
                                .isPresent());
    }

    /** We will send back their envoy: no own one, to his post. */
    private static boolean isSentBackByUs(MarkedSentence sentence, Action action) {
        return action.measure() == Measure.RECALL
                && action.head().move() == Move.LIFT
                && sentence.word(action.at()).startsWith("sen")
                && sentence.word(action.objectFrom() - 1).equals("their")
                && sentence.hasBetween(0, action.at(), OURS);
    }

    /** Takes back its consul: who is a state's own is not readmitted but recalled. */
    private static boolean isTakenHome(MarkedSentence sentence, Action action, Sides sides) {
        return action.measure() == Measure.EXPULSION
                && action.head().move() == Move.LIFT
                && action.head().rest().equals(List.of("back"))
                && (sentence.isAnyOf(action.objectFrom(), MeasureFinder.OWN)
                        || sentence.isAnyOf(action.objectFrom() - 1, MeasureFinder.OWN))
                && sides.speaker().isEmpty();
    }

    /** Ordered Emirati diplomats home: those of another. */
    private static boolean isSentHome(MarkedSentence sentence, Action action, Sides sides) {
        return action.measure() == Measure.RECALL
                && sentence.word(action.at()).startsWith("order")
                && sentence.mentionAt(action.objectFrom() - 1)
                        .filter(people -> !sides.actor().parties().contains(people.party()))
                        .isPresent();
    }

    /** Shuttered embassies; frozen Russian assets: a participle that says how the noun behind it is, by whomever. */
    private static boolean isAttribute(Action action, Sides sides) {
        int before = action.objectFrom() - action.at();
        return action.embedded()
                && ((before == 1 && sides.guessed() > 0)
                        || (before == FARTHEST_ATTRIBUTE
                                && action.head().objectClass().equals("assets")));
    }

    /** Sanctions must be renewed every six months: what always has to be, not what somebody asks for. */
    private static boolean isRule(MarkedSentence sentence, Action action, Standing standing) {
        int end = action.last() + 1;
        return standing.status() == Status.URGED
                && IntStream.range(end, end + OFTEN)
                        .anyMatch(at -> sentence.isAnyOf(at, EVERY) && !sentence.isAnyOf(at + 1, Words.OTHER));
    }

    /** Nobody asks for what bears on himself: then it was not understood who does. */
    private static Sides asked(Standing standing, Action action, Sides sides) {
        boolean self = standing.status() == Status.URGED
                && action.head().move() == Move.IMPOSE
                && sides.actor().isEmpty()
                && sides.target().parties().containsAll(sides.speaker().parties());
        return self ? new Sides(sides.actor(), sides.target(), Side.NOBODY, sides.mutual(), sides.guessed()) : sides;
    }

    /**
     * Who is named alone must at least be named beside the action; what bears on nobody known is no diplomatic measure, unless it
     * says where, and that is no state. The borders that were closed, by nobody and to nobody, are all of a state's.
     */
    private static boolean isSaidOfSomebody(MarkedSentence sentence, Action action, Sides sides) {
        boolean ofRegion = action.measure() == Measure.MISSION
                && MissingSides.bearsOnRegion(sentence, action)
                && !sides.actor().isEmpty();
        boolean ownBorders = action.measure() == Measure.RESTRICTIONS
                && action.passive()
                && sides.guessed() == 2
                && sentence.word(action.objectTo() - 1).equals("borders");
        boolean sanctionsAskedFor = action.measure() == Measure.SANCTIONS
                && action.head().move() == Move.IMPOSE
                && !sides.speaker().isEmpty();
        boolean alone = sides.guessed() == 0
                && (sanctionsAskedFor
                        || !MissingSides.NEVER_ALONE.contains(action.head().objectClass()));
        return !ownBorders
                && (ofRegion || (!sides.target().isEmpty() && (!sides.actor().isEmpty() || alone)));
    }

    /**
     * Without any side in its sentence, a mere noun that nobody orders tells something only where the same measure was told of just
     * before, a passive only where anything was.
     */
    private static boolean isAnchored(
            MarkedSentence sentence, Action action, Standing standing, Sides sides, Discourse discourse) {
        boolean ordered = standing.status() == Status.ADOPTED && sentence.isAnyOf(standing.cue(), ORDERED);
        boolean bare = (action.how() == Construction.NOMINAL && !ordered) || action.how() == Construction.GOVERNED;
        boolean passive = action.how() == Construction.PASSIVE && sentence.mentions.isEmpty();
        return (!bare && !passive)
                || sides.guessed() < 2
                || discourse.lastInSentence().isPresent()
                || (passive && discourse.hasTold())
                || discourse
                        .last()
                        .filter(told -> told.action().measure() == action.measure())
                        .isPresent();
    }

    private static Statement statement(
            MarkedSentence sentence,
            Discourse discourse,
            Action action,
            List<Action> all,
            Status status,
            Sides sides,
            boolean background) {
        boolean definite = sentence.isAnyOf(action.objectFrom() - 1, Words.DEFINITE);
        int subject = VerbChain.start(sentence, action.at()) - 1;
        boolean ofListed = action.passive() && sentence.isAnyOf(subject, LISTED);
        Measure measure = discourse.measure(action, sides, definite, ofListed);
        Doing doing = new Doing(
                measure,
                action.head().move(),
                status,
                sides.actor().parties(),
                sides.target().parties(),
                sides.mutual());
        // What is done has who does it, and nobody who asks for it or refuses it.
        List<Party> speaker =
                status == Status.ADOPTED ? List.of() : sides.speaker().parties();
        return new Statement(
                doing,
                speaker,
                background,
                CountFinder.of(sentence, action, all),
                confidence(action, sides.guessed()),
                evidence(sentence, action, sides));
    }

    private static double confidence(Action action, int guessed) {
        return (action.how().isPlain() ? PLAIN : OBLIQUE)[Math.min(guessed, 2)];
    }

    /** From the first to the last word of the action, with the parties of its sentence that stand beside it. */
    private static Evidence evidence(MarkedSentence sentence, Action action, Sides sides) {
        int first = action.first();
        int last = action.last();
        int start = sentence.clauseStart(first);
        for (Mention mention : sentence.mentions) {
            if (isSide(mention.party(), sides) && mention.from() >= start && mention.to() <= last + FAR) {
                first = Math.min(first, mention.from());
                last = Math.max(last, mention.to() - 1);
            }
        }
        return sentence.sentence.evidence(first, last);
    }

    private static boolean isSide(Party party, Sides sides) {
        return sides.actor().parties().contains(party)
                || sides.target().parties().contains(party);
    }

    private static int year(Instant toldAt) {
        return toldAt.atZone(ZoneOffset.UTC).getYear();
    }
}
