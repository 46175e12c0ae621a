package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Finds the object of a head, of the class that the head takes, on its right or on its left. */
final class ObjectFinder {

    /** Behind these begins what a verb is done with or at, no longer what it is done to. */
    private static final WordSet NOT_BEFORE_OBJECT = WordSet.of("to", "with", "over", "into", "by", "at");

    private static final WordSet REMOVALS = WordSet.of("removal", "deletion");
    private static final WordSet HOW_LONG = WordSet.of("until", "till", "through", "for", "by");
    private static final WordSet SPANS =
            TimeFinder.UNITS.with("year", "month", "week", "day", "half-year", "end", "mid");
    private static final WordSet AGAIN = WordSet.of("another", "a", "further", "one", "the", "of", "more", "next");
    private static final WordSet FOR = WordSet.of("for", "to", "against");
    private static final WordSet LEAST = WordSet.of("least", "most", "once");
    private static final WordSet BEFORE_BEING = WordSet.of("after", "before", "since");
    private static final WordSet RELATIVE_PERSON = WordSet.of("who", "whose");
    private static final WordSet WHOM = WordSet.of("whom", "which", "that");
    private static final WordSet WHEN = WordSet.of("when", "where", "until", "before", "if", "unless");
    /** Whom a state sends home without meaning the other state. */
    private static final WordSet DEPORTED = WordSet.of(
            "migrant",
            "migrants",
            "asylum",
            "convicted",
            "criminals",
            "offenders",
            "refugees",
            "undocumented",
            "illegally");

    /** Words between a noun and whose it is: the ambassadors of ten countries, including Germany and the United States. */
    private static final WordSet OF_WHOM = WordSet.of("countries", "states", "nations", "including", "and", ",", "the");

    /** Dropped its veto and allowed the sanctions: what is dropped is the veto. */
    private static final WordSet OBJECTIONS = WordSet.of(
            "veto",
            "vetoes",
            "opposition",
            "objection",
            "objections",
            "resistance",
            "question",
            "subject",
            "topic",
            "prospect",
            "possibility",
            "idea",
            "spectre",
            "threat",
            "communiqué",
            "treaty",
            "roadmap",
            "timetable",
            "process",
            "framework",
            "schedule");

    /** Nouns that are verbs before an article. */
    private static final WordSet LIMITING = WordSet.of("limit", "curb", "ban");

    /** Of a noun, what stands behind these is no object: the end of the war makes the sanctions needless. */
    private static final WordSet FINITE =
            Words.POSSIBLE.with("is", "are", "was", "were", "has", "have", "had", "makes", "made");

    private static final WordSet BACKING = WordSet.of(
            "back", "backs", "backed", "support", "supports", "supported", "endorse", "endorses", "endorsed");
    private static final WordSet BEING = WordSet.of("is", "are", "was", "were");
    private static final WordSet WHAT = WordSet.of("what", "which", "that", "who");
    private static final WordSet QUANTITY = WordSet.of("many", "much", "few", "little");
    private static final WordSet SAYING = WordSet.of("saying", "adding", "noting", "warning", "stressing");
    private static final WordSet BEHIND_NUMBER = WordSet.of(",", "and", "more", "others", "of", "in");
    private static final WordSet FORMER = WordSet.of("former", "ex", "then", "late");
    private static final int FARTHEST_BODY = 2;
    private static final int FARTHEST_ACCREDITED = 4;
    private static final int LONGEST_OBJECT = 4;
    static final WordSet AND = WordSet.of("and", "but", "or");
    /** Words with which a new part of the sentence begins. */
    static final WordSet CLAUSE_ENDS = WordSet.of(",", "and", "saying", "on", "citing", "outright", "flatly");

    private static final int FARTHEST_PERSON = 4;
    private static final int FARTHEST_LEFT = 14;

    private ObjectFinder() {}

