package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;

/** Sets aside what is no action of its own among those found in a sentence, and marks what only describes the object of another. */
final class ActionSieve {

    static final WordSet ENDING = WordSet.of("end", "ends", "ended", "ending", "lift", "lifts", "lifted", "lifting")
            .with("rescind", "rescinds", "rescinded", "rescinding", "reverse", "reverses", "reversed", "reversing")
            .with("overturn", "overturns", "overturned", "overturning", "halt", "halts", "halted", "halting");
    private static final WordSet STOPPING =
            WordSet.of("stop", "stops", "stopped", "stopping", "cease", "ceases", "ceased", "quit");
    private static final int FARTHEST_ENDED = 5;
    private static final WordSet GRANTED = WordSet.of("issued", "granted");
    private static final int FARTHEST_CONDITION = 9;
    private static final WordSet FAILING = WordSet.of("fail", "fails", "failed", "refuses", "refused");

    /** Classes of objects whose end is a measure, not its lifting. */
    private static final WordSet GIVEN = WordSet.of(
            "visas", "relief", "relations", "accreditations", "contacts", "membership", "trade", "goods", "missions");

    /** Signed an order lifting sanctions: what is decided is what the later word says. */
    static final WordSet DECIDING = WordSet.of(
            "agree",
            "agrees",
            "agreed",
            "agreeing",
            "sign",
            "signs",
            "signed",
            "signing",
            "order",
            "orders",
            "ordered",
            "ordering",
            "announce",
            "announces",
            "announced",
            "announcing",
            "announcement");

    private static final WordSet NOW = WordSet.of("now", "today", "altogether", "outright");

    private static final WordSet NOW_BE = WordSet.of("is", "are", "be");
    private static final WordSet INCLUDING =
            WordSet.of("include", "includes", "included", "involve", "involves", "consist", "consists", "consisted");

    private static final int FARTHEST_MEASURES = 3;

    private static final WordSet MEASURES = WordSet.of("measures", "sanctions", "designations", "listings");

    /** Cancelled the visas issued to them: how one came by what is ended now. */
    private static final WordSet ISSUED = WordSet.of("visas", "relief");

    private static final WordSet AUXILIARY = WordSet.of("being", "having", "getting");

    private static final WordSet CAPABILITIES = WordSet.of(
            "ability", "power", "powers", "authority", "willingness", "capacity", "capability", "mandate", "means");

    private static final WordSet BORDERS = WordSet.of("borders", "airspace");
    /** Lifted the closure of the border: no closure, as none between two is whose. */
    private static final WordSet LIFTING =
            WordSet.of("lift", "lifts", "lifted", "lifting", "end", "ended", "ending", "ease", "eased", "reversed");

    private static final WordSet INSIDE = WordSet.of("in", "at");
    private static final int FARTHEST_PEOPLE = 5;
    private static final WordSet ENABLING = WordSet.of("allows", "enables", "empowers", "entitles");
    private static final int FARTHEST_ENABLED = 4;
    private static final WordSet USING = WordSet.of("use", "uses", "used", "using");
    private static final int FARTHEST_USE = 7;

    static final WordSet LAWS = WordSet.of(
            "act",
            "acts",
            "law",
            "laws",
            "statute",
            "statutes",
            "provision",
            "provisions",
            "legislation",
            "decree",
            "decrees",
            "order",
            "orders",
            "regulation",
            "regulations");
    private static final int FARTHEST_LAW = 7;
    static final WordSet BEGINNING = WordSet.of("begin", "begins", "began", "begun", "start", "starts", "started");
    private static final WordSet INDEFINITE = WordSet.of("a", "an");
    private static final WordSet AS_PARTS = WordSet.of("including", "namely");

    private static final WordSet REQUIRING = WordSet.of("require", "requires", "required", "requiring");
    private static final WordSet CONSENT =
            WordSet.of("approval", "permission", "consent", "authorisation", "authorization", "review", "oversight");
    private static final int FARTHEST_CONSENT = 8;

    private static final WordSet OBSTACLES = WordSet.of(
            "obstacle", "obstacles", "barrier", "barriers", "impediment", "impediments", "hurdle", "hurdles");

