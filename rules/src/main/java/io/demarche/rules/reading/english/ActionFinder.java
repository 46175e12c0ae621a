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
    private static final int FARTHEST_LEFT = 14;
    private static final int FARTHEST_PARTICLE = 7;
    private static final int FARTHEST_GOVERNED = 6;
    private static final Set<String> NOT_GOVERNED =
            Set.of("to", "if", "over", "under", "despite", "because", "in", "by", "after", "amid", "about", "from");
    private static final int FARTHEST_REST = 14;
    private static final int FARTHEST_LISTED = 6;
    private static final int FARTHEST_GOODS = 5;
    private static final int FARTHEST_RELATIVE = 4;
    private static final int LONGEST_OBJECT = 4;

    /** Behind these begins what a verb is done with or at, no longer what it is done to. */
    private static final Set<String> NOT_BEFORE_OBJECT = Set.of("to", "with", "over", "into", "by");
    /** Objects that are at the same time heads: a summons can be cancelled, and it can be what is told. */
    private static final Set<String> STEPS = Set.of("summonses", "expulsions");

    /** Classes of objects that are people, for whom one does not say it. */
    private static final Set<String> PEOPLE = Set.of("people", "officials", "anybody", "nationals");

    private static final Set<String> PERSONAL = Set.of("him", "her", "he", "she", "who");
    /** What is barred from a country, but needs no visa. */
    private static final Set<String> FIRMS = Set.of(
            "firms",
            "firm",
            "companies",
            "company",
            "banks",
            "bank",
            "airlines",
            "airline",
            "vessels",
            "vessel",
            "ships",
            "ship",
            "tankers",
            "tanker",
            "entities");

    private static final Set<String> SHIPS = Set.of("vessels", "vessel", "ships", "ship", "tankers", "tanker");
    private static final Set<String> AND = Set.of("and", "but", "or");
    private static final Set<String> WHEN = Set.of("when", "where", "until", "before", "if", "unless");

    /** Classes of objects whose end is a measure, not its lifting. */
    private static final Set<String> GIVEN = Set.of(
            "visas", "relief", "relations", "accreditations", "contacts", "membership", "trade", "goods", "missions");

    private static final Set<String> EXPELLED = Set.of("expelled", "banished", "ousted");
    private static final Set<String> FROM = Set.of("from");
    private static final Set<String> SAYING = Set.of("saying", "adding", "noting", "warning", "stressing");

    private static final int FARTHEST_BODY = 2;
    private static final Set<String> ANOTHER = Set.of("and", "but", ",", "while");
    /** Whom a state sends home without meaning the other state. */
    private static final Set<String> DEPORTED = Set.of(
            "migrant",
            "migrants",
            "asylum",
            "convicted",
            "criminals",
            "offenders",
            "refugees",
            "undocumented",
            "illegally");

    private static final Set<String> QUANTITY = Set.of("many", "much", "few", "little");
    private static final Set<String> THE_MEASURES = Set.of("measures", "penalties");
    private static final Set<String> RELATIVE_PERSON = Set.of("who", "whose");
    private static final Set<String> RELATIVE = Set.of("that", "which", "the");
    /** Verbs that mean too much with a pronoun: put it in writing. */
    private static final Set<String> LIGHT = Set.of(
            "put",
            "puts",
            "putting",
            "keep",
            "keeps",
            "kept",
            "hit",
            "hits",
            "back",
            "allow",
            "allows",
            "allowed",
            "permit",
            "permits",
            "permitted",
            "make",
            "take",
            "takes",
            "took",
            "reverse",
            "reverses",
            "reversed",
            "give",
            "gives",
            "gave",
            "given",
            "grant",
            "granted",
            "cancelled",
            "canceled",
            "announce",
            "announced",
            "place");

    /** Before a party, these make what follows a noun: a US sanctions programme. */
    private static final Set<String> INDEFINITE = Set.of("a", "an", "any", "some", "its", "their", "new", "all");

    private static final Set<String> CLAUSE_ENDS = Set.of(",", "and", "saying", "on", "citing", "outright", "flatly");

    private static final Set<String> FORMER = Set.of("former", "ex", "then", "late");
    /** Behind these, an ambassador who recalled remembered. */
    private static final Set<String> REMEMBERED =
            Set.of("how", "that", "when", "what", "why", "with", "the", "his", "her");

    private final Lexicon lexicon;

    ActionFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The actions of the sentence, in the order of their heads; one for each head. */
    List<Action> find(MarkedSentence sentence, Discourse discourse) {
        List<Action> actions = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            if (lexicon.heads(sentence.word(at)).isEmpty()
                    && sentence.echoes.isEmpty()
                    && sentence.refusals.isEmpty()) {
                continue;
            }
            int place = at;
            best(sentence, at)
                    .or(() -> pointingBack(sentence, place, actions, discourse))
                    .or(() -> echo(sentence, place, actions, discourse))
                    .or(() -> refusal(sentence, place, actions, discourse))
                    .ifPresent(actions::add);
        }
        addGoverned(sentence, actions);
        actions.removeIf(action -> isWithinAnother(sentence, action, actions));
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
                    .anyMatch(cue -> governs(sentence, cue, object) || saysBehind(sentence, cue, object));
            if (!taken && governed) {
                lexicon.told(object.value())
                        .map(head -> action(sentence, object.from(), head, object, Construction.GOVERNED))
                        .ifPresent(actions::add);
            }
        }
        actions.sort(Comparator.comparingInt(Action::at));
    }

    private static boolean governs(MarkedSentence sentence, Match<Cue> cue, Match<String> object) {
        return cue.to() <= object.from()
                && object.from() - cue.to() <= FARTHEST_GOVERNED
                && !sentence.hasBetween(cue.to(), object.from(), Words.BOUNDARIES)
                && !sentence.hasBetween(cue.to(), object.from(), Words.REPORTING)
                && !sentence.hasBetween(cue.to(), object.from(), NOT_GOVERNED);
    }

    /** Sanctions are being considered. */
    private static boolean saysBehind(MarkedSentence sentence, Match<Cue> cue, Match<String> object) {
        return cue.from() >= object.to()
                && cue.from() - object.to() <= FARTHEST_GOVERNED
                && hasBe(sentence, cue.from())
                && !sentence.hasBetween(object.to(), cue.from(), Words.BOUNDARIES);
    }

    /** Stop issuing is no issuing; who calls off a summons tells of no summons. */
    private static boolean isWithinAnother(MarkedSentence sentence, Action action, List<Action> actions) {
        int at = action.at();
        return actions.stream().anyMatch(other -> {
            int rest = other.head().rest().size();
            int restFrom = other.head().gapped() ? restFrom(sentence, other.at(), other.head()) : other.at() + 1;
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
            return other.at() != at && (inHead || inObject || inPhrase || across || ofNoun || ofVerb);
        });
    }

    /** Suspended issuing visas: what counts is the end of it; announced lifting sanctions: the lifting. */
    private static boolean endsWhatIsGiven(Action action) {
        return GIVEN.contains(action.head().objectClass()) == (action.head().move() == Move.IMPOSE);
    }

    /** Lift them: a pronoun for an object that was told of before. */
    private Optional<Action> pointingBack(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        if (sentence.mentionAt(at).isPresent() || isNounInPlace(sentence, at)) {
            return Optional.empty();
        }
        if (sentence.isAnyOf(at, LIGHT)) {
            return Optional.empty();
        }
        for (Head head : lexicon.heads(sentence.word(at))) {
            boolean known = before.isEmpty()
                    ? discourse.last().filter(told -> isOf(head, told.action())).isPresent()
                    : isOf(head, before.get(before.size() - 1));
            int end = endOfHead(sentence, at, head);
            if (known && end >= 0 && head.form() != Form.NOUN) {
                boolean passive = head.form().isPastOrParticiple() && hasBe(sentence, at);
                int pronoun = passive ? subjectPronoun(sentence, at) : objectPronoun(sentence, end);
                boolean fits = PEOPLE.contains(head.objectClass())
                        ? !sentence.word(pronoun).equals("it")
                        : !sentence.isAnyOf(pronoun, PERSONAL);
                if (pronoun >= 0 && fits) {
                    return Optional.of(new Action(
                            head,
                            head.measure(),
                            at,
                            pronoun,
                            pronoun + 1,
                            passive,
                            Construction.POINTING_BACK,
                            false));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(Head head, Action action) {
        return action.head().objectClass().equals(head.objectClass())
                || (action.head().measure() == head.measure() && head.measure() != Measure.RESTRICTIONS);
    }

    /** The shuttered embassy: a participle between an article and a noun. */
    private static boolean isAttribute(MarkedSentence sentence, Action action) {
        return action.head().form().isPastOrParticiple()
                && action.how() == Construction.ACTIVE
                && action.head().rest().isEmpty()
                && (sentence.isAnyOf(action.at() - 1, Words.ARTICLES)
                        || (sentence.isAnyOf(action.at() - 1, Words.PREPOSITIONS)
                                && action.objectFrom() - action.at() <= 2));
    }

    /** Seized property: a participle right before what it is done to. */
    private static boolean isAttribute(Action action) {
        return action.head().form().isPastOrParticiple() && action.at() + 1 == action.objectFrom();
    }

    /** Did the same: what was told last, done again by somebody else. */
    private static Optional<Action> echo(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        Optional<Action> last = before.stream()
                .filter(action -> action.measure() != Measure.SUMMONS)
                .reduce((earlier, later) -> later)
                .or(() -> discourse.lastAnswerable().map(Told::action));
        int clause = sentence.clauseStart(at) - 1;
        return last.flatMap(again -> sentence.echoes.stream()
                .filter(echo -> echo.from() == at && !sentence.isAnyOf(clause, Words.CONDITIONS))
                .findFirst()
                .map(echo -> again(again, echo, Construction.ECHO)));
    }

    /** Congress declined: what was asked, offered or threatened last, refused. */
    private static Optional<Action> refusal(MarkedSentence sentence, int at, List<Action> before, Discourse discourse) {
        Optional<Action> last = before.isEmpty()
                ? discourse.last().filter(Told::isRefusable).map(Told::action)
                : Optional.of(before.get(before.size() - 1));
        return last.flatMap(refused -> sentence.refusals.stream()
                .filter(refusal -> refusal.from() == at && endsClause(sentence, refusal.to()))
                .findFirst()
                .map(refusal -> again(refused, refusal, Construction.REFUSAL)));
    }

    private static boolean endsClause(MarkedSentence sentence, int at) {
        return at >= sentence.size()
                || sentence.isAnyOf(at, Words.SIGNS)
                || sentence.isAnyOf(at, Words.BOUNDARIES)
                || sentence.isAnyOf(at, CLAUSE_ENDS);
    }

    /** What was told, done again or refused with these words. */
    private static Action again(Action told, Match<Form> words, Construction how) {
        Head head = new Head(
                words.value(),
                List.of(),
                false,
                false,
                told.measure(),
                told.head().move(),
                Head.SAME);
        return new Action(head, told.measure(), words.from(), words.from(), words.to(), false, how, false);
    }

    private static int objectPronoun(MarkedSentence sentence, int at) {
        boolean own = sentence.word(at + 1).equals("own")
                && sentence.objects.stream().noneMatch(object -> object.from() == at + 2);
        if (sentence.isAnyOf(at, Words.DETERMINERS) && (own || sentence.isAnyOf(at + 1, THE_MEASURES))) {
            return at + 1;
        }
        return sentence.isAnyOf(at, Words.OBJECT_PRONOUNS) ? at : -1;
    }

    private static int subjectPronoun(MarkedSentence sentence, int at) {
        int start = StandingFinder.startOfVerb(sentence, at);
        return sentence.isAnyOf(start - 1, Words.PASSIVE_PRONOUNS) ? start - 1 : -1;
    }

    private static boolean isObjectOfAnother(MarkedSentence sentence, Action action, List<Action> actions) {
        return !hasAuxiliary(sentence, action.at())
                && actions.stream()
                        .anyMatch(other -> other.at() != action.at()
                                && other.objectFrom() == action.objectFrom()
                                && other.at() < other.objectFrom());
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
        if (isInCue(sentence, at)) {
            return Optional.empty();
        }
        boolean noun = isNounInPlace(sentence, at);
        boolean article = sentence.isAnyOf(at - 1, Words.ARTICLES);
        boolean step = sentence.objects.stream()
                .anyMatch(object -> object.from() <= at && at < object.to() && STEPS.contains(object.value()));
        return lexicon.heads(sentence.word(at)).stream()
                .filter(head -> sentence.objectClasses.contains(head.objectClass()))
                .filter(head -> !noun || (step && head.form() == Form.NOUN))
                .filter(head -> !article || !head.form().isPresent())
                .flatMap(head -> action(sentence, at, head).stream())
                .min(Comparator.comparingInt(
                                (Action action) -> -action.head().rest().size())
                        .thenComparingInt(ActionFinder::distance));
    }

    /** Called for, called on: no calling in, but a demand. */
    private static boolean isInCue(MarkedSentence sentence, int at) {
        return sentence.cues.stream().anyMatch(cue -> cue.from() == at && cue.to() > at + 1);
    }

    /** Sanctions, limits and boycott may be verbs, but only right behind who does it, and not before a preposition. */
    private static boolean isNounInPlace(MarkedSentence sentence, int at) {
        boolean noun = sentence.objects.stream().anyMatch(object -> object.from() <= at && at < object.to());
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
        return noun && !verb;
    }

    /** Imposes an embargo, bans ministers: behind a comma, no further noun of a list. */
    private static boolean isNextVerb(MarkedSentence sentence, int at) {
        return sentence.word(at - 1).equals(",")
                && sentence.word(at).endsWith("s")
                && !sentence.isAnyOf(at + 1, CLAUSE_ENDS)
                && sentence.objects.stream().noneMatch(object -> object.to() == at - 1);
    }

    private static int distance(Action action) {
        return action.objectFrom() > action.at()
                ? action.objectFrom() - action.at()
                : action.at() - action.objectTo() + FARTHEST_RIGHT;
    }

    private Optional<Action> action(MarkedSentence sentence, int at, Head head) {
        int end = endOfHead(sentence, at, head);
        if (end < 0) {
            return Optional.empty();
        }
        boolean passive = head.intransitive() || (mayBePassive(head.form()) && hasBe(sentence, at));
        int limit = head.gapped() ? restFrom(sentence, at, head) : end + FARTHEST_RIGHT;
        Optional<Match<String>> right = passive ? Optional.empty() : rightObject(sentence, end, limit, head);
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
                    leftObject(sentence, at, head).filter(object -> isRelative(sentence, object.to(), at));
            if (before.isPresent()) {
                return before.map(object -> describing(sentence, at, head, object, false));
            }
        }
        if (right.isEmpty() && head.intransitive()) {
            return leftObject(sentence, at, head)
                    .filter(object -> !sentence.hasBetween(object.to(), beforeInsertion(sentence, at), Words.BOUNDARIES)
                            && (head.form() != Form.GERUND
                                    || !sentence.word(at - 1).equals(",")))
                    .map(object -> action(sentence, at, head, object, Construction.PASSIVE));
        }
        Optional<Match<String>> listed = passive && !head.rest().isEmpty()
                ? rightObject(sentence, end, end + FARTHEST_LISTED, head)
                : Optional.empty();
        if (listed.isPresent()) {
            return listed.map(object -> action(sentence, at, head, object, Construction.PASSIVE));
        }
        boolean mayDescribe = head.form().isPastOrParticiple() || isNounAfterItsObject(sentence, at, head);
        return mayDescribe
                ? leftObject(sentence, at, head).map(object -> describing(sentence, at, head, object, passive))
                : Optional.empty();
    }

    /** Barred officers from a debate: what one is barred from may be anything but the country, which other heads name. */
    private static boolean isOtherBar(MarkedSentence sentence, Head head, Match<String> object) {
        return head.measure() == Measure.VISAS
                && head.objectClass().equals("officials")
                && head.rest().isEmpty()
                && sentence.hasBetween(object.to(), object.to() + FARTHEST_RELATIVE, FROM);
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
        return new Action(head, measure(sentence, head, object), at, object.from(), object.to(), passive, how, false);
    }

    /** Embassy closure; the sanctions' lifting. */
    private static boolean isNounAfterItsObject(MarkedSentence sentence, int at, Head head) {
        return head.form() == Form.NOUN
                && sentence.objects.stream()
                        .anyMatch(object -> object.value().equals(head.objectClass())
                                && (object.to() == at || object.to() == at - 1));
    }

    /** The token after the head's last word, or -1 if its other words are missing. */
    private static int endOfHead(MarkedSentence sentence, int at, Head head) {
        List<String> rest = head.rest();
        if (head.gapped()) {
            return restFrom(sentence, at, head) < 0 ? -1 : at + 1;
        }
        if (hasAt(sentence, at + 1, rest)) {
            return at + 1 + rest.size();
        }
        boolean mayPart = rest.size() == 1 && !head.intransitive();
        for (int particle = at + 2; mayPart && particle <= at + FARTHEST_PARTICLE; particle++) {
            if (sentence.word(particle).equals(rest.get(0)) && !sentence.hasBetween(at, particle, Words.BOUNDARIES)) {
                return at + 1;
            }
        }
        return -1;
    }

    /** Where the rest of a gapped head begins, or -1 if it does not follow. */
    private static int restFrom(MarkedSentence sentence, int at, Head head) {
        for (int from = at + 1; from <= Math.min(at + FARTHEST_REST, sentence.size()); from++) {
            if (hasAt(sentence, from, head.rest())) {
                return sentence.hasBetween(at, from, Words.CLAUSES) ? -1 : from;
            }
        }
        return -1;
    }

    private static boolean hasAt(MarkedSentence sentence, int at, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            boolean party = words.get(i).equals(Head.PARTY)
                    && sentence.mentionAt(at + i).isPresent();
            if (!party && !sentence.word(at + i).equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the verb there is in the passive: a form of be or get before it, with nothing but adverbs between. */
    private static boolean hasBe(MarkedSentence sentence, int at) {
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

    private static Optional<Match<String>> rightObject(MarkedSentence sentence, int end, int limit, Head head) {
        for (int place = end; place < Math.min(sentence.size(), limit); place++) {
            if ((sentence.isAnyOf(place, Words.BOUNDARIES) && !isOfQuantity(sentence, place))
                    || (head.form() != Form.NOUN
                            && sentence.isAnyOf(place, NOT_BEFORE_OBJECT)
                            && !head.rest().contains(sentence.word(place)))
                    || (head.form() == Form.NOUN && sentence.word(place).equals("to") && place > end)
                    || (sentence.word(place).equals(",") && place > end)
                    || (sentence.isAnyOf(place, AND) && isCueAt(sentence, place + 1))) {
                return Optional.empty();
            }
            Optional<Match<String>> object = objectFrom(sentence, place, head.objectClass());
            if (object.isPresent()) {
                return object;
            }
        }
        return Optional.empty();
    }

    private static boolean isCueAt(MarkedSentence sentence, int at) {
        return sentence.cues.stream().anyMatch(cue -> cue.from() == at);
    }

    /** As many as 40: no clause begins there. */
    private static boolean isOfQuantity(MarkedSentence sentence, int at) {
        return sentence.word(at).equals("as")
                && (sentence.isAnyOf(at + 1, QUANTITY) || sentence.isAnyOf(at - 1, QUANTITY));
    }

    private static Optional<Match<String>> leftObject(MarkedSentence sentence, int at, Head head) {
        int end = beforeInsertion(sentence, at);
        for (int place = end - 1; place >= Math.max(0, end - FARTHEST_LEFT); place--) {
            boolean relative = sentence.isAnyOf(place, RELATIVE_PERSON);
            boolean near = at - place <= FARTHEST_RELATIVE;
            if (relative && !near) {
                return objectTo(sentence, place, head.objectClass());
            }
            boolean ofClause = sentence.word(place).equals("that")
                    && (sentence.isAnyOf(place - 1, Words.REPORTING) || sentence.isAnyOf(place - 1, SAYING));
            if ((sentence.isAnyOf(place, Words.STRONG_BOUNDARIES) && !relative)
                    || sentence.isAnyOf(place, WHEN)
                    || ofClause) {
                return Optional.empty();
            }
            Optional<Match<String>> object = objectFrom(sentence, place, head.objectClass());
            if (object.isPresent()) {
                return object;
            }
        }
        return Optional.empty();
    }

    /** Where the part of the sentence ends that goes on with the verb: The diplomats(, who had spied for years,) were expelled. */
    private static int beforeInsertion(MarkedSentence sentence, int at) {
        int comma = StandingFinder.startOfVerb(sentence, at) - 1;
        if (!sentence.word(comma).equals(",")) {
            return at;
        }
        for (int opening = comma - 1; opening > 0 && comma - opening <= FARTHEST_LEFT; opening--) {
            if (sentence.word(opening).equals(",")) {
                return opening;
            }
        }
        return at;
    }

    /** The object right before that place. */
    private static Optional<Match<String>> objectTo(MarkedSentence sentence, int end, String objectClass) {
        for (int place = end - 1; place >= Math.max(0, end - LONGEST_OBJECT); place--) {
            Optional<Match<String>> object = objectFrom(sentence, place, objectClass);
            if (object.isPresent()) {
                return object.filter(found -> found.to() == end);
            }
        }
        return Optional.empty();
    }

    private static Optional<Match<String>> objectFrom(MarkedSentence sentence, int place, String objectClass) {
        if (objectClass.equals("party")) {
            return sentence.mentions.stream()
                    .filter(mention -> mention.from() == place)
                    .map(mention -> new Match<>(mention.from(), endOfParties(sentence, mention), "party"))
                    .findFirst();
        }
        Optional<Match<String>> named = sentence.objects.stream()
                .filter(object -> object.from() == place && object.value().equals(objectClass))
                .filter(object -> !objectClass.equals("people") || !sentence.isAnyOf(place - 1, FORMER))
                .findFirst();
        return switch (objectClass) {
            case "nationals" -> nationals(sentence, place);
            case Head.BODY_STAFF -> staffOfBody(sentence, place);
            case Head.MEMBER -> member(sentence, place);
            default -> named;
        };
    }

    /** Where a list of parties ends that begins with that one: Malian and Burkinabe nationals. */
    private static int endOfParties(MarkedSentence sentence, Mention first) {
        int end = first.to();
        for (Mention mention : sentence.mentions) {
            boolean listed = mention.from() == end + 1
                    && (sentence.isAnyOf(end, AND) || sentence.word(end).equals(","));
            end = listed ? mention.to() : end;
        }
        return end;
    }

    /** Expelled seven UN officials. */
    private static Optional<Match<String>> staffOfBody(MarkedSentence sentence, int place) {
        boolean ofBody = sentence.mentions.stream()
                .anyMatch(mention -> Words.BODIES.contains(mention.party().code())
                        && mention.to() <= place
                        && place - mention.to() <= FARTHEST_BODY);
        return sentence.objects.stream()
                .filter(object ->
                        ofBody && object.from() == place && object.value().equals("officials"))
                .map(object -> new Match<>(object.from(), object.to(), Head.BODY_STAFF))
                .findFirst();
    }

    /** The African Union suspended Niger: a state itself, in a sentence about a body. */
    private static Optional<Match<String>> member(MarkedSentence sentence, int place) {
        boolean ofBody = sentence.mentions.stream()
                .anyMatch(mention -> Words.BODIES.contains(mention.party().code()));
        return sentence.mentions.stream()
                .filter(mention -> ofBody && mention.from() == place && mention.kind() == Mention.Kind.NAME)
                .filter(mention -> !Words.BODIES.contains(mention.party().code()))
                .filter(mention -> endsPhrase(sentence, mention.to()))
                .map(mention -> new Match<>(mention.from(), mention.to(), Head.MEMBER))
                .findFirst();
    }

    private static boolean endsPhrase(MarkedSentence sentence, int at) {
        return at >= sentence.size()
                || sentence.isAnyOf(at, Words.SIGNS)
                || sentence.isAnyOf(at, Words.PREPOSITIONS)
                || sentence.isAnyOf(at, Words.BE)
                || sentence.isAnyOf(at, Words.HAVE)
                || sentence.isAnyOf(at, Words.BOUNDARIES)
                || sentence.isAnyOf(at, CLAUSE_ENDS);
    }

    /** Expelled 36 Iraqis: people of a state. */
    private static Optional<Match<String>> nationals(MarkedSentence sentence, int place) {
        return sentence.mentions.stream()
                .filter(mention -> mention.from() == place && mention.kind() == Mention.Kind.NATIONALS)
                .filter(mention -> !sentence.hasBetween(0, sentence.size(), DEPORTED))
                .map(mention -> new Match<>(mention.from(), mention.to(), "nationals"))
                .findFirst();
    }

    /** Travel bans and asset freezes, a travel ban under its sanctions regime: a ban on entry that is part of a listing. */
    private static boolean isListedWithSanctions(MarkedSentence sentence, Match<String> object) {
        return sentence.objects.stream()
                .filter(other -> other.value().equals("sanctions"))
                .anyMatch(other -> {
                    int from = Math.min(object.to(), other.to());
                    int to = Math.max(object.from(), other.from());
                    return (to - from <= 3 && sentence.hasBetween(from, to, Set.of("and", ",", "or")))
                            || sentence.hasBetween(other.from() - 3, other.from(), Set.of("under"));
                });
    }

    /** Restrictions are on something: on missions or their people, on visas, or on nothing more specific. */
    private static Measure measure(MarkedSentence sentence, Head head, Match<String> object) {
        if (head.measure() == Measure.VISAS && sentence.isAnyOf(object.to() - 1, FIRMS)) {
            return Measure.SANCTIONS;
        }
        if (object.value().equals("entry-bans") && isListedWithSanctions(sentence, object)) {
            return Measure.SANCTIONS;
        }
        if (head.measure() == Measure.RECALL
                && head.move() == Move.LIFT
                && sentence.isAnyOf(object.from() - 1, EXPELLED)) {
            return Measure.EXPULSION;
        }
        if (head.measure() != Measure.RESTRICTIONS) {
            return head.measure();
        }
        int limit = Math.min(sentence.size(), object.to() + FARTHEST_RIGHT);
        for (Match<String> other : sentence.objects) {
            boolean near = other.from() >= object.to() && other.from() < limit;
            if (near && sentence.hasBetween(object.to(), other.from(), ANOTHER)) {
                break;
            }
            if (near && (other.value().equals("missions") || other.value().equals("people"))) {
                return Measure.MISSION;
            }
            if (near && (other.value().equals("visas") || other.value().equals("entry-bans"))) {
                return Measure.VISAS;
            }
            boolean goods = (other.value().equals("goods") || sentence.isAnyOf(other.to() - 1, SHIPS))
                    && head.objectClass().equals("restrictions");
            if (near && goods && other.from() - object.to() <= FARTHEST_GOODS) {
                return Measure.SANCTIONS;
            }
        }
        return Measure.RESTRICTIONS;
    }
}