    static Optional<Match<String>> right(MarkedSentence sentence, int verbEnd, int limit, Head head) {
        int end = head.form() == Form.NOUN ? verbEnd : behindSpan(sentence, verbEnd);
        if (isInfinitive(sentence, end, head)) {
            return Optional.empty();
        }
        for (int place = end; place < Math.min(sentence.size(), limit); place++) {
            if ((sentence.isAnyOf(place, Words.BOUNDARIES) && !isOfQuantity(sentence, place))
                    || (head.form() != Form.NOUN
                            && sentence.isAnyOf(place, NOT_BEFORE_OBJECT)
                            && !isPartyBetween(sentence, place, end)
                            && !isAtOnce(sentence, place, end)
                            && !isMoreThan(sentence, place)
                            && !(sentence.word(place).equals("at") && place > end)
                            && !head.rest().contains(sentence.word(place)))
                    || (head.form() != Form.NOUN && isRemoval(sentence, place))
                    || (head.form() == Form.NOUN && sentence.word(place).equals("to") && place > end)
                    || (head.form() == Form.NOUN
                            && (sentence.isAnyOf(place, FINITE)
                                    || sentence.word(place).equals("since")
                                    || isBehindAgent(sentence, place)))
                    || (sentence.word(place).equals(",")
                            && (place > end || head.form() == Form.NOUN)
                            && !isListed(sentence, place, end)
                            && !isBetweenAdjectives(sentence, place)
                            && !isApposition(sentence, place, head))
                    || (sentence.isAnyOf(place, AND) && sentence.hasCueAt(place + 1))
                    || isAfterPreposition(sentence, place, head)
                    || sentence.hasCueAt(place, GovernedObjects.EXCHANGING)
                    || (place >= end && isDraftBacked(sentence, end, place))
                    || (place > end && (isAskedAt(sentence, place) || isOfClause(sentence, end, place, head)))
                    || (place > end
                            && ((sentence.isAnyOf(place, OBJECTIONS) && !sentence.isObject(place))
                                    || isIssue(sentence, place, head)))) {
                return Optional.empty();
            }
            Optional<Match<String>> object = objectFrom(sentence, place, head.objectClass());
            if (object.isPresent()) {
                return object.filter(found -> !isOfNextClause(sentence, end, found.from())
                        && !isOfAnotherIssue(sentence, end, found.from(), head));
            }
        }
        return Optional.empty();
    }

    /** Back a bill on sanctions: what is backed is but a bill. */
    private static boolean isDraftBacked(MarkedSentence sentence, int end, int draft) {
        return sentence.isAnyOf(draft, Words.DRAFTS) && sentence.isAnyOf(end - 1, BACKING);
    }

    /** Added that the two were acting together so that the sanctions would work: the verb of a clause in between, but for what are called sanctions. */
    private static boolean isOfClause(MarkedSentence sentence, int end, int at, Head head) {
        return head.form() != Form.NOUN && sentence.isAnyOf(at, BEING) && !sentence.hasBetween(end, at, WHAT);
    }

    /** Announced its removal from the blacklist: what is announced is no list. */
    private static boolean isRemoval(MarkedSentence sentence, int noun) {
        return sentence.isAnyOf(noun, REMOVALS) && sentence.word(noun + 1).equals("from");
    }

    /** The expulsion by Iran followed: what stands behind who does it, but for the expulsion by Iran of them. */
    private static boolean isBehindAgent(MarkedSentence sentence, int by) {
        return sentence.word(by).equals("by")
                && sentence.mentionAt(sentence.behindArticle(by + 1))
                        .filter(agent -> !sentence.word(agent.to()).equals("of"))
                        .isPresent();
    }

    /** Agreed to lift sanctions, where agreed to sanctions is what is looked for. */
    private static boolean isInfinitive(MarkedSentence sentence, int at, Head head) {
        return sentence.word(at - 1).equals("to")
                && head.rest().equals(List.of("to"))
                && (sentence.isAnyOf(at + 1, Words.DETERMINERS)
                        || sentence.word(at + 1).equals("some")
                        || sentence.isAnyOf(at, Opposites.REVIEWING)
                        || sentence.heads(at).stream().anyMatch(verb -> verb.form() == Form.BASE));
    }

