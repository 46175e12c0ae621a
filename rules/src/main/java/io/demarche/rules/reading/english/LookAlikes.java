package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;

/** Sets aside what has the words of an action, and is something else: what sanctions do, who returns from where he was sent. */
final class LookAlikes {

    private static final WordSet GRANTED = WordSet.of("issued", "granted");
    private static final WordSet ISSUING = GRANTED.with("issue", "issues", "issuing", "grant", "grants", "gave");
    private static final WordSet ABOUT = WordSet.of("on", "of", "for");
    private static final WordSet TREATIES = WordSet.of(
            "communiqué", "communique", "treaty", "protocol", "declaration", "anniversary", "document", "documents");
    private static final WordSet TROOPS =
            WordSet.of("units", "troops", "forces", "guards", "army", "military", "soldiers", "militia", "fighters");
    private static final WordSet OUTLAWED = WordSet.of("banned", "outlawed", "prohibited", "forbidden");
    private static final List<String> EXPIRING = List.of("expir", "laps");
    private static final WordSet THESE = WordSet.of("these", "they");
    private static final WordSet UNIONS =
            WordSet.of("bloc", "union", "alliance", "organisation", "organization", "club", "membership");
    private static final WordSet NEW = WordSet.of("new", "first");
    private static final WordSet INCLUDING =
            WordSet.of("include", "includes", "included", "involve", "involves", "consist", "consists", "consisted");
    private static final int FARTHEST_MEASURES = 3;
    private static final WordSet MEASURES = WordSet.of("measures", "sanctions", "designations", "listings");
    private static final WordSet AS = WordSet.of("as", "while");
    private static final WordSet WHICH_TIME = WordSet.of("last", "this", "next");
    private static final WordSet COUNTERMEASURES = MEASURES.with("countermeasures");
    private static final Set<String> PENALTIES = Set.of("sanctions", "restrictions", "measures");
    private static final WordSet BORDERS = WordSet.of("borders", "airspace");

    /** Lifted the closure of the border: no closure, as none between two is whose. */
    private static final WordSet LIFTING =
            WordSet.of("lift", "lifts", "lifted", "lifting", "end", "ended", "ending", "ease", "eased", "reversed");

    private static final WordSet ENTERING = WordSet.of("entering", "accessing", "access", "visiting");
    private static final WordSet BUILDINGS = WordSet.of(
            "building",
            "buildings",
            "compound",
            "embassy",
            "consulate",
            "premises",
            "residence",
            "site",
            "hall",
            "chamber",
            "hospital",
            "mosque",
            "prison",
            "plant",
            "camp",
            "headquarters",
            "parliament",
            "office",
            "offices",
            "court");
    private static final int FARTHEST_ENTERING = 6;
    private static final int FARTHEST_BUILDING = 7;

    private static final WordSet OUTCOME = WordSet.of("in", "with");
    private static final WordSet INSIDE = WordSet.of("in", "at");
    private static final int FARTHEST_PEOPLE = 5;
    private static final WordSet CROWDS = WordSet.of("thousands", "hundreds");

    private static final List<BiPredicate<MarkedSentence, Action>> ALL = List.of(
            LookAlikes::isEffect,
            LookAlikes::isOfOtherPeople,
            LookAlikes::isOpenedInside,
            LookAlikes::isNewMission,
            LookAlikes::isKeptOutOfBuilding,
            LookAlikes::isOfObjectBehind,
            LookAlikes::isAsDemanded,
            LookAlikes::isOldVisa,
            LookAlikes::isOneVisa,
            LookAlikes::isMembership,
            LookAlikes::isOutlawed,
            LookAlikes::isBeforeItsEnd,
            LookAlikes::isOfTreaty,
            LookAlikes::isByTroops,
            LookAlikes::isBackFrom,
            LookAlikes::isOutcome,
            LookAlikes::isBegunWith,
            LookAlikes::isRemovalOfNobodys,
            LookAlikes::isEndOfTime,
            LookAlikes::isOfSubject,
            LookAlikes::isSubjectOfVerb,
            LookAlikes::isListedEffect,
            LookAlikes::isOfPerson,
            LookAlikes::isNoParticiple,
            LookAlikes::isOfAny);

    private LookAlikes() {}

    /** Whether the action is something else. */
    static boolean isOne(MarkedSentence sentence, Action action) {
        for (BiPredicate<MarkedSentence, Action> one : ALL) {
            if (one.test(sentence, action)) {
                return true;
            }
        }
        return false;
    }