    private static final WordSet HARD = WordSet.of("hard", "harder", "difficult", "impossible");
    private static final int FARTHEST_HARD = 7;

    private static final WordSet TOPICS = WordSet.of("issue", "matter", "question", "topic", "subject");
    private static final WordSet BACKING = WordSet.of(
            "backing", "supporting", "demanding", "seeking", "advocating", "urging", "calling", "threatening");

    private static final WordSet CALLING = WordSet.of("call", "calls", "called", "calling");
    private static final int FARTHEST_IDEA = 4;
    private static final WordSet HABITUALLY =
            WordSet.of("usually", "normally", "typically", "generally", "rarely", "seldom");
    private static final int FARTHEST_HABIT = 8;
    private static final WordSet LIMITED = WordSet.of("limited", "restricted", "reduced");

    private static final WordSet CROWDS = WordSet.of("thousands", "hundreds");

    private ActionSieve() {}

    /** The actions that count, those that only describe marked as embedded. */
    static List<Action> sieved(MarkedSentence sentence, List<Action> actions) {
        if (actions.isEmpty()) {
            return actions;
        }
        actions.removeIf(action -> isLimited(sentence, action));
        actions.removeIf(action -> isWithinAnother(sentence, action, actions));
        actions.replaceAll(action -> ofRepealedLaw(sentence, action).orElse(action));
        actions.removeIf(action -> (action.how() == Construction.DESCRIBING || isBehindRelative(action))
                && ISSUED.contains(action.head().objectClass())
                && action.head().move() == Move.LIFT
                && actions.stream().anyMatch(other -> isObjectOf(sentence, action, other)));
        actions.removeIf(action -> isEffect(sentence, action)
                || isForCall(sentence, action)
                || isTopic(sentence, action)
                || isEndOfBacking(sentence, action)
                || isIdeaCalled(sentence, action)
                || isOpinion(sentence, action)
                || isProtested(sentence, action)
                || isRemovalOfNobodys(sentence, action)
                || isWhileInForce(sentence, action)
                || isCapability(sentence, action)
                || isEnabled(sentence, action)
                || isSubjectToConsent(sentence, action)
                || isHindered(sentence, action)
                || isShortOf(sentence, action)
                || isOfOtherPeople(sentence, action)
                || isOpenedInside(sentence, action)
                || isListedInLifted(sentence, action, actions)
                || isSpeltOut(sentence, action, actions)
                || isOldVisa(sentence, action)
                || isBackFrom(sentence, action)
                || isHabit(sentence, action)
                || isOfObjectBehind(sentence, action)
                || isAsDemanded(sentence, action)
                || isJoinedIn(sentence, action)
                || isBegunWith(sentence, action)
                || isFailedCondition(sentence, action));
        List<Action> ended =
                actions.stream().filter(action -> isEnded(sentence, action)).toList();
        actions.removeIf(
                action -> ended.stream().anyMatch(over -> action.at() < over.at() && over.at() < action.objectFrom()));
        List<Action> marked = new ArrayList<>();
        for (Action action : actions) {
            if (ended.contains(action)) {
                marked.add(action.turned());
                continue;
            }
            boolean describes = (action.passive() || isAttribute(action) || isAttributeOfParty(sentence, action))
                    && isObjectOfAnother(sentence, action, actions);
            marked.add(describes || isAttribute(sentence, action) ? embedded(action, true) : action);
        }
        return marked;
    }

