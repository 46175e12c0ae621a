package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.rules.reading.PhraseIndex.Match;

/**
 * Finds heads with their objects. An active verb or a noun of doing has its object on its right, a passive one on its left; a
 * participle without an object on its right describes the noun on its left (restrictions imposed by both sides).
 */
final class ActionFinder {

    private static final int FARTHEST_RIGHT = 12;
    private static final int FARTHEST_GOVERNED = 9;
    private static final Set<String> NOT_GOVERNED =
            WordSet.of("to", "if", "over", "under", "despite", "because", "in", "by", "after", "amid", "about", "from");
    private static final int FARTHEST_LISTED = 6;
    private static final int FARTHEST_RELATIVE = 4;

    /** Objects that are at the same time heads: a summons can be cancelled, and it can be what is told. */
    private static final Set<String> STEPS = WordSet.of("summonses", "expulsions");

    private static final Set<String> AND = WordSet.of("and", "but", "or");

    /** Classes of objects whose end is a measure, not its lifting. */
    private static final Set<String> GIVEN = WordSet.of(
            "visas", "relief", "relations", "accreditations", "contacts", "membership", "trade", "goods", "missions");

    /** Signed an order lifting sanctions: what is decided is what the later word says. */
    private static final Set<String> DECIDING =
            WordSet.of("sign", "signs", "signed", "signing", "order", "orders", "ordered", "ordering");

    private static final Set<String> NOW = WordSet.of("now", "today", "altogether", "outright");
    private static final Set<String> BARE = WordSet.of("shut", "cut", "put");
    private static final Set<String> CITIZENS = WordSet.of("officials", "nationals", "citizens");
    private static final Set<String> OWN = WordSet.of("its", "their", "own", "our");
    private static final Set<String> INCLUDING = WordSet.of("include", "includes", "included", "involve", "involves");

    /** Considers the sanctions illegal: thinks of those that are there. */
    private static final Set<String> OPINING = WordSet.of("consider", "discuss", "review", "examine");

    private static final Set<String> MEASURES = WordSet.of("measures", "sanctions", "designations", "listings");

    /** Cancelled the visas issued to them: how one came by what is ended now. */
    private static final Set<String> ISSUED = WordSet.of("visas", "relief");

    private static final Set<String> FROM = WordSet.of("from");

    private static final Set<String> RELATIVE = WordSet.of("that", "which", "the");

    /** Before a party, these make what follows a noun: a US sanctions programme. */
    private static final Set<String> INDEFINITE = WordSet.of("a", "an", "any", "some", "its", "their", "new", "all");

    /** Behind these, an ambassador who recalled remembered. */
    private static final Set<String> REMEMBERED =
            WordSet.of("how", "that", "when", "what", "why", "with", "the", "his", "her");

    private final Lexicon lexicon;
    private final PronounFinder pronouns;

    ActionFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.pronouns = new PronounFinder(lexicon);
    }

    /** The actions of the sentence, in the order of their heads; one for each head. */
    List<Action> find(MarkedSentence sentence, Discourse discourse) {
        List<Action> actions = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            if (lexicon.heads(sentence.word(at)).isEmpty() && !EchoFinder.mayBegin(sentence, at)) {
                continue;
            }
            int place = at;
            best(sentence, at)
                    .or(() -> pronouns.find(sentence, place, actions, discourse))
                    .or(() -> EchoFinder.find(sentence, place, actions, discourse))
                    .ifPresent(actions::add);
        }
        addGoverned(sentence, actions);
        actions.removeIf(action -> isWithinAnother(sentence, action, actions));
        actions.removeIf(action -> action.how() == Construction.DESCRIBING
                && ISSUED.contains(action.head().objectClass())
                && action.head().move() == Move.LIFT
                && actions.stream().anyMatch(other -> isObjectOf(action, other)));
        actions.removeIf(action ->
                isEffect(sentence, action) || isOpinion(sentence, action) || isWhileInForce(sentence, action));
        List<Action> marked = new ArrayList<>();
        for (Action action : actions) {
            boolean describes =
                    (action.passive() || isAttribute(action)) && isObjectOfAnother(sentence, action, actions);
            marked.add(describes || isAttribute(sentence, action) ? embedded(action, true) : action);
        }
        return marked;
    }

    /** Threatened sanctions: an object that no head takes, but that a cue governs. */
    private void addGoverned(MarkedSentence sentence, List<Action> actions) {
        for (Match<String> object : sentence.objects) {
            boolean taken = actions.stream()
                    .anyMatch(action -> action.objectFrom() == object.from()
                            || (object.from() <= action.at() && action.at() < object.to())
                            || (action.at() < object.from() && object.from() - action.at() < 3));
            boolean governed = sentence.cues.stream()
                            .anyMatch(cue -> governs(sentence, cue, object) || saysBehind(sentence, cue, object))
                    || StandingFinder.isNegated(sentence, object.from());
            if (!taken && governed && !sentence.elsewhere.contains(object.value())) {
                lexicon.told(object.value())
                        .map(head -> action(sentence, object.from(), head, object, Construction.GOVERNED))
                        .ifPresent(actions::add);
            }
        }
        actions.sort(Comparator.comparingInt(Action::at));
    }

    private static boolean governs(MarkedSentence sentence, Match<Cue> cue, Match<String> object) {
        return cue.to() <= object.from()
                && !(OPINING.contains(cue.value().word()) && sentence.isAnyOf(cue.to(), Words.DEFINITE))
                && object.from() - cue.to() <= FARTHEST_GOVERNED
                && !sentence.hasBetween(cue.to(), object.from(), Words.BOUNDARIES)
                && !sentence.hasBetween(cue.to(), object.from(), Words.REPORTING)
                && !sentence.hasBetween(cue.to(), object.from(), NOT_GOVERNED);
    }

    /** Sanctions are being considered. */
    private static boolean saysBehind(MarkedSentence sentence, Match<Cue> cue, Match<String> object) {
        return cue.from() >= object.to()
                && cue.from() - object.to() <= FARTHEST_GOVERNED
                && (hasBe(sentence, cue.from()) || sentence.word(cue.to()).equals("by"))
                && !sentence.hasBetween(object.to(), cue.from(), Words.BOUNDARIES);
    }

    /** Stop issuing is no issuing; who calls off a summons tells of no summons. */
    private static boolean isWithinAnother(MarkedSentence sentence, Action action, List<Action> actions) {
        int at = action.at();
        return actions.stream().anyMatch(other -> {
            int rest = other.head().rest().size();
            int restFrom =
                    other.head().gapped() ? HeadWords.restFrom(sentence, other.at(), other.head()) : other.at() + 1;
            boolean inHead = other.at() < at && restFrom <= at && at < restFrom + rest;
            boolean inObject = action.head().form() == Form.NOUN && other.objectFrom() <= at && at < other.objectTo();
            boolean inPhrase = action.head().form() == Form.NOUN
                    && other.at() < at
                    && at < other.objectFrom()
                    && action.objectFrom() == other.objectFrom();
            boolean ofNoun = action.how() == Construction.PASSIVE
                    && (other.head().form() == Form.NOUN || other.head().form() == Form.GERUND)
                    && other.at() < action.objectFrom()
                    && action.objectFrom() == other.objectFrom();
            boolean across = at < other.at()
                    && other.at() < action.objectFrom()
                    && action.objectFrom() == other.objectFrom()
                    && other.at() - at > 2
                    && action.head().form() == other.head().form()
                    && action.head().measure() == other.head().measure();
            boolean ofVerb = action.objectFrom() == other.objectFrom()
                    && (other.at() + 1 == at
                            ? action.head().form() == Form.GERUND && endsWhatIsGiven(other)
                            : at + 1 == other.at() && other.head().form() == Form.GERUND && !endsWhatIsGiven(action));
            boolean ofDecision = at < other.at()
                    && other.at() < action.objectFrom()
                    && action.objectFrom() == other.objectFrom()
                    && DECIDING.contains(sentence.word(at))
                    && !other.head().form().isPastOrParticiple();
            boolean ofIssuing = other.at() + 2 == at
                    && sentence.word(at - 1).equals("the")
                    && action.objectFrom() == other.objectFrom()
                    && action.head().form() == Form.GERUND
                    && endsWhatIsGiven(other);
            return other.at() != at
                    && (ofIssuing || ofDecision || inHead || inObject || inPhrase || across || ofNoun || ofVerb);
        });
    }

    /** Suspended issuing visas: what counts is the end of it; announced lifting sanctions: the lifting. */
    private static boolean endsWhatIsGiven(Action action) {
        return GIVEN.contains(action.head().objectClass()) == (action.head().move() == Move.IMPOSE);
    }

    /** The measures freeze their assets: what sanctions do, told where they were told already. */
    private static boolean isEffect(MarkedSentence sentence, Action action) {
        int subject = ObjectFinder.beforeInsertion(sentence, action.at());
        int verb = subject < action.at() ? subject : StandingFinder.startOfVerb(sentence, action.at());
        boolean included =
                action.head().form() == Form.GERUND && sentence.isAnyOf(action.at() - 1, INCLUDING) && verb > 0;
        return action.at() < action.objectFrom()
                && (included || (action.head().form().isPresent() && sentence.isAnyOf(verb - 1, MEASURES)));
    }

    /** As long as sanctions remain in place: a condition, told where they were told already. */
    private static boolean isWhileInForce(MarkedSentence sentence, Action action) {
        int clause = sentence.clauseStart(action.first());
        return action.head().intransitive()
                && sentence.word(clause - 1).equals("as")
                && sentence.word(clause - 2).equals("long");
    }

    /** Recalling an ambassador is a sovereign decision: what one thinks of such a step, whoever takes it. */
    private static boolean isOpinion(MarkedSentence sentence, Action action) {
        int behind = action.objectTo();
        return action.head().form() == Form.GERUND
                && action.at() < action.objectFrom()
                && (action.at() == 0
                        || sentence.isAnyOf(action.at() - 1, Words.REPORTING)
                        || sentence.isAnyOf(action.at() - 1, Words.QUOTES))
                && hasBeBehind(sentence, behind)
                && sentence.cues.stream().noneMatch(cue -> cue.from() > behind && cue.from() <= behind + 2);
    }

    private static boolean hasBeBehind(MarkedSentence sentence, int behind) {
        int at = sentence.isAnyOf(behind, NOW) ? behind + 1 : behind;
        return sentence.isAnyOf(at, Words.BE)
                || (sentence.isAnyOf(at, Words.POSSIBLE) && sentence.isAnyOf(at + 1, Words.BE));
    }

    /** The shuttered embassy: a participle between an article and a noun. */
    private static boolean isAttribute(MarkedSentence sentence, Action action) {
        return action.head().form().isPastOrParticiple()
                && action.how() == Construction.ACTIVE
                && action.head().rest().isEmpty()
                && (sentence.isAnyOf(action.at() - 1, Words.ARTICLES)
                        || CountFinder.number(sentence.word(action.at() - 1)) != null
                        || (sentence.isAnyOf(action.at() - 1, Words.PREPOSITIONS)
                                && action.objectFrom() - action.at() <= 2));
    }

    /** Seized property: a participle right before what it is done to. */
    private static boolean isAttribute(Action action) {
        return action.head().form().isPastOrParticiple() && action.at() + 1 == action.objectFrom();
    }

    private static boolean isObjectOfAnother(MarkedSentence sentence, Action action, List<Action> actions) {
        return !hasAuxiliary(sentence, action.at()) && actions.stream().anyMatch(other -> isObjectOf(action, other));
    }

    private static boolean isObjectOf(Action action, Action other) {
        return other.at() != action.at()
                && other.objectFrom() == action.objectFrom()
                && other.at() < other.objectFrom();
    }

    private static Action embedded(Action action, boolean passive) {
        return new Action(
                action.head(),
                action.measure(),
                action.at(),
                action.objectFrom(),
                action.objectTo(),
                passive,
                passive ? action.how() : Construction.RELATIVE,
                true);
    }

    private Optional<Action> best(MarkedSentence sentence, int at) {
        if (sentence.mentionAt(at).isPresent()) {
            return Optional.empty();
        }
        List<Head> heads = lexicon.heads(sentence.word(at));
        if (heads.stream().noneMatch(head -> sentence.objectClasses.contains(head.objectClass()))
                || isInCue(sentence, at)) {
            return Optional.empty();
        }
        boolean noun = isNounInPlace(sentence, at);
        boolean article = sentence.isAnyOf(at - 1, Words.ARTICLES);
        boolean inPhrase = sentence.word(at - 1).equals("in");
        boolean step = sentence.objects.stream()
                .anyMatch(object -> object.from() <= at && at < object.to() && STEPS.contains(object.value()));
        return heads.stream()
                .filter(head -> sentence.objectClasses.contains(head.objectClass()))
                .filter(head -> !noun || (step && head.form() == Form.NOUN))
                .filter(head -> !(article || inPhrase) || !head.form().isPresent())
                .flatMap(head -> action(sentence, at, head).stream())
                .min(Comparator.comparingInt(
                                (Action action) -> -action.head().rest().size())
                        .thenComparingInt(ActionFinder::distance));
    }

    /** Called for, called on: no calling in, but a demand. */
    private static boolean isInCue(MarkedSentence sentence, int at) {
        for (Match<Cue> cue : sentence.cues) {
            if (cue.from() == at && cue.to() > at + 1) {
                return true;
            }
        }
        return false;
    }

    /** Sanctions, limits and boycott may be verbs, but only right behind who does it, and not before a preposition. */
    static boolean isNounInPlace(MarkedSentence sentence, int at) {
        if (!sentence.isObject(at)) {
            return false;
        }
        boolean verb = (sentence.mentionAt(at - 1)
                                .filter(subject -> !sentence.isAnyOf(subject.from() - 1, INDEFINITE))
                                .isPresent()
                        || sentence.isAnyOf(at - 1, Words.CERTAIN)
                        || sentence.isAnyOf(at - 1, Words.POSSIBLE)
                        || sentence.isAnyOf(at - 1, Words.DUTY)
                        || (sentence.isAnyOf(at - 1, Words.NEGATION)
                                && !sentence.word(at - 1).equals("no"))
                        || sentence.word(at - 1).equals("to")
                        || isNextVerb(sentence, at)
                        || (sentence.isAnyOf(at - 1, AND) && sentence.isAnyOf(at + 1, Words.ARTICLES)))
                && !sentence.isAnyOf(at + 1, Words.PREPOSITIONS);
        return !verb;
    }

    /** Imposes an embargo, bans ministers: behind a comma, no further noun of a list. */
    private static boolean isNextVerb(MarkedSentence sentence, int at) {
        return sentence.word(at - 1).equals(",")
                && sentence.word(at).endsWith("s")
                && !sentence.isAnyOf(at + 1, ObjectFinder.CLAUSE_ENDS)
                && sentence.objects.stream().noneMatch(object -> object.to() == at - 1);
    }

    private static int distance(Action action) {
        return action.objectFrom() > action.at()
                ? action.objectFrom() - action.at()
                : action.at() - action.objectTo() + FARTHEST_RIGHT;
    }

    private Optional<Action> action(MarkedSentence sentence, int at, Head head) {
        int end = HeadWords.end(sentence, at, head);
        if (end < 0) {
            return Optional.empty();
        }
        boolean passive = head.intransitive() || (mayBePassive(head.form()) && hasBe(sentence, at));
        int limit = head.gapped() ? HeadWords.restFrom(sentence, at, head) : end + FARTHEST_RIGHT;
        Optional<Match<String>> right = passive ? Optional.empty() : ObjectFinder.right(sentence, end, limit, head);
        if (right.isEmpty() && !passive && sentence.isAnyOf(end, REMEMBERED)) {
            return Optional.empty();
        }
        if (right.isPresent() && isOtherBar(sentence, head, right.get())) {
            return Optional.empty();
        }
        if (right.isPresent()) {
            Construction how = head.form() == Form.NOUN ? Construction.NOMINAL : Construction.ACTIVE;
            return right.map(object -> action(sentence, at, head, object, how));
        }
        if (!passive && head.form().isPastOrParticiple()) {
            Optional<Match<String>> before =
                    ObjectFinder.left(sentence, at, head).filter(object -> isRelative(sentence, object.to(), at));
            if (before.isPresent()) {
                return before.map(object -> describing(sentence, at, head, object, false));
            }
        }
        if (right.isEmpty() && head.intransitive()) {
            return ObjectFinder.left(sentence, at, head)
                    .filter(object -> !sentence.hasBetween(
                                    object.to(), ObjectFinder.beforeInsertion(sentence, at), Words.BOUNDARIES)
                            && (head.form() != Form.GERUND
                                    || !sentence.word(at - 1).equals(",")))
                    .map(object -> action(sentence, at, head, object, Construction.PASSIVE));
        }
        Optional<Match<String>> listed = passive && !head.rest().isEmpty()
                ? ObjectFinder.right(sentence, end, end + FARTHEST_LISTED, head)
                : Optional.empty();
        if (listed.isPresent()) {
            return listed.map(object -> action(sentence, at, head, object, Construction.PASSIVE));
        }
        boolean perfect = !passive
                && (sentence.isAnyOf(at - 1, Words.HAVE)
                        || (sentence.mentionAt(at - 1).isPresent()
                                && !sentence.word(end).equals("by")));
        boolean mayDescribe = (head.form().isPastOrParticiple() && !(perfect && head.bearsOnParty()))
                || passive
                || isBareParticiple(sentence, at, head)
                || isNounAfterItsObject(sentence, at, head);
        return mayDescribe && (passive || head.form() == Form.NOUN || !describesAnother(sentence, at, end))
                ? ObjectFinder.left(sentence, at, head).map(object -> describing(sentence, at, head, object, passive))
                : Optional.empty();
    }

    /** The consulate, shut in 2018: a participle that looks like the bare verb. */
    private static boolean isBareParticiple(MarkedSentence sentence, int at, Head head) {
        return head.form() == Form.BASE
                && sentence.isAnyOf(at, BARE)
                && sentence.word(at - 1).equals(",");
    }

    /** Sanctions over its renewed launches; the embassy opened a school: behind a participle that describes stands no noun. */
    private static boolean describesAnother(MarkedSentence sentence, int at, int end) {
        boolean counted = CountFinder.number(sentence.word(end)) != null
                && !sentence.isAnyOf(end + 1, Words.SIGNS)
                && !sentence.isAnyOf(end + 1, TimeFinder.UNITS);
        return counted || sentence.isAnyOf(end, Words.ARTICLES) || sentence.isAnyOf(at - 1, Words.ARTICLES);
    }

    /**
     * Barred officers from a debate: what one is barred from may be anything but the country, which other heads name; nor does a
     * state need visas for its own citizens.
     */
    private static boolean isOtherBar(MarkedSentence sentence, Head head, Match<String> object) {
        boolean own = head.measure() == Measure.VISAS
                && CITIZENS.contains(head.objectClass())
                && sentence.isAnyOf(object.from() - 1, OWN);
        boolean fromElsewhere = head.measure() == Measure.VISAS
                && CITIZENS.contains(head.objectClass())
                && head.rest().isEmpty()
                && sentence.hasBetween(object.to(), object.to() + FARTHEST_RELATIVE, FROM);
        return own || fromElsewhere;
    }

    /** Were closed; were hit, whose participle is the bare verb. */
    private static boolean mayBePassive(Form form) {
        return form.isPastOrParticiple() || form == Form.BASE;
    }

    /** The sanctions (that) Russia imposed: with a subject between object and verb, the verb is active and tells no news. */
    private static Action describing(
            MarkedSentence sentence, int at, Head head, Match<String> object, boolean passive) {
        Construction how = passive
                ? Construction.PASSIVE
                : head.form() == Form.NOUN ? Construction.NOMINAL : Construction.DESCRIBING;
        Action action = action(sentence, at, head, object, how);
        boolean relative = !passive && head.form() != Form.NOUN && hasSubject(sentence, object.to(), at);
        return relative ? embedded(action, false) : action;
    }

    /** All the sanctions (that) the European Union imposed: nothing but the subject between object and verb. */
    private static boolean isRelative(MarkedSentence sentence, int from, int at) {
        int subject = from;
        while (sentence.isAnyOf(subject, RELATIVE)) {
            subject++;
        }
        int start = subject;
        return sentence.mentions.stream().anyMatch(mention -> mention.from() == start && mention.to() == at);
    }

    private static boolean hasSubject(MarkedSentence sentence, int from, int at) {
        int last = at - 1;
        while (last > from
                && (sentence.isAnyOf(last, Words.HAVE)
                        || sentence.isAnyOf(last, Words.ADVERBS)
                        || sentence.word(last).endsWith("ly"))) {
            last--;
        }
        int subject = last;
        return subject >= from
                && (sentence.isAnyOf(subject, Words.SUBJECT_PRONOUNS)
                        || sentence.mentions.stream()
                                .anyMatch(mention -> mention.to() == subject + 1
                                        && mention.from() >= from
                                        && !sentence.isAnyOf(mention.from() - 1, Words.PREPOSITIONS)));
    }

    private static Action action(MarkedSentence sentence, int at, Head head, Match<String> object, Construction how) {
        boolean passive = how == Construction.PASSIVE
                || (how != Construction.ACTIVE && how != Construction.GOVERNED && object.from() < at);
        return new Action(
                head, MeasureFinder.of(sentence, head, object), at, object.from(), object.to(), passive, how, false);
    }

    /** Embassy closure; the sanctions' lifting. */
    private static boolean isNounAfterItsObject(MarkedSentence sentence, int at, Head head) {
        return head.form() == Form.NOUN
                && sentence.objects.stream()
                        .anyMatch(object -> object.value().equals(head.objectClass())
                                && (object.to() == at || object.to() == at - 1));
    }

    /** Whether the verb there is in the passive: a form of be or get before it, with nothing but adverbs between. */
    static boolean hasBe(MarkedSentence sentence, int at) {
        int before = at - 1;
        while (sentence.isAnyOf(before, Words.ADVERBS)
                || sentence.isAnyOf(before, Words.QUOTES)
                || sentence.isAnyOf(before, Words.NEGATION)
                || sentence.word(before).endsWith("ly")) {
            before--;
        }
        return sentence.isAnyOf(before, Words.BE);
    }

    private static boolean hasAuxiliary(MarkedSentence sentence, int at) {
        return hasBe(sentence, at) || sentence.hasBetween(at - 3, at, Words.HAVE);
    }
}
