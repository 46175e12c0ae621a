package io.demarche.rules.reading.english;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import io.demarche.rules.reading.PhraseIndex.Match;

/** Decides whether an action is told as history: by a time expression that belongs to it, by the pluperfect, or by describing. */
final class TimeFinder {

    private static final int LONGEST_OPENING = 4;
    private static final WordSet BEFORE_A_YEAR =
            Words.MONTHS.with("in", "between", "since", "from", "of", "spring", "autumn", "summer");

    private static final WordSet BEHIND_A_YEAR = WordSet.of(".", ",", ";", "when", "and", "but", "as");

    private static final WordSet AHEAD = WordSet.of("ahead", "before", "run-up", "runup", "prior");

    private static final WordSet MONTH_PREPOSITIONS = WordSet.of("in", "since", "last");

    private static final WordSet AFTER = WordSet.of("after", "since", "following");
    /** How the reason ends where a time expression is it. */
    static final String DATES = " dates it";

    static final WordSet UNITS = WordSet.of("years", "months", "decades", "weeks", "days");
    static final WordSet AND = WordSet.of("and");
    private static final WordSet PART_OF_YEAR = WordSet.of("early", "mid", "late", "summer", "autumn", "spring");
    /** As early as 2015, as far back as 2015. */
    private static final WordSet AS_EARLY = WordSet.of("early", "back", "ago", "late", "recently");
    /** For the first time since 2016: what is new. */
    private static final WordSet FIRST = WordSet.of("first", "time");

    static final WordSet WEEKDAYS =
            WordSet.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    /** When news is told. */
    static final WordSet NEWS = WEEKDAYS.with("today", "yesterday", "now", "tonight", "this", "will", "meanwhile");

    static final WordSet GOING_ON = WordSet.of(
            "also",
            "then",
            "later",
            "subsequently",
            "thereafter",
            "afterwards",
            "responded",
            "retaliated",
            "answered",
            "followed",
            "response",
            "turn",
            "retaliation",
            "return");

    private static final WordSet OF_WHOM = WordSet.of("which", "who", "that");
    static final WordSet OF_THINGS = WordSet.of("which", "that");
    private static final int FARTHEST_HAD = 9;
    static final int PERFECT = 4;
    private static final int LONGEST_SPAN = 6;
    private static final WordSet LONG_UNIT = WordSet.of("month", "year", "decade");
    private static final WordSet LONG_UNITS = WordSet.of("years", "decades");
    private static final WordSet OF_PERSONS = WordSet.of("anybody", "people", "officials", "nationals", "citizens");
    static final WordSet ENTRY = Words.DASHES.with(":");
    private static final WordSet AGREED = WordSet.of("agreed", "decided");
    private static final WordSet PARTS = WordSet.of(":", ";");
    private static final WordSet IN_FORCE = WordSet.of("force", "place");
    private static final WordSet SINCE = WordSet.of("since");
    /** Handed him a note stating that they had been expelled: news, told in the past. */
    private static final WordSet NOTIFYING =
            WordSet.of("stating", "informing", "informed", "notifying", "notified", "advising", "advised");

    /** Had declared him unwelcome, had denied visas: no more than said, unless "that" follows. */
    private static final WordSet STEPS = WordSet.of("declared", "denied");

    private static final WordSet AFTER_EVENT = WordSet.of("after", "following");
    private static final WordSet ORIGINS = WordSet.of("after", "when", "with", "by");
    private static final WordSet BEGAN = WordSet.of(
            "began",
            "started",
            "erupted",
            "soured",
            "deteriorated",
            "out",
            "frayed",
            "plummeted",
            "tense",
            "strained",
            "triggered",
            "sparked",
            "ignited");
    private static final int FARTHEST_ORIGIN = 6;
    private static final WordSet BECAUSE = WordSet.of("because");
    private static final WordSet HAD = WordSet.of("had");
    private static final WordSet FIRST_OF_ALL = WordSet.of("first", "earlier", "originally", "initially", "once");