    /** Stop issuing is no issuing; who calls off a summons tells of no summons. */
    private static boolean isWithinAnother(MarkedSentence sentence, Action action, List<Action> actions) {
        int at = action.at();
        return actions.stream().filter(other -> other.at() != at).anyMatch(other -> {
            boolean gapped = other.head().gapped();
            int restFrom = gapped ? HeadWords.restFrom(sentence, other.at(), other.head()) : other.at() + 1;
            boolean inHead = restFrom <= at
                    && at < HeadWords.end(sentence, restFrom, other.head().rest());
            boolean inObject = other.objectFrom() <= at && at < other.objectTo();
            boolean inPhrase = action.head().form() == Form.NOUN
                    && !isOfLifting(other, action)
                    && !isEnded(sentence, action)
                    && other.at() < at
                    && at < other.objectFrom()
                    && action.objectFrom() == other.objectFrom()
                    && !DECIDING.contains(sentence.word(other.at()));
            boolean infinitive = other.head().form() == Form.BASE
                    && sentence.word(other.at() - 1).equals("to")
                    && sentence.isAnyOf(other.at() - 2, Words.DRAFTS);
            boolean ofNoun = action.how() == Construction.PASSIVE
                    && (infinitive
                            || other.head().form() == Form.NOUN
                            || other.head().form() == Form.GERUND)
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
                    && (DECIDING.contains(sentence.word(at)) || sentence.hasBetween(at, other.at(), Drafts.ACTS))
                    && !other.head().form().isPastOrParticiple();
            boolean ofIssuing = other.at() + 2 == at
                    && sentence.word(at - 1).equals("the")
                    && action.objectFrom() == other.objectFrom()
                    && action.head().form() == Form.GERUND
                    && endsWhatIsGiven(other);
            boolean inClause = at < other.at()
                    && other.at() < action.objectFrom()
                    && action.objectFrom() == other.objectFrom()
                    && other.head().form().isPastOrParticiple()
                    && hasAuxiliary(sentence, other.at());
            boolean keptFrom = at < other.at()
                    && sentence.word(other.at() - 1).equals("from")
                    && action.objectFrom() == other.objectFrom()
                    && action.objectFrom() > other.at()
                    && other.head().form() == Form.GERUND;
            return isOfLifting(action, other)
                    || keptFrom
                    || inClause
                    || ofIssuing
                    || ofDecision
                    || inHead
                    || inObject
                    || inPhrase
                    || across
                    || ofNoun
                    || ofVerb;
        });
    }

    /** Approved the lifting of sanctions; renewed the suspension of the embargo: what is decided is that they are lifted. */
    private static boolean isOfLifting(Action deciding, Action lifting) {
        return deciding.head().move() == Move.IMPOSE
                && !GIVEN.contains(lifting.head().objectClass())
                && lifting.head().move() == Move.LIFT
                && (lifting.head().form() == Form.NOUN || lifting.head().form() == Form.GERUND)
                && deciding.at() < lifting.at()
                && lifting.at() < deciding.objectFrom()
                && deciding.objectFrom() == lifting.objectFrom();
    }

    /** Suspended issuing visas: what counts is the end of it; announced lifting sanctions: the lifting. */
    private static boolean endsWhatIsGiven(Action action) {
        return GIVEN.contains(action.head().objectClass()) == (action.head().move() == Move.IMPOSE);
    }

    /** The measures freeze their assets: what sanctions do, told where they were told already. */
    private static boolean isEffect(MarkedSentence sentence, Action action) {
        int subject = ObjectFinder.beforeInsertion(sentence, action.at());
        int verb = subject < action.at() ? subject : VerbChain.start(sentence, action.at());
        int including = sentence.word(action.at() - 1).equals("of") ? action.at() - 2 : action.at() - 1;
        boolean included = action.head().form() == Form.GERUND && sentence.isAnyOf(including, INCLUDING) && verb > 0;
        boolean blocked = action.head().objectClass().equals("assets")
                && action.how() == Construction.PASSIVE
                && sentence.isAnyOf(action.at() - 1, NOW_BE);
        int measures = sentence.word(verb - 1).equals("which") ? verb - 2 : verb - 1;
        boolean told = action.head().form().isPresent()
                && (sentence.isAnyOf(measures, MEASURES) || isFurtherEffect(sentence, verb));
        return blocked || (action.at() < action.objectFrom() && (included || told));
    }

    /** The sanctions apply to lawmakers and bar them: what they do besides. */
    private static boolean isFurtherEffect(MarkedSentence sentence, int verb) {
        int start = sentence.clauseStart(verb);
        int measures = start;
        while (measures < start + FARTHEST_MEASURES && !sentence.isAnyOf(measures, MEASURES)) {
            measures++;
        }
        return sentence.isAnyOf(verb - 1, Words.JOINING)
                && sentence.isAnyOf(start, Words.DEFINITE)
                && sentence.isAnyOf(measures, MEASURES)
                && IntStream.range(start, measures)
                        .noneMatch(at -> sentence.mentionAt(at).isPresent());
    }