    /** Extended until June 23, 2025, its sanctions; renewed for another year the ban: the place behind how long, else that place. */
    private static int behindSpan(MarkedSentence sentence, int at) {
        if (!sentence.isAnyOf(at, HOW_LONG)) {
            return at;
        }
        int behind = at + 1;
        boolean unit = false;
        while (isOfSpan(sentence, behind) || (unit && sentence.word(behind).equals(","))) {
            unit |= sentence.isAnyOf(behind, Words.MONTHS) || sentence.isAnyOf(behind, SPANS);
            behind++;
        }
        return unit ? behind : at;
    }

    private static boolean isOfSpan(MarkedSentence sentence, int at) {
        return sentence.isAnyOf(at, Words.MONTHS)
                || sentence.isAnyOf(at, SPANS)
                || sentence.isAnyOf(at, AGAIN)
                || sentence.number(at) != null
                || sentence.beginsWithDigit(at);
    }

    /** Raised the issue of sanctions, but stopped the issue of visas. */
    private static boolean isIssue(MarkedSentence sentence, int at, Head head) {
        return sentence.word(at).equals("issue") && !head.objectClass().equals("visas");
    }

    /** The dispute has ended, the union is preparing sanctions: a comma right behind the verb, and another verb. */
    private static boolean isOfNextClause(MarkedSentence sentence, int end, int object) {
        return sentence.word(end).equals(",")
                && (sentence.hasBetween(end, object, Words.HAVE) || sentence.hasBetween(end, object, Words.BE));
    }

    /** Issued an ultimatum for holders of visas: something else, whatever stands behind its preposition. */
    private static boolean isOfAnotherIssue(MarkedSentence sentence, int end, int object, Head head) {
        return head.objectClass().equals("visas")
                && sentence.isAnyOf(end, Words.INDEFINITE)
                && sentence.hasBetween(end, object, FOR);
    }

    /** Sanctions derive from OFAC: a party behind a preposition is not what the verb is done to. */
    private static boolean isAfterPreposition(MarkedSentence sentence, int place, Head head) {
        return (head.objectClass().equals("party") || head.objectClass().equals(Head.MEMBER))
                && head.form() != Form.NOUN
                && !head.gapped()
                && sentence.isAnyOf(place, Words.PREPOSITIONS)
                && !Words.OF.contains(sentence.word(place));
    }

    /** Broke off with Russia all relations: with whom, said before the object. */
    private static boolean isPartyBetween(MarkedSentence sentence, int at, int end) {
        return at == end
                && sentence.word(at).equals("with")
                && sentence.mentionAt(at + 1).isPresent();
    }

    /** Lifted with immediate effect all sanctions. */
    private static boolean isAtOnce(MarkedSentence sentence, int at, int end) {
        return at == end
                && sentence.word(at).equals("with")
                && (sentence.word(at + 1).equals("effect")
                        || sentence.word(at + 2).equals("effect"));
    }

    /** Over 2,000 individuals, at least ten. */
    private static boolean isMoreThan(MarkedSentence sentence, int at) {
        boolean over = sentence.word(at).equals("over") && sentence.beginsWithDigit(at + 1);
        return over || (sentence.word(at).equals("at") && sentence.isAnyOf(at + 1, LEAST));
    }

    /** Diplomatic, commercial and consular relations: a comma between words of which one more follows behind "and". */
    private static boolean isListed(MarkedSentence sentence, int comma, int end) {
        if (isSecondAdjective(sentence, comma, end)) {
            return true;
        }
        boolean last = sentence.word(comma + 1).equals("and");
        boolean beforeLast =
                sentence.word(comma + 2).equals(",") && sentence.word(comma + 3).equals("and");
        int and = last ? comma + 1 : beforeLast ? comma + 3 : comma + 2;
        return sentence.word(and).equals("and")
                && (!last || sentence.word(comma - 2).equals(","))
                && sentence.objects.stream().anyMatch(object -> object.from() > and && object.from() <= and + 2)
                && sentence.mentionAt(comma + 1).isEmpty();
    }