    private static final int FARTHEST_SINCE = 5;
    private static final int YEAR_DIGITS = 4;
    /** Longer than west, rest and test. */
    private static final int SHORTEST_SUPERLATIVE = 5;

    private static final Pattern YEAR = Pattern.compile("(?:(?:early|mid|late)-)?((?:19|20)\\d\\d)s?");

    private static final WordSet GOVERNMENTS =
            WordSet.of("administration", "presidency", "premiership", "era", "tenure", "rule", "reign");
    private static final int FARTHEST_GOVERNMENT = 8;

    private static final WordSet STATES = WordSet.of("states", "countries", "nations", "governments", "neighbours");

    /** Until December 15, 2019. */
    private static final int LONGEST_DATE = 4;

    private TimeFinder() {}

    /** Why the action is history, or an empty text if it is news; {@code year} is that of the article. */
    static String background(MarkedSentence sentence, Action action, Standing standing, List<Action> all, int year) {
        if (action.embedded()) {
            return "it only describes the object of another verb";
        }
        for (Match<Boolean> phrase : sentence.background()) {
            boolean future = sentence.hasBetween(phrase.from() - 2, phrase.from(), Words.CERTAIN)
                    || sentence.word(phrase.from() - 1).equals("would");
            boolean passive =
                    sentence.word(phrase.from()).equals("used") && sentence.isAnyOf(phrase.from() - 1, Words.BE);
            boolean compared = sentence.hasBetween(phrase.from() - 2, phrase.from(), SINCE)
                    && hasSuperlative(sentence, phrase.from() - 1);
            if (!future
                    && !passive
                    && !compared
                    && !isOfLifted(sentence, phrase.to() - 1, action)
                    && TimeOwner.dates(sentence, all, phrase.from(), action)) {
                return "'" + sentence.text(phrase.from(), phrase.to()) + "'" + DATES;
            }
        }
        for (int at = 1; at < sentence.size(); at++) {
            if (isPastYear(sentence, at, year)
                    && !isOfLifted(sentence, at - 1, action)
                    && TimeOwner.dates(sentence, all, at, action)) {
                return "the year " + sentence.word(at) + DATES;
            }
        }
        if (isEntryOfYear(sentence, year)) {
            return "the year " + sentence.word(0) + DATES;
        }
        if (standing.because().equals(StandingFinder.REGRETTED)) {
            return StandingFinder.REGRETTED;
        }
        if (isUnderGovernment(sentence, action)) {
            return "done in the time of a government";
        }
        if (isOfFormerGovernment(sentence, action)) {
            return "done by a government of the past";
        }
        if (isPerfectSince(sentence, action) || isPerfectForLong(sentence, action)) {
            return "told of a time that began before";
        }
        if (isSinceWhen(sentence, action)) {
            return "since when something is so";
        }
        if (isOnceUponATime(sentence, action)) {
            return "told with 'once'";
        }
        if (isOrigin(sentence, action)) {
            return "how what goes on began";
        }
        if (isLongBefore(sentence, action) || isAfterPastYear(sentence, action, year)) {
            return "a clause about a time long before";
        }
        if (isMonthOfThePast(sentence, all, action)) {
            return "a month alone" + DATES;
        }
        boolean wanted = standing.status() == Status.URGED;
        if (!standing.isGoverned()
                && !wanted
                && (isDescription(sentence, action, all) || isOfStates(sentence, action))) {
            return "a participle that only describes";
        }
        if (isOfEnded(sentence, action, all)) {
            return "how what is to end began";
        }
        if (isOfLaw(sentence, action)) {
            return "what a law or a list does, not who made it";
        }
        if (Provocation.isAnswered(sentence, action, standing, all)) {
            return Provocation.ANSWERED;
        }
        return isPluperfect(sentence, action, standing) || isFurtherOfPluperfect(sentence, all, action)
                ? "told with 'had'"
                : "";
    }