    /** The movement of demonstrators, the expulsion of thousands of Malians: of anybody but diplomats. */
    private static boolean isOfOtherPeople(MarkedSentence sentence, Action action) {
        if (action.measure() == Measure.EXPULSION
                && action.head().objectClass().equals("nationals")
                && sentence.hasBetween(action.objectFrom() - FARTHEST_PEOPLE, action.objectFrom(), CROWDS)) {
            return true;
        }
        int of = action.objectTo();
        return sentence.word(of - 1).equals("movement")
                && sentence.word(of).equals("of")
                && sentence.objects.stream()
                        .noneMatch(object -> object.from() > of && object.from() <= of + FARTHEST_PEOPLE)
                && sentence.mentions.stream()
                        .noneMatch(mention -> mention.from() > of && mention.from() <= of + FARTHEST_PEOPLE);
    }

    /** Opened an exhibition in the embassy, closed the file on the border: something else, which stands before where it is. */
    private static boolean isOpenedInside(MarkedSentence sentence, Action action) {
        int counted = sentence.number(action.at() + 1) != null ? action.at() + 2 : action.at() + 1;
        int behindOf = sentence.word(counted).equals("of") ? counted + 1 : action.at();
        boolean border = BORDERS.contains(action.head().objectClass())
                && sentence.hasBetween(behindOf, action.objectFrom(), Words.PREPOSITIONS);
        int verb = sentence.beforeArticle(action.at() - 1);
        boolean closure = BORDERS.contains(action.head().objectClass())
                && action.head().form() == Form.NOUN
                && action.head().move() == Move.IMPOSE
                && (sentence.isAnyOf(verb, LIFTING)
                        || sentence.word(action.objectTo()).equals("between"));
        return border
                || closure
                || (sentence.word(action.at()).startsWith("open")
                        && action.how() == Construction.ACTIVE
                        && sentence.hasBetween(action.at(), action.objectFrom(), INSIDE));
    }

    /** Backed calls for sanctions: what is backed is but a call. */
    private static boolean isForCall(MarkedSentence sentence, Action action) {
        int call = action.at() + 1;
        return action.how() == Construction.ACTIVE
                && sentence.isAnyOf(call, Words.REQUESTS)
                && sentence.word(call + 1).equals("for")
                && call < action.objectFrom();
    }

    /** The issue of the sanctions was raised: talked of, not taken off. */
    private static boolean isTopic(MarkedSentence sentence, Action action) {
        int of = sentence.beforeArticle(action.objectFrom() - 1);
        return action.passive()
                && sentence.word(action.at()).equals("raised")
                && sentence.word(of).equals("of")
                && sentence.isAnyOf(of - 1, TOPICS);
    }

    /** Stopped backing sanctions: who had asked for them, and ends none. */
    private static boolean isEndOfBacking(MarkedSentence sentence, Action action) {
        return action.how() == Construction.ACTIVE
                && action.head().move() == Move.LIFT
                && sentence.isAnyOf(action.at() + 1, BACKING);
    }

    /** Called the idea of lifting them absurd: what somebody thinks of it. */
    private static boolean isIdeaCalled(MarkedSentence sentence, Action action) {
        return IntStream.range(action.first() - FARTHEST_IDEA, action.first())
                .anyMatch(at -> sentence.word(at).equals("idea")
                        && sentence.word(at + 1).equals("of")
                        && sentence.isAnyOf(sentence.beforeArticle(at - 1), CALLING));
    }

    /** The ability to designate: what somebody could do at any time. */
    private static boolean isCapability(MarkedSentence sentence, Action action) {
        return action.head().form() == Form.BASE
                && sentence.word(action.at() - 1).equals("to")
                && sentence.isAnyOf(action.at() - 2, CAPABILITIES)
                && !sentence.hasBetween(action.at() - FARTHEST_USE, action.at(), USING)
                && !sentence.isInCue(action.at() - 2);
    }