    /** Summons British, German and French ambassadors. */
    private static boolean isBetweenAdjectives(MarkedSentence sentence, int comma) {
        return sentence.mentionAt(comma - 1)
                        .filter(mention -> mention.kind() == Mention.Kind.ADJECTIVE)
                        .isPresent()
                && sentence.mentionAt(comma + 1)
                        .filter(mention -> mention.kind() == Mention.Kind.ADJECTIVE)
                        .isPresent();
    }

    /** Lifts economic, travel sanctions. */
    private static boolean isSecondAdjective(MarkedSentence sentence, int comma, int end) {
        return comma == end + 1
                && sentence.objects.stream()
                        .anyMatch(object -> object.from() == comma + 1 || object.from() == comma + 2);
    }

    /** Sanctioned Joao Silva, a Brazilian judge; expelled him, Iran's ambassador: behind a name, what he is. */
    private static boolean isApposition(MarkedSentence sentence, int comma, Head head) {
        boolean named = sentence.tokens.get(comma - 1).isCapitalised()
                && sentence.mentionAt(comma - 1).isEmpty();
        boolean whose = sentence.mentionAt(comma + 1)
                .filter(owner -> sentence.word(owner.to()).equals("'s"))
                .isPresent();
        boolean what = whose
                || sentence.isAnyOf(comma + 1, Words.ARTICLES)
                || objectFrom(sentence, comma + 1, "people").isPresent();
        return named && what && ofPerson(head);
    }

    private static boolean ofPerson(Head head) {
        return head.bearsOnParty()
                || head.objectClass().equals("people")
                || head.objectClass().equals("officials");
    }

    /** Sanctions on Niger, Mali, and Burkina Faso: the comma before the last of a list. */
    private static boolean isOfParties(MarkedSentence sentence, int comma) {
        return sentence.mentionAt(comma - 1).isPresent()
                && sentence.mentionAt(comma + 2).isPresent();
    }

    /** Passed a motion calling for sanctions; Budapest demanded that names be removed: what is asked for is not done by the verb before. */
    private static boolean isAskedAt(MarkedSentence sentence, int at) {
        return sentence.hasCueAt(at)
                && sentence.cues().stream()
                        .anyMatch(cue -> cue.from() == at && cue.value().status() == Status.URGED);
    }

    /** As many as 40: no clause begins there. */
    private static boolean isOfQuantity(MarkedSentence sentence, int at) {
        return sentence.word(at).equals("as")
                && (sentence.isAnyOf(at + 1, QUANTITY) || sentence.isAnyOf(at - 1, QUANTITY));
    }