    /** Lifted the sanctions, which were imposed after a coup. */
    private static boolean isOfEnded(MarkedSentence sentence, Action action, List<Action> all) {
        int chain = VerbChain.start(sentence, action.at());
        return action.how() == Construction.PASSIVE
                && action.head().move() == Move.IMPOSE
                && sentence.word(chain - 1).equals("which")
                && !sentence.hasBetween(chain, action.at(), Words.MODALS)
                && all.stream()
                        .anyMatch(other -> other.head().move() == Move.LIFT
                                && other.at() < action.at()
                                && other.objectFrom() == action.objectFrom());
    }

    /** To end the embargo, in force since 1962: how long there was what is to be lifted. */
    private static boolean isOfLifted(MarkedSentence sentence, int since, Action action) {
        return action.head().move() == Move.LIFT
                && sentence.isAnyOf(since, SINCE)
                && sentence.isAnyOf(since - 1, IN_FORCE)
                && sentence.isAnyOf(since - 3, Words.COMMA);
    }

    /** It is 27 years since Sudan was blacklisted. */
    private static boolean isSinceWhen(MarkedSentence sentence, Action action) {
        if (!action.head().form().isPastOrParticiple()) {
            return false;
        }
        for (int at = action.first() - 1; at >= Math.max(0, action.first() - FARTHEST_SINCE); at--) {
            if (sentence.word(at).equals("since")) {
                return !sentence.hasBetween(at, action.at(), Words.HAVE);
            }
            if (sentence.isAnyOf(at, Words.COMMA) || sentence.isAnyOf(at, Words.BOUNDARIES)) {
                return false;
            }
        }
        return false;
    }

    /** Norway once expelled them: right behind who did it. */
    static boolean isOnceUponATime(MarkedSentence sentence, Action action) {
        int once = action.at() - 1;
        return sentence.word(once).equals("once")
                && mayBePast(sentence, action)
                && sentence.mentionEndingAt(once).isPresent();
    }

    /** Ties soured after it expelled them, the row began with their expulsion: without a day of the news. */
    private static boolean isOrigin(MarkedSentence sentence, Action action) {
        if (sentence.hasBetween(0, sentence.size(), NEWS)) {
            return false;
        }
        for (int at = action.first() - 1; at >= Math.max(1, action.first() - FARTHEST_ORIGIN); at--) {
            if (sentence.isAnyOf(at, ORIGINS)) {
                return sentence.isAnyOf(at - 1, BEGAN);
            }
            if (sentence.isAnyOf(at, Words.COMMA)) {
                return false;
            }
        }
        return false;
    }

    /** Tuesday; May 24; 24 May. */
    static boolean isDay(MarkedSentence sentence, int at) {
        return sentence.word(at).endsWith("day")
                || sentence.isAnyOf(at, Words.MONTHS)
                || (sentence.number(at) != null && CountFinder.isDay(sentence, at));
    }

    /** The first place behind the last of these words before that place. */
    static int behind(MarkedSentence sentence, int at, WordSet words) {
        int from = at;
        while (from > 0 && !sentence.isAnyOf(from - 1, words)) {
            from--;
        }
        return from;
    }

    /** Had expelled; had ordered the expulsion; had threatened to: what was before the news, unless somebody said so. */
    private static boolean isPluperfect(MarkedSentence sentence, Action action, Standing standing) {
        if (ActionFinder.isCaused(sentence, action.objectFrom())) {
            return false; // had its envoy recalled: no "had" of the past
        }
        int had = had(sentence, action.at());
        boolean by = action.head().form() == Form.GERUND
                && sentence.word(action.at() - 1).equals("by");
        boolean pluperfect = had >= 0 && (by || mayBePast(sentence, action));
        boolean governedSo = standing.isGoverned()
                && sentence.cues().stream()
                        .anyMatch(cue -> cue.from() <= standing.cue()
                                && (cue.from() == standing.cue()
                                        || (cue.from() < action.at()
                                                && cue.from() >= sentence.clauseStart(action.at())))
                                && had(sentence, cue.from()) >= 0);
        boolean doing =
                had >= 0 && action.head().form() == Form.NOUN && sentence.beforeArticle(action.at() - 1) == had + 1;
        boolean reported = (sentence.hasBetween(0, action.at(), Words.REPORTING) && !isBecause(sentence, action))
                || sentence.hasBetween(0, action.at(), NOTIFYING)
                || isSaidBehind(sentence, action);
        return isSaidBefore(sentence, action)
                || ((pluperfect || doing || governedSo) && (!reported || isFirstOfAll(sentence, action)));
    }