    /** An act which allows the government to freeze assets: what somebody may do by law at any time. */
    private static boolean isEnabled(MarkedSentence sentence, Action action) {
        int verb = VerbChain.start(sentence, action.at());
        return action.head().form() == Form.BASE
                && action.head().move() == Move.IMPOSE
                && sentence.hasBetween(verb, action.at(), Words.TO)
                && sentence.hasBetween(verb - FARTHEST_ENABLED, verb, ENABLING);
    }

    /** Requires the president to seek approval before lifting sanctions: who must agree if he ever does. */
    private static boolean isSubjectToConsent(MarkedSentence sentence, Action action) {
        if (action.head().move() != Move.LIFT) {
            return false;
        }
        int requiring = action.first() - 1;
        while (requiring >= 0 && !sentence.isAnyOf(requiring, REQUIRING)) {
            requiring--;
        }
        return requiring >= 0 && sentence.hasBetween(requiring, action.last() + FARTHEST_CONSENT, CONSENT);
    }

    /** The obstacles to normalising ties, harder for him to lift them: what stands in the way of something that nobody is said to do. */
    private static boolean isHindered(MarkedSentence sentence, Action action) {
        boolean infinitive = sentence.word(action.at() - 1).equals("to");
        if (infinitive && sentence.hasBetween(action.at() - FARTHEST_HARD, action.at(), HARD)) {
            return true;
        }
        int to = sentence.beforeArticle(action.at() - 1);
        boolean noun = action.head().form() == Form.GERUND || action.head().form() == Form.NOUN;
        return noun && sentence.word(to).equals("to") && sentence.isAnyOf(to - 1, OBSTACLES);
    }

    /** Sanctioned firms for supporting designated terrorists: a participle of what stands behind it, not of the firms. */
    private static boolean isOfObjectBehind(MarkedSentence sentence, Action action) {
        return action.how() == Construction.DESCRIBING
                && sentence.word(action.at() - 1).endsWith("ing")
                && sentence.word(action.at() - 2).equals("for")
                && action.objectTo() < action.at();
    }

    /** Ended visa-free travel, as the union had demanded: who asked for it, not who asks for visas. */
    private static boolean isAsDemanded(MarkedSentence sentence, Action action) {
        int clause = sentence.clauseStart(action.at());
        return sentence.word(clause - 1).equals("as")
                && action.objectTo() < clause
                && (sentence.word(action.at()).equals("demanded")
                        || sentence.word(action.at()).equals("required"));
    }

    /** A recall usually takes three days, states rarely expel ambassadors: what is done as a rule, by nobody now. */
    private static boolean isHabit(MarkedSentence sentence, Action action) {
        if (action.head().form() == Form.NOUN) {
            int end = action.last() + 1;
            while (end < action.last() + FARTHEST_HABIT && !sentence.isAnyOf(end, HABITUALLY)) {
                end++;
            }
            return sentence.isAnyOf(end, HABITUALLY)
                    && !sentence.hasBetween(action.last() + 1, end, Words.SIGNS)
                    && !sentence.hasBetween(action.last() + 1, end, Words.BOUNDARIES);
        }
        return sentence.isAnyOf(action.at() - 1, HABITUALLY)
                && (action.head().form().isPresent()
                        || (action.passive() && sentence.isAnyOf(action.at() - 2, NOW_BE)));
    }

    /** A limited resumption, on a limited basis: no more than how something is done. */
    private static boolean isLimited(MarkedSentence sentence, Action action) {
        return sentence.isAnyOf(action.at(), LIMITED)
                && (sentence.isAnyOf(action.at() - 1, INDEFINITE)
                        || (action.at() + 1 < action.objectFrom()
                                && sentence.heads(action.at() + 1).stream()
                                        .anyMatch(next -> next.form() == Form.NOUN)));
    }

    /** Joined Norway in imposing sanctions: what both impose, and nothing besides. */
    private static boolean isJoinedIn(MarkedSentence sentence, Action action) {
        return sentence.isAnyOf(action.at(), Governor.JOINING)
                && IntStream.range(action.at() + 1, action.objectFrom())
                        .anyMatch(in -> sentence.word(in).equals("in")
                                && sentence.word(in + 1).endsWith("ing")
                                && sentence.mentionAt(in + 1).isEmpty());
    }