    /** The sanctions have raised fears, sanctions as fighting intensified: what the noun before does, or another one. */
    private static boolean isNoParticiple(MarkedSentence sentence, Action action) {
        int behind = action.last() + 1;
        boolean does = sentence.hasBetween(VerbChain.start(sentence, action.at()), action.at(), Words.HAVE)
                && behind < sentence.size()
                && !sentence.isAnyOf(behind, Words.PREPOSITIONS)
                && !sentence.isAnyOf(behind, Words.BOUNDARIES)
                && !sentence.isAnyOf(behind, Words.COMMA)
                && !sentence.isAnyOf(behind, Words.SIGNS);
        return action.how() == Construction.DESCRIBING
                && (action.measure() == Measure.SANCTIONS || action.measure() == Measure.RELATIONS)
                && action.objectTo() <= action.at()
                && (does || sentence.hasBetween(action.objectTo(), action.at(), AS))
                && !ActionFinder.isCaused(sentence, action.objectFrom());
    }

    /** The measures freeze their assets: what sanctions do, told where they were told already. */
    private static boolean isEffect(MarkedSentence sentence, Action action) {
        int subject = ObjectFinder.beforeInsertion(sentence, action.at());
        int verb = subject < action.at() ? subject : VerbChain.start(sentence, action.at());
        int before = sentence.beforeArticle(action.at() - 1);
        int including = sentence.word(before).equals("of") ? before - 1 : before;
        boolean included = action.head().form().isNominal() && sentence.isAnyOf(including, INCLUDING) && verb > 0;
        boolean blocked = action.head().objectClass().equals("assets")
                && action.how() == Construction.PASSIVE
                && sentence.isAnyOf(action.at() - 1, Words.PRESENT_BE);
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

    /** At the end of August, of last year: the end of a time. */
    private static boolean isEndOfTime(MarkedSentence sentence, Action action) {
        int time = sentence.behindArticle(action.at() + 2);
        int unit = sentence.isAnyOf(time, WHICH_TIME) ? time + 1 : time;
        return sentence.word(action.at()).equals("end")
                && sentence.word(action.at() + 1).equals("of")
                && (sentence.isAnyOf(unit, Words.MONTHS) || sentence.isAnyOf(unit, TimeOwner.UNIT));
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

    /** The police blocked envoys from entering the ambassador's compound: no state. */
    private static boolean isKeptOutOfBuilding(MarkedSentence sentence, Action action) {
        if (action.measure() != Measure.VISAS || action.head().move() != Move.IMPOSE) {
            return false;
        }
        int end = Math.max(action.objectTo(), action.last() + 1) + FARTHEST_ENTERING;
        for (int at = action.objectTo(); at < end; at++) {
            if (sentence.isAnyOf(at, ENTERING)) {
                return sentence.hasBetween(at + 1, at + FARTHEST_BUILDING, BUILDINGS);
            }
        }
        return false;
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

    /** Opened a consulate, its first embassy: where there was none that anybody closed. */
    private static boolean isNewMission(MarkedSentence sentence, Action action) {
        return action.measure() == Measure.MISSION
                && action.head().move() == Move.LIFT
                && sentence.word(action.at()).startsWith("open")
                && (sentence.hasBetween(action.at(), action.objectFrom(), Words.INDEFINITE)
                        || sentence.isAnyOf(action.objectFrom() - 1, NEW));
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

    /** With visas issued by third countries: which visas they are. */
    private static boolean isOldVisa(MarkedSentence sentence, Action action) {
        return action.how() == Construction.DESCRIBING
                && action.head().objectClass().equals("visas")
                && action.head().move() == Move.LIFT
                && sentence.isAnyOf(action.objectTo(), GRANTED);
    }

    /** To be admitted to the bloc: as a member. */
    private static boolean isMembership(MarkedSentence sentence, Action action) {
        return action.measure() == Measure.VISAS
                && sentence.word(action.at()).startsWith("admi")
                && sentence.word(action.last() + 1).equals("to")
                && sentence.isAnyOf(sentence.behindArticle(action.last() + 2), UNIONS);
    }

    /** An organization banned in Russia: outlawed there, as the law makes papers say. */
    private static boolean isOutlawed(MarkedSentence sentence, Action action) {
        return action.how() == Construction.DESCRIBING
                && action.measure() != Measure.SANCTIONS
                && action.objectTo() <= action.at()
                && sentence.isAnyOf(action.at(), OUTLAWED)
                && sentence.word(action.at() + 1).equals("in");
    }

    /** To be agreed before the sanctions expire: by when. */
    private static boolean isBeforeItsEnd(MarkedSentence sentence, Action action) {
        return action.head().move() == Move.LIFT
                && Words.beginsWithAny(sentence.word(action.at()), EXPIRING)
                && sentence.word(sentence.clauseStart(action.first()) - 1).equals("before");
    }

    /** Issued a visa to somebody: no more than every consul does. */
    private static boolean isOneVisa(MarkedSentence sentence, Action action) {
        return action.how() == Construction.ACTIVE
                && action.head().objectClass().equals("visas")
                && action.head().move() == Move.LIFT
                && sentence.isAnyOf(action.at(), ISSUING)
                && sentence.hasBetween(action.at(), action.objectFrom(), Words.INDEFINITE)
                && sentence.word(action.objectTo() - 1).equals("visa");
    }

    /** The communiqué on the establishment of relations: what it is called by. */
    private static boolean isOfTreaty(MarkedSentence sentence, Action action) {
        int on = sentence.beforeArticle(action.at() - 1);
        return action.measure() == Measure.RELATIONS
                && action.head().move() == Move.LIFT
                && sentence.isAnyOf(on, ABOUT)
                && sentence.isAnyOf(on - 1, TREATIES);
    }

    /** Forced border units to take retaliatory measures: no diplomatic ones. */
    private static boolean isByTroops(MarkedSentence sentence, Action action) {
        int to = VerbChain.start(sentence, action.at()) - 1;
        int doer = sentence.word(to).equals("to") ? to - 1 : to;
        return action.head().objectClass().equals("answers")
                && (sentence.isAnyOf(doer, TROOPS) || sentence.isAnyOf(doer + 1, TROOPS));
    }

    /** The envoy has returned from Pretoria: from where he was sent, not to his post. */
    private static boolean isBackFrom(MarkedSentence sentence, Action action) {
        return action.measure() == Measure.RECALL
                && action.head().move() == Move.LIFT
                && action.head().form() != Form.NOUN
                && sentence.word(action.at()).startsWith("return")
                && sentence.word(action.at() + 1).equals("from");
    }

    /** The war ended in defeat and the expulsion of settlers: how something else ended. */
    private static boolean isOutcome(MarkedSentence sentence, Action action) {
        return sentence.word(action.at()).startsWith("end")
                && sentence.isAnyOf(action.at() + 1, OUTCOME)
                && action.at() < action.objectFrom();
    }

    /** The measures include refusing visas and banning entry: what they consist of. */
    private static boolean isListedEffect(MarkedSentence sentence, Action action) {
        int clause = sentence.clauseStart(action.at());
        return action.head().form() != Form.PAST
                && IntStream.range(1, action.at())
                        .filter(include -> sentence.isAnyOf(include, INCLUDING))
                        .anyMatch(include -> (sentence.hasBetween(include - FARTHEST_MEASURES, include, COUNTERMEASURES)
                                        || sentence.isAnyOf(include - 1, THESE))
                                && !sentence.hasBetween(include, action.at(), Words.REPORTING)
                                && clause <= include);
    }

    /** The sanctions, imposed by a president who withdrew, hit Russian backed groups: what a person did is done to no thing. */
    private static boolean isOfPerson(MarkedSentence sentence, Action action) {
        return action.how() == Construction.DESCRIBING
                && PENALTIES.contains(action.head().objectClass())
                && (sentence.word(action.at() - 1).equals("who")
                        || sentence.mentionAt(action.at() - 1)
                                .filter(owner -> ActionFinder.isAttribute(sentence, owner))
                                .isPresent());
    }

    /** An embassy is never closed unless: any embassy, of nobody. */
    private static boolean isOfAny(MarkedSentence sentence, Action action) {
        return sentence.mentions.isEmpty()
                && action.how() == Construction.PASSIVE
                && sentence.isAnyOf(action.objectFrom() - 1, Words.INDEFINITE)
                && sentence.hasBetween(VerbChain.start(sentence, action.at()), action.at(), Words.PRESENT_BE);
    }

    /** Another decree lifts the ban: a noun like a verb, before its own verb. */
    private static boolean isSubjectOfVerb(MarkedSentence sentence, Action action) {
        return action.head().form() == Form.BASE
                && action.at() + 1 < action.objectFrom()
                && sentence.heads(action.at() + 1).stream().anyMatch(head -> head.form() == Form.THIRD_PERSON);
    }

    /** Lift sanctions and return to the table: the sanctions are what is lifted, and return nowhere. */
    private static boolean isOfSubject(MarkedSentence sentence, Action action) {
        return action.head().intransitive()
                && action.head().form() == Form.BASE
                && action.objectTo() < action.at()
                && sentence.word(action.at() - 1).equals("and")
                && action.objectFrom() > 0
                && !sentence.heads(action.objectFrom() - 1).isEmpty();
    }

    /** Sanctions are to begin to be eased: what begins is something else. */
    private static boolean isBegunWith(MarkedSentence sentence, Action action) {
        return action.head().intransitive()
                && sentence.isAnyOf(action.at(), Words.BEGINNING)
                && sentence.word(action.at() + 1).equals("to");
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
}