    /** Said that it would expel him because it had been left without a consul: what was before even where all of it is reported. */
    private static boolean isBecause(MarkedSentence sentence, Action action) {
        int clause = sentence.clauseStart(action.first());
        return sentence.isAnyOf(clause, BECAUSE) || sentence.isAnyOf(clause - 1, BECAUSE);
    }

    /** Expelled, had expelled; it shut: no infinitive. */
    static boolean mayBePast(MarkedSentence sentence, Action action) {
        return action.head().form().isPastOrParticiple() || isUnchangedPast(sentence, action);
    }

    /** It shut its airspace: a verb that is the same in the past, and stands where no infinitive can. */
    static boolean isUnchangedPast(MarkedSentence sentence, Action action) {
        int chain = VerbChain.start(sentence, action.at());
        return action.head().form() == Form.BASE
                && sentence.isAnyOf(action.at(), MarkedSentence.UNCHANGED)
                && !sentence.hasBetween(chain, action.at(), Words.MODALS)
                && !sentence.hasBetween(chain, action.at(), Words.DUTY)
                && !sentence.hasBetween(chain, action.at(), Words.DO);
    }

    /** Had cut its ties, shut its airspace and told them to go: a further verb of one "had". */
    private static boolean isFurtherOfPluperfect(MarkedSentence sentence, List<Action> all, Action action) {
        return mayBePast(sentence, action)
                && sentence.isAnyOf(action.at() - 1, Words.JOINING)
                && all.stream()
                        .filter(before -> before.at() < action.at())
                        .reduce((earlier, later) -> later)
                        .filter(before -> mayBePast(sentence, before)
                                && !sentence.hasBetween(0, before.at(), OF_WHOM)
                                && !sentence.hasBetween(before.last(), action.at(), Words.BOUNDARIES)
                                && !sentence.hasBetween(0, action.at(), Words.REPORTING)
                                && (had(sentence, before.at()) >= 0 || isFurtherOfPluperfect(sentence, all, before)))
                        .isPresent();
    }

    /** Had expelled; had, in a note of June, threatened: where the auxiliary stands; -1 where none does. */
    private static int had(MarkedSentence sentence, int verb) {
        boolean comma = false;
        for (int at = verb - 1; at >= Math.max(0, verb - FARTHEST_HAD); at--) {
            if (sentence.isAnyOf(at, HAD) && sentence.number(at + 1) == null) {
                return !comma || sentence.isAnyOf(at + 1, Words.COMMA) ? at : -1;
            }
            if (sentence.isAnyOf(at, Words.BOUNDARIES)) {
                return -1;
            }
            comma |= sentence.isAnyOf(at, Words.COMMA);
        }
        return -1;
    }

    /** Said that it had first asked for it: what was before even where somebody tells all of it. */
    private static boolean isFirstOfAll(MarkedSentence sentence, Action action) {
        for (int at = sentence.clauseStart(action.first()); at < action.at(); at++) {
            if (sentence.isAnyOf(at, HAD)) {
                return sentence.isAnyOf(at + 1, FIRST_OF_ALL);
            }
        }
        return false;
    }

    /** Had been summoned, the ministry said: who tells news in the past, behind it. */
    private static boolean isSaidBehind(MarkedSentence sentence, Action action) {
        for (int at = sentence.size() - 1; at > action.last(); at--) {
            if (sentence.isAnyOf(at, Words.REPORTING)) {
                return sentence.isAnyOf(sentence.clauseStart(at) - 1, Words.COMMA)
                        || sentence.hasBetween(sentence.clauseStart(at), at, Words.COMMA);
            }
        }
        return false;
    }