    /** The harshest step short of breaking off ties: what it is compared with; who stops short of it does not do it. */
    private static boolean isShortOf(MarkedSentence sentence, Action action) {
        int shortOf = action.first() - 2;
        return sentence.word(shortOf).equals("short")
                && sentence.word(shortOf + 1).equals("of")
                && !sentence.isInCue(shortOf);
    }

    /** Lifted the sanctions, including the suspension of trade: what is lifted, named by its parts. */
    private static boolean isListedInLifted(MarkedSentence sentence, Action action, List<Action> actions) {
        return action.head().move() == Move.IMPOSE
                && (action.head().form() == Form.NOUN || action.head().form() == Form.GERUND)
                && actions.stream()
                        .anyMatch(lifted -> lifted.head().move() == Move.LIFT
                                && lifted.objectTo() <= action.at()
                                && sentence.hasBetween(lifted.objectTo(), action.at(), AS_PARTS)
                                && !sentence.hasBetween(lifted.objectTo(), action.at(), Words.BOUNDARIES));
    }

    /** Followed suit, severing relations, or by severing them: what is said to be the same is said anew. */
    private static boolean isSpeltOut(MarkedSentence sentence, Action action, List<Action> actions) {
        return action.how() == Construction.ECHO
                && actions.stream()
                        .anyMatch(spelt -> spelt.at() > action.at()
                                && (isGerundBehind(sentence, spelt.at())
                                        || sentence.word(action.objectTo()).equals("by"))
                                && !sentence.hasBetween(action.objectTo(), spelt.at(), Words.BOUNDARIES));
    }

    private static boolean isGerundBehind(MarkedSentence sentence, int at) {
        return sentence.word(at).endsWith("ing") && sentence.isAnyOf(at - 1, Words.COMMA);
    }

    /** With visas issued by third countries: which visas they are. */
    private static boolean isOldVisa(MarkedSentence sentence, Action action) {
        return action.how() == Construction.DESCRIBING
                && action.head().objectClass().equals("visas")
                && action.head().move() == Move.LIFT
                && sentence.isAnyOf(action.objectTo(), GRANTED);
    }

    /** If the union fails to do so: what else somebody would do. */
    private static boolean isFailedCondition(MarkedSentence sentence, Action action) {
        int from = action.at() - FARTHEST_CONDITION;
        return action.how() == Construction.ECHO
                && sentence.hasBetween(from, action.at(), Words.IF)
                && sentence.hasBetween(from, action.at(), FAILING);
    }

    /** Would repeal statutes that impose sanctions; an act, which imposed sanctions, was repealed: ends the sanctions. */
    private static Optional<Action> ofRepealedLaw(MarkedSentence sentence, Action action) {
        int relative = VerbChain.start(sentence, action.at()) - 1;
        int law = sentence.isAnyOf(relative - 1, Words.COMMA) ? relative - 2 : relative - 1;
        boolean ofLaw = action.head().move() == Move.IMPOSE
                && sentence.isAnyOf(relative, TimeFinder.OF_THINGS)
                && sentence.isAnyOf(law, LAWS);
        if (!ofLaw) {
            return Optional.empty();
        }
        for (int at = relative - 2; at >= Math.max(0, relative - FARTHEST_LAW); at--) {
            if (sentence.isAnyOf(at, Words.BOUNDARIES)) {
                break;
            }
            Optional<Action> repealing = repealing(sentence, action, at, false);
            if (repealing.isPresent()) {
                return repealing;
            }
        }
        for (int at = action.objectTo(); at < Math.min(sentence.size(), action.objectTo() + FARTHEST_LAW); at++) {
            Optional<Action> repealed =
                    ActionFinder.hasBe(sentence, at) ? repealing(sentence, action, at, true) : Optional.empty();
            if (repealed.isPresent()) {
                return repealed;
            }
        }
        return Optional.empty();
    }