    static Optional<Match<String>> left(MarkedSentence sentence, int at, Head head) {
        int end = beforeInsertion(sentence, at);
        int farthest = end - FARTHEST_LEFT;
        for (int place = end - 1; place >= Math.max(0, farthest); place--) {
            farthest -= isListOfParties(sentence, place) ? 1 : 0;
            boolean relative = sentence.isAnyOf(place, RELATIVE_PERSON);
            boolean near = at - place <= FARTHEST_PERSON;
            if (relative && !near) {
                return objectTo(sentence, place, head.objectClass());
            }
            boolean ofClause = sentence.word(place).equals("that")
                    && (sentence.isAnyOf(place - 1, Words.REPORTING)
                            || sentence.isAnyOf(place - 1, SAYING)
                            || sentence.isAnyOf(place - 1, AND)
                            || (head.objectClass().equals("people") && sentence.isInCue(place - 1)));
            if (head.objectClass().equals("party") && isAskedAt(sentence, place)) {
                return Optional.empty();
            }
            boolean inserted = place == at - 1 && sentence.word(place).equals("—");
            if ((sentence.isAnyOf(place, Words.STRONG_BOUNDARIES)
                            && !relative
                            && !inserted
                            && !isAfterBeing(sentence, place, at))
                    || sentence.isAnyOf(place, WHEN)
                    || (sentence.word(place).equals("so")
                            && !sentence.word(place + 1).equals("far"))
                    || (sentence.word(place).equals(",")
                            && sentence.isAnyOf(place + 1, AND)
                            && !isOfParties(sentence, place)
                            && !sentence.hasBetween(place, end, WHOM))
                    || ofClause) {
                return Optional.empty();
            }
            if (head.measure() == Measure.RECALL && isOfAccreditation(sentence, place)) {
                continue;
            }
            Optional<Match<String>> object = objectFrom(sentence, place, head.objectClass());
            if (object.isPresent() && isOfVerbBefore(sentence, at, place)) {
                return Optional.empty();
            }
            if (object.isPresent()) {
                int who = relativeOf(sentence, place);
                return who < 0 || VerbChain.start(sentence, at) == at
                        ? object
                        : objectTo(sentence, who, head.objectClass());
            }
        }
        return Optional.empty();
    }

    /** Most withdrew their staff and have not returned: what a verb before is done to does nothing itself. */
    private static boolean isOfVerbBefore(MarkedSentence sentence, int at, int object) {
        int joint = VerbChain.start(sentence, at) - 1;
        return sentence.word(joint).equals("and")
                && joint + 1 < at
                && sentence.isAnyOf(joint + 1, Words.HAVE)
                && IntStream.range(Math.max(0, object - 2), object).anyMatch(sentence.verbs::contains);
    }

    /** They left after being expelled: what was done before to who is told of there. */
    private static boolean isAfterBeing(MarkedSentence sentence, int after, int at) {
        return after == at - 2
                && sentence.isAnyOf(after, BEFORE_BEING)
                && sentence.word(at - 1).equals("being");
    }

    /** From the US, Germany and Italy: whom a list names stands for as many objects, and one word. */
    private static boolean isListOfParties(MarkedSentence sentence, int at) {
        boolean joint = sentence.isAnyOf(at, Words.JOINING)
                && sentence.mentionAt(at - 1).isPresent();
        return joint || (sentence.mentionAt(at).isPresent() && sentence.isAnyOf(at + 1, Words.JOINING));
    }

    /** The envoys who appealed for an activist: the "who" of the clause in which that object stands behind its verb, or -1. */
    private static int relativeOf(MarkedSentence sentence, int object) {
        boolean verb = false;
        for (int at = object - 1; at > 0; at--) {
            if (sentence.word(at).equals("who")) {
                return verb ? at : -1;
            }
            if (sentence.isAnyOf(at, Words.BOUNDARIES) || sentence.isAnyOf(at, Words.COMMA)) {
                return -1;
            }
            verb |= sentence.verbs.contains(at) || sentence.isInCue(at);
        }
        return -1;
    }

    /** Where the part of the sentence ends that goes on with the verb: The diplomats(, who had spied for years,) were expelled. */
    static int beforeInsertion(MarkedSentence sentence, int at) {
        int closing = VerbChain.start(sentence, at) - 1;
        if (!sentence.isAnyOf(closing, Words.INSERTING)) {
            return at;
        }
        for (int opening = closing - 1; opening > 0 && closing - opening <= FARTHEST_LEFT; opening--) {
            if (sentence.word(opening).equals(sentence.word(closing))) {
                return opening;
            }
        }
        return at;
    }

    /** The object right before that place. */
    private static Optional<Match<String>> objectTo(MarkedSentence sentence, int end, String objectClass) {
        int last = end;
        while (last > 0 && (sentence.mentionAt(last - 1).isPresent() || sentence.isAnyOf(last - 1, OF_WHOM))) {
            last--;
        }
        int counted = sentence.number(last - 1) == null ? last : last - 1;
        int behind = sentence.word(counted - 1).equals("of") ? counted - 1 : last;
        for (int place = end - 1; place >= Math.max(0, behind - LONGEST_OBJECT); place--) {
            Optional<Match<String>> object = objectFrom(sentence, place, objectClass);
            if (object.isPresent()) {
                return object.filter(found -> found.to() == end || found.to() == behind);
            }
        }
        return Optional.empty();
    }