    /** Had said that it would expel them: what somebody said before the news. */
    private static boolean isSaidBefore(MarkedSentence sentence, Action action) {
        for (int at = 1; at < action.at(); at++) {
            boolean step = sentence.isAnyOf(at, STEPS) && !sentence.isAnyOf(at + 1, Words.THAT);
            if (!step && sentence.isAnyOf(at, Words.REPORTING) && sentence.isAnyOf(sentence.beforeAdverbs(at), HAD)) {
                return sentence.hasBetween(at, action.at(), Words.MODALS)
                        && !sentence.hasBetween(at, action.at(), Words.COMMA);
            }
        }
        return false;
    }

    /** It has imposed 18 packages since its invasion: a sum of what was done until now. */
    private static boolean isPerfectSince(MarkedSentence sentence, Action action) {
        int since = action.last() + 1;
        while (since < sentence.size()
                && !sentence.word(since).equals("since")
                && !sentence.isAnyOf(since, Words.BOUNDARIES)
                && !sentence.isAnyOf(since, Words.COMMA)) {
            since++;
        }
        return sentence.word(since).equals("since")
                && action.head().form().isPastOrParticiple()
                && sentence.hasBetween(action.at() - PERFECT, action.at(), Words.HAVE);
    }

    /** The Obama administration, which expelled; introduced by the Obama administration: the last government named before, or behind "by". */
    private static boolean isOfFormerGovernment(MarkedSentence sentence, Action action) {
        return sentence.formerGovernments.stream().anyMatch(at -> {
            boolean agent = at > action.last()
                    && at - action.last() <= FARTHEST_HAD
                    && (sentence.hasBetween(action.last(), at, Words.BY) || sentence.isAnyOf(at - 1, Words.UNDER));
            boolean subject = at < action.first() && !sentence.hasBetween(at, action.first(), Words.REPORTING);
            return agent || subject;
        });
    }

    /** Severed during the Kennedy administration. */
    private static boolean isUnderGovernment(MarkedSentence sentence, Action action) {
        int during = action.last() + 1;
        return action.head().form().isPastOrParticiple()
                && sentence.word(during).equals("during")
                && sentence.hasBetween(during, during + FARTHEST_GOVERNMENT, GOVERNMENTS);
    }

    /** It has kept an embargo for six decades; but has banned them for six years, which are to come. */
    private static boolean isPerfectForLong(MarkedSentence sentence, Action action) {
        if (OF_PERSONS.contains(action.head().objectClass())) {
            return false;
        }
        int behind = action.last() + 1;
        for (int at = behind; at < Math.min(sentence.size(), behind + FARTHEST_HAD); at++) {
            if (sentence.word(at).equals("for")) {
                return sentence.hasBetween(at, at + LONGEST_SPAN, LONG_UNITS)
                        && action.head().form().isPastOrParticiple()
                        && sentence.hasBetween(action.at() - PERFECT, action.at(), Words.HAVE);
            }
        }
        return false;
    }

    /** Thirty years after it was closed; a month after it announced that it would close it. */
    private static boolean isLongBefore(MarkedSentence sentence, Action action) {
        int clause = sentence.clauseStart(action.first());
        int start = sentence.isAnyOf(clause - 1, Words.THAT) ? sentence.clauseStart(clause - 1) : clause;
        return sentence.isAnyOf(start - 1, AFTER)
                && (sentence.isAnyOf(start - 2, UNITS) || sentence.isAnyOf(start - 2, LONG_UNIT))
                && !sentence.hasBetween(start, action.first(), Words.COMMA);
    }

