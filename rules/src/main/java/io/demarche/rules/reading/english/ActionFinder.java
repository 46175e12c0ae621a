package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.rules.reading.PhraseIndex.Match;

/**
 * Finds heads with their objects. An active verb or a noun of doing has its object on its right, a passive one on its left; a
 * participle without an object on its right describes the noun on its left (restrictions imposed by both sides).
 */
final class ActionFinder {

    private static final int FARTHEST_RIGHT = 12;

    /** In return for renewed talks: behind these, a participle is one of the noun behind it. */
    private static final WordSet BEFORE_NOUN =
            WordSet.of("for", "of", "with", "after", "over", "about", "amid", "despite", "into");

    private static final WordSet KEEPING = WordSet.of("keep", "keeps", "kept", "keeping");
    private static final int FARTHEST_LISTED = 6;
    private static final int FARTHEST_FROM = 7;

    /** What was signed then, whatever was done later by it. */
    static final WordSet AGREEMENTS = WordSet.of(
            "agreement",
            "agreements",
            "deal",
            "deals",
            "accord",
            "accords",
            "pact",
            "treaty",
            "ceasefire",
            "truce",
            "memorandum");

    private static final WordSet STRUCK = WordSet.of("hit", "slapped", "targeted", "struck", "punished", "threatened");
    private static final WordSet WHICH_TIME = WordSet.of("last", "this", "earlier");

    private static final WordSet BARE = WordSet.of("shut", "cut", "put");
    static final WordSet WANT = WordSet.of("want", "wants", "wanted");
    private static final WordSet CITIZENS = WordSet.of("officials", "nationals", "citizens");
    private static final WordSet OWN = WordSet.of("its", "their", "own", "our");

    /** Where those return to who are sent away. */
    static final WordSet HOME = WordSet.of("home", "country", "countries", "homeland", "capital", "capitals");

    /** Behind "in", these say why. */
    private static final WordSet IN_ANSWER = WordSet.of("return", "exchange", "response", "answer", "reply");

    private static final WordSet TIMES = WordSet.of("until", "till", "hours", "week", "fortnight", "month", "deadline");

    private static final WordSet ENDING = WordSet.of("and", "or", "next", "last", "soon", "as", "well", "then");

    /** Behind a verb, what it is done to: no noun before it. */
    private static final WordSet IT = WordSet.of("it", "them", "him", "her");

    private static final int FARTHEST_AGENDA = 9;
    private static final WordSet FROM = WordSet.of("from");

    private static final WordSet RELATIVE = WordSet.of("that", "which", "the");

    /** Before a party, these make what follows a noun: a US sanctions programme. */
    private static final WordSet INDEFINITE = WordSet.of("a", "an", "any", "some", "its", "their", "new", "all");

    /** Behind these, an ambassador who recalled remembered. */
    private static final WordSet REMEMBERED =
            WordSet.of("how", "that", "when", "what", "why", "with", "the", "his", "her");

    /** Of what one word may mean, what has most words, and of those what has its object nearest. */
    private static final Comparator<Action> BETTER = Comparator.comparingInt(
                    (Action action) -> -action.head().rest().size())
            .thenComparingInt(ActionFinder::distance);

    private final Lexicon lexicon;

    ActionFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The actions of the sentence, in the order of their heads; one for each head. */
    List<Action> find(MarkedSentence sentence, Discourse discourse) {
        List<Action> actions = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            boolean inAnswer =
                    sentence.isAnyOf(at, IN_ANSWER) && sentence.word(at - 1).equals("in");
            if (inAnswer || isKeptOn(sentence, at) || isEndUp(sentence, at)) {
                continue;
            }
            int place = at;
            Optional<Action> ofHead = sentence.heads(at).isEmpty()
                    ? Optional.empty()
                    : best(sentence, at).or(() -> PronounFinder.find(sentence, place, actions, discourse));
            ofHead.or(() -> EchoFinder.find(sentence, place, actions, discourse))
                    .ifPresent(actions::add);
        }
        GovernedObjects.addTo(actions, sentence, lexicon);
        return ActionSieve.sieved(sentence, actions);
    }

    /** Could end up on a blacklist: what becomes of somebody, and no end. */
    private static boolean isEndUp(MarkedSentence sentence, int verb) {
        return sentence.word(verb).startsWith("end") && sentence.word(verb + 1).equals("up");
    }

    /** Keep demanding a ban: a verb by which only the asking goes on. */
    private static boolean isKeptOn(MarkedSentence sentence, int verb) {
        int asking = verb + 1;
        return sentence.isAnyOf(verb, KEEPING) && sentence.word(asking).endsWith("ing") && sentence.isInCue(asking);
    }

    /** There is no list of officials: the noun, where it does not stand behind what a verb follows. */
    private static boolean isListOf(MarkedSentence sentence, int at) {
        int before = sentence.beforeAdverbs(at);
        return sentence.isAnyOf(at, Words.LISTS)
                && sentence.mentionAt(before).isEmpty()
                && !sentence.isAnyOf(before, Words.SUBJECT_PRONOUNS)
                && !sentence.isAnyOf(before, Words.MODALS)
                && !sentence.isAnyOf(before, Words.TO)
                && !sentence.isAnyOf(before, VerbChain.NOT)
                && !isListedVerb(sentence, at);
    }

    /** Will expel two of them, blacklist three banks: the next verb, right before those to whom it is done. */
    private static boolean isListedVerb(MarkedSentence sentence, int at) {
        boolean next = sentence.isAnyOf(at - 1, Words.JOINING) || sentence.isAnyOf(at - 1, Words.COMMA);
        return next
                && (sentence.number(at + 1) != null
                        || isBeforeObject(sentence, at)
                        || sentence.mentionAt(at + 1)
                                .filter(whose -> whose.kind() == Mention.Kind.ADJECTIVE)
                                .isPresent());
    }

    /** And ban imports: a verb right before what it is done to, rather than a word of it. */
    private static boolean isBeforeObject(MarkedSentence sentence, int at) {
        return sentence.heads(at).stream().anyMatch(head -> head.form().isPresent())
                && sentence.objects.stream().anyMatch(object -> object.from() == at + 1)
                && sentence.objects.stream().noneMatch(object -> object.from() <= at && at + 1 < object.to());
    }

    private static Optional<Action> best(MarkedSentence sentence, int at) {
        if (sentence.mentionAt(at).isPresent()
                || sentence.isInName(at)
                || isListOf(sentence, at)
                || CueSieve.isExecutiveOrder(sentence, at)) {
            return Optional.empty();
        }
        List<Head> heads = new ArrayList<>();
        for (Head head : sentence.heads(at)) {
            if (sentence.objectClasses.contains(head.objectClass())) {
                heads.add(head);
            }
        }
        if (heads.isEmpty()
                || sentence.isAnyOf(at, Words.PREPOSITIONS)
                || (isInCue(sentence, at) && !hasPhrase(sentence, at, heads))) {
            return Optional.empty();
        }
        boolean noun = isNounInPlace(sentence, at);
        boolean article = sentence.isAnyOf(at - 1, Words.ARTICLES);
        boolean behindGerund = sentence.word(at - 1).endsWith("ing")
                && sentence.mentionAt(at - 1).isEmpty();
        boolean modified = article || sentence.word(at - 1).equals("in") || isOfSpan(sentence, at);
        boolean infinitive = (sentence.word(at - 1).equals("to")
                        || sentence.isAnyOf(at - 1, Words.MODALS)
                        || sentence.isAnyOf(at - 1, Words.DUTY)
                        || sentence.isAnyOf(at - 1, VerbChain.NOT))
                && heads.stream().anyMatch(head -> head.form() == Form.BASE);
        boolean step = noun
                && sentence.objects.stream()
                        .anyMatch(object ->
                                object.from() <= at && at < object.to() && SidesFinder.STEPS.contains(object.value()));
        boolean of = sentence.word(at + 1).equals("of");
        boolean nounOf = of
                && (sentence.word(at).startsWith("issue") || heads.stream().anyMatch(head -> head.form() == Form.NOUN));
        Optional<Action> best = Optional.empty();
        for (Head head : heads) {
            boolean bare = head.rest().isEmpty();
            boolean fits = head.form() == Form.NOUN
                    ? !infinitive && (!noun || step || !bare) && !isGerund(sentence, at, head)
                    : !noun
                            && !(bare && nounOf)
                            && !(modified && head.form().isPresent())
                            && !(behindGerund && head.form() == Form.THIRD_PERSON);
            boolean shorter = best.filter(
                            found -> found.head().rest().size() > head.rest().size())
                    .isPresent();
            Optional<Action> next = fits && !shorter ? action(sentence, at, head) : Optional.empty();
            if (next.isPresent() && (best.isEmpty() || BETTER.compare(next.get(), best.get()) < 0)) {
                best = next;
            }
        }
        return best;
    }

    /** Is scrapping sanctions: a gerund right before its object, rather than the noun that looks like it. */
    private static boolean isGerund(MarkedSentence sentence, int at, Head noun) {
        return !sentence.word(at + 1).equals("of")
                && !sentence.isAnyOf(at - 1, Words.ARTICLES)
                && !sentence.word(at - 1).equals("'s")
                && sentence.heads(at).stream()
                        .anyMatch(head -> head.form() == Form.GERUND
                                && head.objectClass().equals(noun.objectClass())
                                && head.rest().isEmpty());
    }

    /** A five-year break: a noun that lasts; but last month cut its ties. */
    private static boolean isOfSpan(MarkedSentence sentence, int at) {
        String before = sentence.word(at - 1);
        boolean when = sentence.isAnyOf(at - 2, WHICH_TIME);
        return !when && (before.endsWith("year") || before.endsWith("month") || before.endsWith("-day"));
    }

    /** Whether one of these begins a phrase of three words or more there. */
    private static boolean hasPhrase(MarkedSentence sentence, int at, List<Head> heads) {
        return heads.stream().anyMatch(head -> head.rest().size() > 1 && HeadWords.end(sentence, at, head) > 0);
    }

    /** Called for, called on: no calling in, but a demand. */
    private static boolean isInCue(MarkedSentence sentence, int at) {
        return sentence.isInCue(at) && sentence.cues().stream().anyMatch(cue -> cue.from() <= at && at < cue.to() - 1);
    }

    /** To freeze its aid and sanction Ivanishvili: without an article, and right before a name, a verb. */
    private static boolean isBeforeName(MarkedSentence sentence, int at) {
        return sentence.word(at).equals("sanction")
                && (sentence.isAnyOf(at - 1, ObjectFinder.AND) || sentence.isAnyOf(at - 1, Words.COMMA))
                && at + 1 < sentence.size()
                && sentence.tokens.get(at + 1).isCapitalised();
    }

    /** Sanctions, limits and boycott may be verbs, but only right behind who does it, and not before a preposition or the end of a clause. */
    static boolean isNounInPlace(MarkedSentence sentence, int at) {
        if (!sentence.isObject(at)) {
            return false;
        }
        int before = sentence.beforeAdverbs(at);
        boolean verb = (sentence.mentionAt(before)
                                .filter(subject -> !sentence.isAnyOf(subject.from() - 1, INDEFINITE))
                                .isPresent()
                        || sentence.isAnyOf(before, Words.MODALS)
                        || sentence.isAnyOf(before, Words.DUTY)
                        || (sentence.isAnyOf(at - 1, Words.NEGATION)
                                && !sentence.word(at - 1).equals("no"))
                        || sentence.word(before).equals("to")
                        || sentence.word(at - 1).equals("longer")
                        || isNextVerb(sentence, at)
                        || isListedVerb(sentence, at)
                        || isBeforeName(sentence, at)
                        || (sentence.isAnyOf(at - 1, ObjectFinder.AND)
                                && (sentence.isAnyOf(at + 1, Words.ARTICLES) || sentence.number(at + 1) != null)))
                && !sentence.isAnyOf(at + 1, Words.PREPOSITIONS)
                && !(sentence.word(at + 1).equals(",") && sentence.heads(at + 2).isEmpty())
                && !sentence.isAnyOf(at + 1, Words.BE)
                && !sentence.isAnyOf(at + 1, Words.MODALS);
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

    /** China on Friday sanctioned Speaker Pelosi: a verb with its object, whoever that is, and no participle. */
    private static boolean hasNamedObject(MarkedSentence sentence, int at) {
        return at + 1 < sentence.size()
                && sentence.tokens.get(at + 1).isCapitalised()
                && !TimeFinder.isDay(sentence, at + 1)
                && !sentence.isInName(at);
    }

    /** The suspension of sanctions against Serbia: not of Serbia. */
    private static boolean isOfSomethingOfMember(Head head, int end, Match<String> object) {
        return head.objectClass().equals(Head.MEMBER) && head.form() == Form.NOUN && object.from() > end;
    }

    /** Had until Friday to leave, has a week to: in a time that is set; who has been told to, or has reason to, is another matter. */
    private static boolean isTimed(MarkedSentence sentence, int at, Head head) {
        return IntStream.range(at + 1, HeadWords.restFrom(sentence, at, head))
                .anyMatch(word -> sentence.isAnyOf(word, TIMES)
                        || sentence.isAnyOf(word, TimeFinder.UNITS)
                        || TimeFinder.isDay(sentence, word));
    }

    private static Optional<Action> action(MarkedSentence sentence, int at, Head head) {
        int end = HeadWords.end(sentence, at, head);
        if (end < 0) {
            return Optional.empty();
        }
        boolean home = head.measure() == Measure.RECALL
                && head.rest().contains("to")
                && sentence.isAnyOf(end, OWN)
                && sentence.isAnyOf(end + 1, HOME);
        boolean wentHome = (head.measure() == Measure.RECALL || head.measure() == Measure.MISSION)
                && head.move() == Move.LIFT
                && sentence.isAnyOf(end, HOME);
        boolean deadline = head.gapped() && sentence.isAnyOf(at, Words.HAVE);
        if ((deadline && !isTimed(sentence, at, head))
                || home
                || wentHome
                || isOffAgenda(sentence, at, head)
                || isTargeted(sentence, at, head)
                || isSayingAtTheEnd(sentence, at, head)
                || endsSomething(sentence, at, head)
                || PronounFinder.isDoneToPronoun(sentence, at, head)) {
            return Optional.empty();
        }
        boolean passive = head.intransitive()
                || isStruck(sentence, at, head)
                || (mayBePassive(head.form()) && (hasBe(sentence, at) || isFurtherPassive(sentence, at, head)));
        int limit = head.gapped() ? HeadWords.restFrom(sentence, at, head) : end + FARTHEST_RIGHT;
        // The sanctions they want lifted are: before another verb, a participle has no object behind it.
        boolean complete = (head.form().isPastOrParticiple() && sentence.isAnyOf(end, Words.BE))
                || isOfPartyBefore(sentence, at, head);
        Optional<Match<String>> right =
                passive || complete ? Optional.empty() : ObjectFinder.right(sentence, end, limit, head);
        if (right.isEmpty() && !passive && sentence.isAnyOf(end, REMEMBERED)) {
            return Optional.empty();
        }
        if (right.isPresent()
                && (isOtherBar(sentence, head, right.get()) || isOfSomethingOfMember(head, end, right.get()))) {
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
            // To reopen it: what is done to it, not what something does of itself.
            boolean ofPronoun =
                    head.form() == Form.BASE && head.rest().isEmpty() && sentence.isAnyOf(end, Words.OBJECT_PRONOUNS);
            if (ofPronoun || isNextWithIt(sentence, at, end)) {
                return Optional.empty();
            }
            return ObjectFinder.left(sentence, at, head)
                    .filter(object -> !sentence.hasBetween(
                                    object.to(), ObjectFinder.beforeInsertion(sentence, at), Words.BOUNDARIES)
                            && (head.form() != Form.GERUND
                                    || !sentence.word(at - 1).equals(",")))
                    .map(object -> action(sentence, at, head, object, Construction.PASSIVE));
        }
        Optional<Match<String>> listed = passive && !head.rest().isEmpty() && !sentence.isAnyOf(end, Words.COMMA)
                ? ObjectFinder.right(sentence, end, end + FARTHEST_LISTED, head)
                : Optional.empty();
        if (listed.isPresent()) {
            return listed.map(object -> action(sentence, at, head, object, Construction.PASSIVE));
        }
        int subject = sentence.beforeAdverbs(at);
        boolean perfect = !passive
                && (sentence.isAnyOf(at - 1, Words.HAVE)
                        || hasNamedObject(sentence, at)
                        || (sentence.mentionAt(subject).isPresent()
                                && !sentence.word(end).equals("by")));
        boolean inGap = head.gapped() && !passive && head.measure() == Measure.VISAS;
        boolean hasOther = head.gapped() && !passive && sentence.isAnyOf(at + 1, Words.DETERMINERS);
        boolean mayDescribe = !inGap
                && !hasOther
                && ((head.form().isPastOrParticiple() && !(perfect && head.bearsOnParty()))
                        || passive
                        || isBareParticiple(sentence, at, head)
                        || isNounAfterItsObject(sentence, at, head));
        return mayDescribe
                        && (passive
                                || head.form() == Form.NOUN
                                || head.gapped()
                                || !describesAnother(sentence, at, end))
                ? ObjectFinder.left(sentence, at, head)
                        .filter(object -> passive
                                || (!isInOpening(sentence, object, at)
                                        && !isNextVerbOf(sentence, object, at)
                                        && !isOfNextClause(sentence, object, head, end)
                                        && !isSaidBehind(sentence, object, at)
                                        && !(head.move() == Move.LIFT
                                                && sentence.hasBetween(object.to(), at, Drafts.PLANS))))
                        .map(object -> describing(sentence, at, head, object, passive))
                : Optional.empty();
    }

    /** Cuba slapped with sanctions: nobody stands between the verb and what he is hit with, so that the subject is hit. */
    private static boolean isStruck(MarkedSentence sentence, int at, Head head) {
        return head.rest().equals(List.of("with"))
                && sentence.isAnyOf(at, STRUCK)
                && sentence.word(at + 1).equals("with");
    }

    /** In response to the sanctions, Russia announced: what stands before the subject is no object of the verb. */
    private static boolean isInOpening(MarkedSentence sentence, Match<String> object, int at) {
        int subject = sentence.behindArticle(object.to() + 1);
        return sentence.word(object.to()).equals(",")
                && sentence.mentionAt(subject).isPresent()
                && isRelative(sentence, subject, at);
    }

    /** Was excluded and hit with sanctions: a further participle of the same passive. */
    private static boolean isFurtherPassive(MarkedSentence sentence, int at, Head head) {
        boolean further = head.rest().contains("with") && sentence.word(at - 1).equals("and");
        for (int be = at - 2; further && be > at - FARTHEST_RIGHT && !sentence.isAnyOf(be, Words.CLAUSES); be--) {
            if (sentence.isAnyOf(be, Words.BE)) {
                return sentence.word(be + 1).endsWith("ed");
            }
        }
        return false;
    }

    /** Recalled its ambassador and expelled: the next verb of who did that, which does not describe the noun before "and". */
    private static boolean isNextVerbOf(MarkedSentence sentence, Match<String> object, int at) {
        int clause = sentence.clauseStart(object.from());
        boolean verb = object.to() == at - 1
                || sentence.verbs.stream().anyMatch(first -> clause <= first && first < object.from());
        return verb && sentence.word(at - 1).equals("and");
    }

    /** Sanctions taken off the agenda: not lifted, but not spoken of. */
    private static boolean isOffAgenda(MarkedSentence sentence, int at, Head head) {
        return head.move() == Move.LIFT
                && IntStream.range(at, at + FARTHEST_AGENDA)
                        .anyMatch(agenda -> sentence.word(agenda).equals("agenda")
                                && !sentence.word(sentence.beforeArticle(agenda - 1))
                                        .equals("on"));
    }

    /** Asset freezes and targeted sanctions: a participle that only says what they are like. */
    private static boolean isTargeted(MarkedSentence sentence, int at, Head head) {
        return head.intransitive()
                && head.form().isPastOrParticiple()
                && sentence.isObject(at + 1)
                && !hasBe(sentence, at);
    }

    /** Sanctions to press Moscow to end support: what is ended stands behind it, and it is none of a class. */
    private static boolean endsSomething(MarkedSentence sentence, int at, Head head) {
        int next = at + 1;
        return head.intransitive()
                && head.rest().isEmpty()
                && sentence.word(at).startsWith("end")
                && sentence.mayBeNoun(next)
                && !sentence.isAnyOf(next, TimeFinder.NEWS)
                && !sentence.isAnyOf(next, ENDING);
    }

    /** From its blacklist, the embassy in the capital, announced: who said so, not what was announced. */
    private static boolean isSayingAtTheEnd(MarkedSentence sentence, int at, Head head) {
        return head.form() == Form.PAST
                && sentence.isAnyOf(at, Words.REPORTING)
                && sentence.isAnyOf(at - 1, Words.COMMA)
                && (at + 1 >= sentence.size() || sentence.word(at + 1).equals("."));
    }

    /** The sanctions were lifted, the envoy announced in Minsk: who said so, behind what was said. */
    private static boolean isSaidBehind(MarkedSentence sentence, Match<String> object, int at) {
        return sentence.isAnyOf(at, Words.REPORTING) && sentence.hasBetween(object.to(), at, Words.COMMA);
    }

    /** The consulate, shut in 2018; wants the consulate shut: a participle that looks like the bare verb. */
    private static boolean isBareParticiple(MarkedSentence sentence, int at, Head head) {
        boolean wanted =
                (sentence.isObject(at - 1) || sentence.mentionAt(at - 1).isPresent())
                        && sentence.hasBetween(at - FARTHEST_LISTED, at, WANT);
        return head.form() == Form.BASE
                && sentence.isAnyOf(at, BARE)
                && (wanted || sentence.word(at - 1).equals(","));
    }

    /** Cut ties and restored them: the next verb, and what it is done to. */
    private static boolean isNextWithIt(MarkedSentence sentence, int at, int end) {
        return sentence.word(at - 1).equals("and") && sentence.isAnyOf(end, IT);
    }

    /** Chad expelled the ambassador and Norway recalled him: a further clause, whose object is the pronoun behind its verb. */
    private static boolean isOfNextClause(MarkedSentence sentence, Match<String> object, Head head, int end) {
        return sentence.word(object.to()).equals("and")
                && !head.gapped()
                && sentence.isAnyOf(end, Words.OBJECT_PRONOUNS);
    }

    /** Renewed launches; the embassy opened a school: behind a participle that describes stands no noun; an agreement signed in 2015. */
    private static boolean describesAnother(MarkedSentence sentence, int at, int end) {
        boolean agreed = sentence.isAnyOf(at - 1, AGREEMENTS);
        boolean counted = sentence.number(end) != null
                && !sentence.isAnyOf(end + 1, Words.SIGNS)
                && !sentence.isAnyOf(end + 1, TimeFinder.UNITS);
        boolean another = sentence.mentionAt(end)
                .filter(mention -> mention.kind() == Mention.Kind.NAME)
                .isPresent();
        return agreed
                || isNextWithIt(sentence, at, end)
                || another
                || counted
                || sentence.isAnyOf(end, Words.ARTICLES)
                || sentence.isAnyOf(at - 1, Words.ARTICLES)
                || sentence.isAnyOf(at - 1, BEFORE_NOUN);
    }

    /**
     * Barred officers from a debate: what one is barred from may be anything but the country, which other heads name; nor does a
     * state need visas for its own citizens.
     */
    private static boolean isOtherBar(MarkedSentence sentence, Head head, Match<String> object) {
        boolean own = head.measure() == Measure.VISAS
                && CITIZENS.contains(head.objectClass())
                && sentence.isAnyOf(object.to() - 1, MeasureFinder.CITIZENS)
                && sentence.isAnyOf(object.from() - 1, OWN);
        boolean fromElsewhere = head.measure() == Measure.VISAS
                && CITIZENS.contains(head.objectClass())
                && head.rest().isEmpty()
                && sentence.hasBetween(object.to(), object.to() + FARTHEST_FROM, FROM);
        return own || fromElsewhere;
    }

    /** Were closed; were hit, whose participle is the bare verb. */
    private static boolean mayBePassive(Form form) {
        return form.isPastOrParticiple() || form == Form.BASE;
    }

    /**
     * The sanctions (that) Russia imposed: with a subject between object and verb, the verb is active and tells no news. It does where
     * it goes on: protested to the ambassador, whom it called in.
     */
    private static Action describing(
            MarkedSentence sentence, int at, Head head, Match<String> object, boolean passive) {
        Construction how = passive
                ? Construction.PASSIVE
                : head.form() == Form.NOUN ? Construction.NOMINAL : Construction.DESCRIBING;
        Action action = action(sentence, at, head, object, how);
        boolean aside = head.measure() == Measure.SUMMONS
                && sentence.word(object.to()).equals(",")
                && sentence.word(object.to() + 1).equals("whom");
        boolean relative = !passive
                && !aside
                && !isCaused(sentence, object.from())
                && head.form() != Form.NOUN
                && hasSubject(sentence, object.to(), at);
        return relative ? action.describing(false) : action;
    }

    /** Had its ambassadors in Paris recalled, had his US visa revoked: made somebody do it, or suffered it. */
    static boolean isCaused(MarkedSentence sentence, int object) {
        int own = sentence.mentionAt(object - 1).map(Mention::from).orElse(object) - 1;
        return sentence.isAnyOf(own, MeasureFinder.OWN) && sentence.isAnyOf(own - 1, Words.HAVE);
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
        while (last > from && (sentence.isAnyOf(last, Words.HAVE) || sentence.isAdverb(last))) {
            last--;
        }
        int subject = last;
        boolean between = sentence.word(from).equals("between");
        return subject >= from
                && !between
                && (sentence.isAnyOf(subject, Words.SUBJECT_PRONOUNS)
                        || sentence.mentions.stream()
                                .anyMatch(mention -> mention.to() == subject + 1
                                        && mention.from() >= from
                                        && !isAttribute(sentence, mention)
                                        && !sentence.isAnyOf(beforeList(sentence, mention), Words.PREPOSITIONS)));
    }

    /** Russian backed groups: an adjective without article, which does nothing. */
    static boolean isAttribute(MarkedSentence sentence, Mention mention) {
        return mention.kind() == Mention.Kind.ADJECTIVE && !sentence.isAnyOf(mention.from() - 1, Words.ARTICLES);
    }

    /** The token before the list that ends with that name: of Turkey, Lithuania and Slovenia. */
    private static int beforeList(MarkedSentence sentence, Mention last) {
        int before = last.from() - 1;
        while (sentence.isAnyOf(before, Words.JOINING)
                || sentence.mentionAt(before).isPresent()
                || sentence.word(before).contains("-")) {
            before--;
        }
        return before;
    }

    static Action action(MarkedSentence sentence, int at, Head head, Match<String> object, Construction how) {
        boolean passive = how == Construction.PASSIVE
                || (how != Construction.ACTIVE && how != Construction.GOVERNED && object.from() < at);
        return new Action(
                head,
                MeasureFinder.of(sentence, at, head, object),
                at,
                object.from(),
                object.to(),
                passive,
                how,
                false);
    }

    /** Sudan's delisting: whose it is, whoever stands behind it. */
    private static boolean isOfPartyBefore(MarkedSentence sentence, int at, Head head) {
        return head.isNounOfParty()
                && head.measure() == Measure.SANCTIONS
                && sentence.word(at - 1).equals("'s")
                && !sentence.word(at + 1).equals("of") // whom Norway blacklists
                && sentence.mentionAt(at - 2).isPresent();
    }

    /** Embassy closure; the sanctions' lifting; Sudan's removal from the list. */
    private static boolean isNounAfterItsObject(MarkedSentence sentence, int at, Head head) {
        return head.form() == Form.NOUN
                && (isOfPartyBefore(sentence, at, head)
                        || sentence.objects.stream()
                                .anyMatch(object -> object.value().equals(head.objectClass())
                                        && (object.to() == at || object.to() == at - 1)));
    }

    /** Whether the verb there is in the passive: a form of be or get before it, with nothing but adverbs between. */
    static boolean hasBe(MarkedSentence sentence, int at) {
        int before = at - 1;
        while (sentence.isAdverb(before)
                || sentence.isAnyOf(before, Words.QUOTES)
                || sentence.isAnyOf(before, Words.NEGATION)) {
            before--;
        }
        return sentence.isAnyOf(before, Words.BE);
    }
}