    private static Optional<Match<String>> objectFrom(MarkedSentence sentence, int place, String objectClass) {
        return switch (objectClass) {
            case "party" -> party(sentence, place);
            case "nationals" -> nationals(sentence, place);
            case Head.BODY_STAFF -> staffOfBody(sentence, place);
            case Head.MEMBER -> member(sentence, place);
            case Head.LEADER -> leader(sentence, place);
            case Head.NUMBER -> number(sentence, place);
            default -> named(sentence, place, objectClass);
        };
    }

    private static Optional<Match<String>> named(MarkedSentence sentence, int place, String objectClass) {
        for (Match<String> object : sentence.objects) {
            if (object.from() == place && object.value().equals(objectClass)) {
                int owned = sentence.word(object.to()).equals("'s") ? object.to() + 1 : object.to();
                boolean ofWhom = objectClass.equals("people")
                        && sentence.objects.stream()
                                .anyMatch(status -> status.from() >= owned
                                        && status.from() <= owned + 1
                                        && status.value().equals("accreditations"));
                boolean former = objectClass.equals("people") && sentence.isAnyOf(place - 1, FORMER);
                boolean inAnswer = objectClass.equals("answers")
                        && sentence.word(place - 1).equals("in");
                boolean verb = objectClass.equals("restrictions")
                        && sentence.isAnyOf(place, LIMITING)
                        && sentence.isAnyOf(object.to(), Words.ARTICLES);
                return verb || ofWhom || former || inAnswer ? Optional.empty() : Optional.of(object);
            }
        }
        return Optional.empty();
    }

    /** The accreditation of two Turkish diplomats: whose envoys nobody calls home. */
    private static boolean isOfAccreditation(MarkedSentence sentence, int place) {
        return sentence.objects.stream()
                .anyMatch(status -> status.value().equals("accreditations")
                        && sentence.word(status.to()).equals("of")
                        && status.to() < place
                        && place - status.to() <= FARTHEST_ACCREDITED);
    }

    private static Optional<Match<String>> party(MarkedSentence sentence, int place) {
        for (Mention mention : sentence.mentions) {
            boolean flagged = mention.kind() == Mention.Kind.ADJECTIVE
                    && sentence.word(place).endsWith("-flagged");
            if (mention.from() == place && !flagged) {
                return Optional.of(new Match<>(place, endOfParties(sentence, mention), "party"));
            }
        }
        return Optional.empty();
    }

    /** Where a list of parties ends that begins with that one: Malian and Burkinabe nationals. */
    private static int endOfParties(MarkedSentence sentence, Mention first) {
        int end = first.to();
        for (Mention mention : sentence.mentions) {
            boolean listed = mention.from() == end + 1
                    && (sentence.isAnyOf(end, AND) || sentence.word(end).equals(","))
                    && !isNextSubject(sentence, end, mention);
            end = listed ? mention.to() : end;
        }
        return end;
    }

    /** Should blacklist Cuba, Peru said; Cuba, Russia's news agency reported: behind a comma, who does something else, and no further one of a list. */
    private static boolean isNextSubject(MarkedSentence sentence, int comma, Mention mention) {
        int verb = mention.to();
        if (sentence.word(verb).equals("'s")) {
            verb++;
            while (sentence.mayBeNoun(verb) && !sentence.isAnyOf(verb, Words.REPORTING)) {
                verb++;
            }
        }
        return sentence.word(comma).equals(",")
                && (sentence.isAnyOf(verb, Words.REPORTING)
                        || sentence.isAnyOf(verb, Words.HAVE)
                        || sentence.isAnyOf(verb, Words.MODALS)
                        || (sentence.hasCueAt(verb) && sentence.word(verb).endsWith("ed")));
    }