    /** The same object of a verb there that ends what the action imposes. */
    private static Optional<Action> repealing(MarkedSentence sentence, Action action, int at, boolean passive) {
        return sentence.heads(at).stream()
                .filter(head -> head.move() == Move.LIFT
                        && head.measure() == action.measure()
                        && head.objectClass().equals(action.head().objectClass())
                        && head.rest().isEmpty()
                        && head.form() != Form.NOUN)
                .findFirst()
                .map(head -> new Action(
                        head,
                        action.measure(),
                        at,
                        action.objectFrom(),
                        action.objectTo(),
                        passive,
                        passive ? Construction.PASSIVE : Construction.ACTIVE,
                        false));
    }

    /** Sanctions are to begin to be eased: what begins is something else. */
    private static boolean isBegunWith(MarkedSentence sentence, Action action) {
        return action.head().intransitive()
                && sentence.isAnyOf(action.at(), BEGINNING)
                && sentence.word(action.at() + 1).equals("to");
    }

    /** The envoy has returned from Pretoria: from where he was sent, not to his post. */
    private static boolean isBackFrom(MarkedSentence sentence, Action action) {
        return action.measure() == Measure.RECALL
                && action.head().move() == Move.LIFT
                && action.head().form() != Form.NOUN
                && sentence.word(action.at()).startsWith("return")
                && sentence.word(action.at() + 1).equals("from");
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
        boolean aStep = action.head().form() == Form.NOUN
                && sentence.isAnyOf(action.at() - 1, INDEFINITE)
                && sentence.isAnyOf(behind, Words.BE)
                && sentence.isAnyOf(behind + 1, INDEFINITE);
        boolean doing = action.head().form() == Form.GERUND
                && action.at() < action.objectFrom()
                && (action.at() == 0
                        || sentence.isAnyOf(action.at() - 1, Words.REPORTING)
                        || sentence.isAnyOf(action.at() - 1, Words.COMMA)
                        || sentence.isAnyOf(action.at() - 1, Words.QUOTES))
                && hasBeBehind(sentence, behind)
                && sentence.cues().stream().noneMatch(cue -> cue.from() > behind && cue.from() <= behind + 2);
        return aStep || doing;
    }

    /** Removed diplomatic personnel: the own, unless it says whose they are. */
    private static boolean isRemovalOfNobodys(MarkedSentence sentence, Action action) {
        return action.measure() == Measure.EXPULSION
                && sentence.word(action.at()).startsWith("remov")
                && action.at() < action.objectFrom()
                && sentence.mentions.stream()
                        .noneMatch(mention -> mention.from() > action.at() && mention.to() <= action.objectTo())
                && !sentence.hasBetween(action.at(), action.objectFrom(), Words.POSSESSIVES);
    }

    /** Protested the opening of an office: whoever protests did not open it, and who did is not said. */
    private static boolean isProtested(MarkedSentence sentence, Action action) {
        int verb = sentence.beforeArticle(action.at() - 1);
        return action.measure() == Measure.MISSION
                && action.head().move() == Move.LIFT
                && TargetFinder.isCondemning(sentence.word(verb));
    }

    /** Normalising relations between the one and the other is: the token behind those two, or the same if none are named. */
    private static int behindPair(MarkedSentence sentence, int between) {
        if (!sentence.word(between).equals("between")) {
            return between;
        }
        int end = between;
        for (Mention mention : sentence.mentions) {
            boolean next = mention.from() == end + 1 && (end == between || sentence.isAnyOf(end, Words.JOINING));
            end = next ? mention.to() : end;
        }
        return end;
    }

    private static boolean hasBeBehind(MarkedSentence sentence, int behind) {
        int at = behindPair(sentence, sentence.isAnyOf(behind, NOW) ? behind + 1 : behind);
        return sentence.isAnyOf(at, Words.BE)
                || (sentence.isAnyOf(at, Words.POSSIBLE) && sentence.isAnyOf(at + 1, Words.BE));
    }