    /** Imposed them after an uprising gripped the country in 2011: what followed on something years ago, and no accusation of it. */
    private static boolean isAfterPastYear(MarkedSentence sentence, Action action, int year) {
        int after = action.last() + 1;
        while (after < sentence.size() && !sentence.isAnyOf(after, AFTER_EVENT)) {
            after++;
        }
        return action.head().form().isPastOrParticiple()
                && !sentence.hasBetween(action.at() - PERFECT, action.at(), Words.HAVE)
                && !sentence.hasBetween(0, sentence.size(), NEWS)
                && !sentence.word(after + 1).endsWith("ing")
                && !sentence.hasBetween(action.last(), after, TimeOwner.RELATIVE)
                && IntStream.range(after + 1, sentence.size())
                        .takeWhile(at -> !sentence.isAnyOf(at, Words.THAT) && !sentence.isAnyOf(at, Words.BOUNDARIES))
                        .anyMatch(at -> isPastYear(sentence, at, year - 1));
    }

    /** It barred them in December: a month alone, beside a verb in the past, is not the day of the news. */
    private static boolean isMonthOfThePast(MarkedSentence sentence, List<Action> all, Action action) {
        boolean agreed = action.head().form() == Form.BASE
                && IntStream.range(0, action.at()).anyMatch(at -> sentence.isAnyOf(at, AGREED))
                && !sentence.hasBetween(0, action.at(), Words.HAVE);
        if (!agreed && !action.head().form().isPastOrParticiple()) {
            return false;
        }
        for (int at = 1; at < sentence.size(); at++) {
            if (sentence.isAnyOf(at, Words.MONTHS)
                    && sentence.tokens.get(at).isCapitalised()
                    && MONTH_PREPOSITIONS.contains(sentence.word(at - 1))
                    && !isAhead(sentence, at, action)
                    && TimeOwner.dates(sentence, all, at, action)) {
                return true;
            }
        }
        return false;
    }

    /** Ahead of a summit in June, it lifted them: with what is still to come the sentence opens. */
    private static boolean isAhead(MarkedSentence sentence, int month, Action action) {
        return month < action.first()
                && sentence.hasBetween(0, Math.min(month, LONGEST_OPENING), AHEAD)
                && sentence.hasBetween(month, action.first(), Words.COMMA);
    }

    /** The act, which imposes sanctions on Syria. */
    private static boolean isOfLaw(MarkedSentence sentence, Action action) {
        int relative = action.at() - 1;
        int before = sentence.word(relative - 1).equals(",") ? relative - 2 : relative - 1;
        boolean ofLaw = action.head().form() == Form.PAST && sentence.isAnyOf(before, RepealedLaws.LAWS);
        return action.how() == Construction.ACTIVE
                && (action.head().form().isPresent() || ofLaw)
                && sentence.isAnyOf(relative, OF_THINGS)
                && sentence.mentionAt(before).isEmpty();
    }

    /** In running text, sanctions imposed by Russia are old ones; a headline leaves the verb out that would make them news. */
    private static boolean isDescription(MarkedSentence sentence, Action action, List<Action> all) {
        return action.passive()
                && !returns(action)
                && sentence.sentence.part() == Evidence.Part.TEXT
                && sentence.isAnyOf(sentence.size() - 1, Words.SIGNS)
                && action.head().form().isPastOrParticiple()
                && !isAllThereIs(sentence, action)
                && !isBehindDescription(sentence, action, all)
                && !ActionFinder.isCaused(sentence, action.objectFrom())
                && (action.objectTo() == action.at()
                        || (action.how() == Construction.DESCRIBING
                                && sentence.isAnyOf(action.at() - 1, Words.INSERTING)));
    }

    /** Its embassy, closed in May, reopened: the verb behind what describes its subject. */
    private static boolean isBehindDescription(MarkedSentence sentence, Action action, List<Action> all) {
        return sentence.isAnyOf(action.at() - 1, Words.COMMA)
                && all.stream()
                        .anyMatch(other -> other.how() == Construction.DESCRIBING
                                && other.objectFrom() == action.objectFrom()
                                && other.at() < action.at()
                                && sentence.isAnyOf(other.at() - 1, Words.COMMA));
    }