    /** Expelled seven UN officials. */
    private static Optional<Match<String>> staffOfBody(MarkedSentence sentence, int place) {
        boolean ofBody = sentence.isObject(place)
                && sentence.mentions.stream()
                        .anyMatch(
                                mention -> Words.BODIES.contains(mention.party().code())
                                        && mention.to() <= place
                                        && place - mention.to() <= FARTHEST_BODY);
        return ofBody
                ? named(sentence, place, "officials")
                        .map(object -> new Match<>(object.from(), object.to(), Head.BODY_STAFF))
                : Optional.empty();
    }

    /** The African Union suspended Niger: a state itself, in a sentence about a body. */
    private static Optional<Match<String>> member(MarkedSentence sentence, int place) {
        return sentence.mentionAt(place)
                .filter(mention -> mention.from() == place && mention.kind() == Mention.Kind.NAME)
                .filter(mention -> !Words.BODIES.contains(mention.party().code()))
                .filter(mention -> endsPhrase(sentence, mention.to()))
                .filter(mention -> sentence.mentions.stream()
                        .anyMatch(other -> Words.BODIES.contains(other.party().code())))
                .map(mention -> new Match<>(mention.from(), mention.to(), Head.MEMBER));
    }

    /** Declared Lula unwelcome. */
    private static Optional<Match<String>> leader(MarkedSentence sentence, int place) {
        return sentence.mentionAt(place)
                .filter(mention -> mention.from() == place && mention.kind() == Mention.Kind.PERSON)
                .map(mention -> new Match<>(mention.from(), mention.to(), Head.LEADER));
    }

    /** Ordered out 60: people who are but counted. */
    private static Optional<Match<String>> number(MarkedSentence sentence, int place) {
        boolean counted = sentence.number(place) != null
                && !sentence.word(place).equals("one")
                && !isOfNoun(sentence, place)
                && !(sentence.word(place + 1).equals("and") && sentence.number(place + 2) != null)
                && (place + 1 == sentence.size()
                        || sentence.isAnyOf(place + 1, Words.SIGNS)
                        || sentence.isAnyOf(place + 1, BEHIND_NUMBER));
        return counted ? Optional.of(new Match<>(place, place + 1, Head.NUMBER)) : Optional.empty();
    }

    /** Two of each other's diplomats, seven of their ships: what they are is said behind. */
    private static boolean isOfNoun(MarkedSentence sentence, int number) {
        return sentence.word(number + 1).equals("of") && !sentence.isAnyOf(number + 2, Words.OBJECT_PRONOUNS);
    }

    private static boolean endsPhrase(MarkedSentence sentence, int at) {
        // Togo's suspension is Togo's own, Togo's ambassador is not Togo.
        if (sentence.word(at).equals("'s") && sentence.isObject(at + 1)) {
            return false;
        }
        return at >= sentence.size()
                || sentence.isAnyOf(at, Words.SIGNS)
                || sentence.isAnyOf(at, Words.PREPOSITIONS)
                || sentence.isAnyOf(at, Words.BE)
                || sentence.isAnyOf(at, Words.HAVE)
                || sentence.isAnyOf(at, Words.MODALS)
                || sentence.isAnyOf(at, Words.BOUNDARIES)
                || sentence.isAnyOf(at, CLAUSE_ENDS);
    }

    /** Expelled 36 Iraqis: people of a state. */
    private static Optional<Match<String>> nationals(MarkedSentence sentence, int place) {
        return sentence.mentionAt(place)
                .filter(mention -> mention.from() == place && mention.kind() == Mention.Kind.NATIONALS)
                .filter(mention -> !sentence.hasBetween(0, sentence.size(), DEPORTED))
                .map(mention -> new Match<>(mention.from(), mention.to(), "nationals"));
    }
}