    /** The shuttered embassy, supporting designated groups, to use frozen assets: a participle that says what a noun is like. */
    private static boolean isAttribute(MarkedSentence sentence, Action action) {
        int before = action.at() - 1;
        boolean counted = sentence.number(before) != null && !CountFinder.isDay(sentence, before);
        boolean bare = action.head().form() == Form.PARTICIPLE
                && sentence.word(action.at()).endsWith("en")
                && !hasAuxiliary(sentence, action.at());
        return action.head().form().isPastOrParticiple()
                && action.how() == Construction.ACTIVE
                && action.head().rest().isEmpty()
                && (bare
                        || sentence.isAnyOf(before, Words.ARTICLES)
                        || counted
                        || isBehindGerund(sentence, before)
                        || isBehindPast(sentence, action, before)
                        || (sentence.isAnyOf(before, Words.PREPOSITIONS)
                                && !sentence.isAdverb(before)
                                && action.objectFrom() - action.at() <= 2));
    }

    /** Funded designated groups: behind a verb in the past, of which they are the object. */
    private static boolean isBehindPast(MarkedSentence sentence, Action action, int before) {
        return action.measure() == Measure.SANCTIONS
                && action.objectFrom() - action.at() <= 2
                && sentence.word(before).endsWith("ed")
                && sentence.mentionAt(before).isEmpty();
    }

    private static boolean isBehindGerund(MarkedSentence sentence, int before) {
        return sentence.word(before).endsWith("ing")
                && !sentence.isAnyOf(before, AUXILIARY)
                && sentence.mentionAt(before).isEmpty();
    }

    /** Seized property: a participle right before what it is done to. */
    private static boolean isAttribute(Action action) {
        return action.head().form().isPastOrParticiple() && action.at() + 1 == action.objectFrom();
    }

    /** Confiscate frozen Russian assets: a participle before whose they are. */
    private static boolean isAttributeOfParty(MarkedSentence sentence, Action action) {
        return action.head().form().isPastOrParticiple()
                && action.at() + 2 == action.objectFrom()
                && sentence.mentionAt(action.at() + 1).isPresent();
    }

    private static boolean isObjectOfAnother(MarkedSentence sentence, Action action, List<Action> actions) {
        return !hasAuxiliary(sentence, action.at())
                && actions.stream().anyMatch(other -> isObjectOf(sentence, action, other));
    }

    private static boolean isObjectOf(MarkedSentence sentence, Action action, Action other) {
        return other.at() != action.at()
                && other.objectFrom() == action.objectFrom()
                && (other.at() < other.objectFrom()
                        || (isDescribedWhere(action, other) && !isVerbBeforeRelative(sentence, action, other)));
    }

    /** The visas issued to them are cancelled: a participle that describes what a passive behind it is about. */
    private static boolean isDescribedWhere(Action action, Action other) {
        return (action.how() == Construction.DESCRIBING
                        || (isAttribute(action) && !other.head().intransitive()))
                && other.how() == Construction.PASSIVE
                && other.at() > action.at();
    }

    /** Norway restored ties, which had been suspended: not the restored ties. */
    private static boolean isVerbBeforeRelative(MarkedSentence sentence, Action action, Action other) {
        return sentence.hasBetween(other.objectTo(), other.at(), TimeFinder.OF_THINGS)
                && !sentence.isAnyOf(action.at() - 1, Words.DETERMINERS);
    }

    static Action embedded(Action action, boolean passive) {
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

    /** Cancelled visas it has granted: a verb behind what it is done to, which describes it. */
    private static boolean isBehindRelative(Action action) {
        return action.how() == Construction.RELATIVE && action.objectTo() <= action.at();
    }

    /** Ended its two-month suspension of ties: what was done is over. */
    private static boolean isEnded(MarkedSentence sentence, Action action) {
        if (action.how() == Construction.POINTING_BACK && action.head().form() == Form.GERUND) {
            return sentence.isAnyOf(action.at() - 1, STOPPING);
        }
        if (action.how() != Construction.NOMINAL) {
            return false;
        }
        for (int at = action.at() - 1; at >= action.at() - FARTHEST_ENDED; at--) {
            if (sentence.isAnyOf(at, ENDING)) {
                return true;
            }
            if (!sentence.isAnyOf(at, Words.DETERMINERS) && !sentence.mayBeNoun(at) && !sentence.beginsWithDigit(at)) {
                return false;
            }
        }
        return false;
    }

    private static boolean hasAuxiliary(MarkedSentence sentence, int at) {
        return ActionFinder.hasBe(sentence, at) || sentence.hasBetween(at - 3, at, Words.HAVE);
    }
}