    /** States boycotting Qatar met: which states they are. */
    private static boolean isOfStates(MarkedSentence sentence, Action action) {
        return action.head().form() == Form.GERUND
                && action.how() == Construction.ACTIVE
                && sentence.sentence.part() == Evidence.Part.TEXT
                && sentence.isAnyOf(action.at() - 1, STATES);
    }

    /** Tonga's envoy kicked out of Fiji; other measures: contacts suspended: a line, or a part of one, that ends there and has no other verb. */
    private static boolean isAllThereIs(MarkedSentence sentence, Action action) {
        int end = action.last() + 1 + action.head().rest().size();
        while (sentence.isAnyOf(end, Words.PREPOSITIONS)
                || sentence.isAnyOf(end, Words.ARTICLES)
                || sentence.isAnyOf(end, NEWS)
                || sentence.mentionAt(end).isPresent()) {
            end++;
        }
        int start = behind(sentence, action.first(), PARTS);
        int behind = end;
        return action.first() - start <= LONGEST_OPENING
                && (end == sentence.size() - 1 || sentence.isAnyOf(end, PARTS))
                && sentence.verbs.stream().noneMatch(verb -> start <= verb && verb < behind && verb != action.at());
    }

    /** Its ambassador returned or left; the embassy reopened: what these do of themselves is news. */
    private static boolean returns(Action action) {
        return action.head().intransitive()
                && (action.head().move() == Move.LIFT || action.measure() == Measure.RECALL);
    }

    /** The biggest package since 2023: what is compared with the past is new. */
    private static boolean hasSuperlative(MarkedSentence sentence, int to) {
        for (int at = to - 1; at >= sentence.clauseStart(to - 1); at--) {
            if (sentence.word(at).endsWith("est") && sentence.word(at).length() > SHORTEST_SUPERLATIVE) {
                return true;
            }
        }
        return false;
    }

    /** 2019: Nairobi recalls its ambassador. */
    private static boolean isEntryOfYear(MarkedSentence sentence, int year) {
        if (!sentence.isAnyOf(1, ENTRY)) {
            return false;
        }
        Matcher matcher = YEAR.matcher(sentence.word(0));
        return matcher.matches() && Integer.parseInt(matcher.group(1)) < year;
    }

    /** After 2011, when: no 2011 ban. */
    private static boolean isAlone(MarkedSentence sentence, int year) {
        return year + 1 == sentence.size() || sentence.isAnyOf(year + 1, BEHIND_A_YEAR);
    }

    /** In 2019, since the early 1990s: a year before that of the article. */
    static boolean isPastYear(MarkedSentence sentence, int at, int year) {
        String word = sentence.word(at);
        int digit = word.endsWith("s") ? word.length() - 2 : word.length() - 1;
        if (word.length() < YEAR_DIGITS || !Character.isDigit(word.charAt(digit))) {
            return false;
        }
        Matcher matcher = YEAR.matcher(word);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) >= year) {
            return false;
        }
        int before = sentence.isAnyOf(at - 1, PART_OF_YEAR) ? at - 2 : at - 1;
        boolean first = sentence.word(before).equals("since")
                && (sentence.hasBetween(before - 3, before, FIRST) || hasSuperlative(sentence, before));
        boolean the = sentence.word(before).equals("the");
        boolean ofDay = sentence.word(before).equals(",") && sentence.isAnyOf(before - 2, Words.MONTHS);
        return !first
                && !sentence.hasBetween(at - LONGEST_DATE, at, Words.UNTIL)
                && (ofDay
                        || (sentence.word(before).equals("as") && sentence.isAnyOf(before - 1, AS_EARLY))
                        || sentence.isAnyOf(before, BEFORE_A_YEAR)
                        || (sentence.word(before).equals("after") && isAlone(sentence, at))
                        || (the && sentence.isAnyOf(before - 1, AFTER))
                        || (the && sentence.isAnyOf(before - 1, BEFORE_A_YEAR))
                        || (sentence.isAnyOf(before, Words.ARTICLES)
                                && sentence.word(before - 1).equals("under")));
    }
}
