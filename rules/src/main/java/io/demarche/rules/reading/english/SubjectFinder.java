package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.demarche.core.statement.Party;

/** Finds the subject of a verb: who is named before it, whom a pronoun means, or who stands before what is inserted. */
final class SubjectFinder extends SideFinder {

    static final WordSet FIRST_PERSON = WordSet.of("we", "i");
    static final WordSet RELATIVE = WordSet.of("which", "who");

    private static final WordSet SUBORDINATING = WordSet.of(
            "after", "before", "because", "when", "while", "although", "though", "until", "unless", "if", "as");

    /** What else somebody says of himself. */
    private static final WordSet ANNOUNCING = WordSet.of(
            "warned",
            "warns",
            "threatened",
            "threatens",
            "vowed",
            "vows",
            "promised",
            "pledged",
            "hinted",
            "signalled",
            "signaled",
            "signals",
            "indicated",
            "stressed",
            "replied",
            "responded",
            "claimed",
            "noted",
            "suggested",
            "wrote");

    /** A deal that Israel believes would ease sanctions: right before a verb, these leave its subject where the clause began. */
    private static final WordSet OPINING = WordSet.of(
            "believe", "believes", "believed", "think", "thinks", "fear", "fears", "feared", "argue", "argues");

    private static final WordSet MEASURES = WordSet.of(
            "ban",
            "decree",
            "law",
            "measure",
            "move",
            "order",
            "package",
            "policy",
            "proclamation",
            "resolution",
            "decision");

    private static final WordSet TEXTS = WordSet.of("decree", "law", "package", "resolution", "vote");

    /** What one says of oneself. */
    private static final WordSet VOWING = WordSet.of(
            "announced",
            "announces",
            "declared",
            "declares",
            "pledged",
            "pledges",
            "promised",
            "promises",
            "vowed",
            "vows");

    private static final WordSet COUNTRY = WordSet.of("country", "nation");
    private static final WordSet GOVERNMENT = WordSet.of("government", "cabinet");
    private static final WordSet THE = WordSet.of("the");
    private static final int FARTHEST_THE = 3;
    private static final WordSet JOINTS = WordSet.of("and", "but", "then");

    private static final WordSet OPENING_CLAUSE = WordSet.of("after", "when", "since", "although", "though", "once");

    private static final WordSet AS = WordSet.of("as", "while", "with");
    private static final int FARTHEST_VERB = 6;
    private static final int FARTHEST_SAYING = 4;

    /** Bolivia was the first country to cut its ties: said of the subject. */
    private static final WordSet WHICH_ONE = WordSet.of("first", "second", "third", "latest", "last", "only", "next");

    private static final WordSet COMPANY = WordSet.of("with", "alongside", "like");
    private static final WordSet TOGETHER = WordSet.of("along", "together", "joined");
    private static final WordSet ALL = WordSet.of("all", "both");

    /** Will not return before it lifts them: behind these a pronoun stands for the subject of the clause before. */
    private static final WordSet CONDITIONING = Words.IF.with("before", "until");

    private static final WordSet ANNOUNCEMENTS =
            WordSet.of("announcement", "statement", "warning", "threat", "claim", "promise", "decision", "declaration");

    private static final WordSet STEPS = WordSet.of("move", "step", "time", "sign", "gesture", "attempt", "round");
    private static final int FARTHEST_STEP = 6;

    private static final WordSet BEFORE_PRONOUN = WordSet.of("that", ";", ",");

    /** It and the like stand for the subject of the sentence. */
    static final WordSet POINTING_BACK = WordSet.of("it", "he", "she", "they", "we", "i", "its");

    SubjectFinder(Setting setting) {
        super(setting);
    }

    /**
     * The last agents named in the clause before that place; behind a pronoun, the subject of the sentence; in a clause without
     * agents, those of the clause before.
     */
    List<Party> subject(int at) {
        int chain = VerbChain.start(sentence, at);
        int noun = chain - 1;
        if (sentence.isAnyOf(noun, OPINING)) {
            return List.of();
        }
        List<Party> expected = expected(at).map(agents::group).orElse(List.of());
        if (!expected.isEmpty()) {
            return expected;
        }
        int start = sentence.clauseStart(chain);
        if (sentence.isAnyOf(noun, COUNTRY)
                && !sentence.hasBetween(noun - FARTHEST_THE, noun, WHICH_ONE)
                && sentence.hasBetween(noun - FARTHEST_THE, noun, THE)
                && agents.between(noun - FARTHEST_THE, noun).isEmpty()) {
            List<Party> vowing = vowing(noun - 1);
            return vowing.isEmpty() ? lastUnlessBorneOn() : vowing;
        }
        if (isOfOwnGovernment(start, at)) {
            return agents.voice();
        }
        if (sentence.word(noun).equals("whom") && sentence.word(noun - 1).equals("of")) {
            return sentence.mentionAt(noun - 4).map(agents::group).orElse(List.of());
        }
        List<Party> own = ofInsertedSpeaker(noun);
        if (!own.isEmpty()) {
            return own;
        }
        List<Party> owner = sentence.isAnyOf(noun, MEASURES) ? agents.genitive(noun) : List.of();
        if (!owner.isEmpty()) {
            return owner;
        }
        if (isOfText(noun)) {
            return agents.genitive(noun - 1);
        }
        if (isOfMeasure(start, at)) {
            List<Party> imposer = discourse
                    .lastOf(action.measure())
                    .map(told -> told.sides().actor().parties())
                    .orElse(List.of());
            return imposer.isEmpty() ? lastUnlessBorneOn() : imposer;
        }
        int last = lastPronoun(start, at);
        boolean ofObjectBefore = last >= 0
                && sentence.word(last).equals("its")
                && isFurtherVerb(at, noun)
                && sentence.isAnyOf(start - 1, SUBORDINATING)
                && sentence.mentionAt(sentence.behindArticle(start)).isPresent();
        int pronoun = ofObjectBefore ? -1 : last;
        if (pronoun >= 0 && sentence.isAnyOf(pronoun, FIRST_PERSON)) {
            List<Party> voice = agents.voice();
            List<Party> before = voice.isEmpty() ? agents.first(pronoun) : voice;
            if (!before.isEmpty() || !discourse.voice().isEmpty()) {
                return unionOf(before.isEmpty() ? discourse.voice() : before);
            }
            List<Party> subject = lastUnlessBorneOn();
            return agents.between(at, action.first()).containsAll(subject) ? List.of() : subject;
        }
        if (pronoun >= 0 && isOpposed(pronoun)) {
            return others();
        }
        if (pronoun >= 0 && sentence.isAnyOf(pronoun - 1, CONDITIONING)) {
            List<Party> conditioned = agents.named(sentence.clauseStart(pronoun - 1), pronoun - 1, false);
            if (!conditioned.isEmpty()) {
                return conditioned;
            }
        }
        Optional<Mention> told = pronoun < 0 ? Optional.empty() : toldOf(pronoun, at);
        if (told.isPresent()) {
            return agents.group(told.get());
        }
        if (pronoun >= 0) {
            List<Party> announcer = announcer(pronoun);
            if (!announcer.isEmpty()) {
                return announcer;
            }
            List<Party> announced = ofMainClause(start, pronoun);
            if (!announced.isEmpty()) {
                return announced;
            }
            int verb = saying(pronoun);
            List<Party> subjects = verb >= 0 ? subject(verb) : subjectSoFar(pronoun);
            return subjects.isEmpty() ? lastUnlessBorneOn() : subjects;
        }
        List<Party> accompanied = accompanied(at);
        if (!accompanied.isEmpty()) {
            return accompanied;
        }
        List<Party> beforeInsertion = beforeInsertion(at);
        if (!beforeInsertion.isEmpty()) {
            return beforeInsertion;
        }
        List<Party> counted = counted(start, at);
        if (!counted.isEmpty()) {
            return counted;
        }
        if (sentence.word(start - 1).equals("which") && isTextBefore(start - 1)) {
            return List.of();
        }
        boolean relative = sentence.isAnyOf(start - 1, RELATIVE)
                && agents.named(behindComma(start, at), at, false).isEmpty();
        List<Party> antecedent = relative ? antecedent(start - 1) : List.of();
        boolean further = antecedent.isEmpty()
                && (isFurtherVerb(at, noun) || isListedVerb(start, noun) || isOfHeadline(at, noun));
        int standIn = further ? lastPronoun(sentence.clauseStart(noun), noun) : -1;
        boolean ofObject = standIn >= 0
                && sentence.word(standIn).equals("its")
                && !agents.first(sentence.clauseStart(noun), standIn).isEmpty();
        if (standIn >= 0 && !ofObject) {
            return subject(noun);
        }
        List<Party> announcing = further ? ofAnnouncing(at, noun) : List.of();
        if (!announcing.isEmpty()) {
            return announcing;
        }
        List<Party> found = further ? ofFirstVerb(noun) : antecedent;
        if (found.isEmpty() && further && toldBefore(at)) {
            return List.of();
        }
        boolean gerund = at == action.at()
                ? action.head().form() == Form.GERUND
                : sentence.word(at).endsWith("ing");
        boolean participle = gerund && sentence.isAnyOf(noun, Words.COMMA);
        if (found.isEmpty() && participle && at != action.at()) {
            found = sayer(at);
        }
        if (found.isEmpty() && (participle || isBehindParticiple(at))) {
            found = agents.first(start, at);
        }
        List<Party> subjects = found.isEmpty() ? agents.named(start, at, false) : found;
        if (subjects.isEmpty()
                && start > 0
                && !sentence.isAnyOf(start - 1, Words.QUOTES)
                && (participle || !hasSubjectWithoutCode(start, at))) {
            int before = sentence.clauseStart(start - 1);
            boolean ofMain = at == start && action.at() == at && action.head().form() == Form.GERUND;
            subjects = ofMain ? agents.first(before, start - 1) : ofClause(before, start - 1);
        }
        return subjects.isEmpty() ? agents.ofPeople(start, at) : subjects;
    }

    /** Peru told Norway (that) it should lift them: to whom what ought to be is told. */
    private Optional<Mention> toldOf(int pronoun, int at) {
        int end = sentence.isAnyOf(pronoun - 1, Words.THAT) ? pronoun - 1 : pronoun;
        return sentence.mentionEndingAt(end)
                .filter(told -> sentence.isAnyOf(sentence.beforeArticle(told.from() - 1), Orders.TELLING)
                        && sentence.hasBetween(pronoun, at, Words.DUTY));
    }

    /** We can talk when they lift the sanctions: they are others than who speaks. */
    private boolean isOpposed(int pronoun) {
        return sentence.word(pronoun).equals("they") && sentence.hasBetween(0, pronoun, FIRST_PERSON);
    }

    /** Who is named and does not speak, or a side of what was told last, or whom the article names most besides. */
    private List<Party> others() {
        List<Party> voice = Stream.of(agents.voice(), discourse.voice(), discourse.lastSubject())
                .filter(parties -> !parties.isEmpty())
                .findFirst()
                .orElse(List.of());
        Stream<List<Party>> told = discourse.last().stream()
                .flatMap(last -> Stream.of(last.sides().actor(), last.sides().target()))
                .map(Side::parties);
        return Stream.concat(Stream.of(agents.between(0, sentence.size())), told)
                .map(parties ->
                        parties.stream().filter(party -> !voice.contains(party)).toList())
                .filter(parties -> !parties.isEmpty())
                .findFirst()
                .orElseGet(() -> discourse.other(voice).stream().toList());
    }

    /** The vote that renewed it: whether the relative at that place stands for what was decided. */
    boolean isOfText(int relative) {
        return sentence.word(relative).equals("that") && sentence.isAnyOf(relative - 1, TEXTS);
    }

    /** The bill, which supports them and imposes sanctions. */
    private boolean isTextBefore(int relative) {
        int noun = sentence.word(relative - 1).equals(",") ? relative - 2 : relative - 1;
        return sentence.isAnyOf(noun, Drafts.ACTS);
    }

    /** It is time for the council to consider it, paves the way for Washington to repeal it: who is to. */
    Optional<Mention> expected(int infinitive) {
        return sentence.word(infinitive - 1).equals("to")
                ? sentence.mentionAt(infinitive - 2)
                        .filter(mention -> sentence.word(sentence.beforeArticle(mention.from() - 1))
                                .equals("for"))
                : Optional.empty();
    }

    /** If it withdraws, the Malian minister said, her country will lift the ban: whoever says so between commas. */
    private List<Party> ofInsertedSpeaker(int country) {
        int said = country - 3;
        boolean inserted = sentence.isAnyOf(country, COUNTRY)
                && sentence.isAnyOf(country - 1, Words.POSSESSIVES)
                && sentence.isAnyOf(country - 2, Words.COMMA)
                && sentence.isAnyOf(said, Words.REPORTING);
        return inserted ? agents.named(behindComma(0, said), said, false) : List.of();
    }

    /** Peru's president announced that the country would leave: who speaks for it. */
    private List<Party> vowing(int country) {
        int verb = saying(country);
        return sentence.isAnyOf(verb, VOWING) ? agents.sayer(0, verb) : List.of();
    }

    /** Iran's envoy says that US sanctions break the law, urging Washington to end them: who says so urges it too. */
    private List<Party> sayer(int participle) {
        for (int at = 1; at < participle; at++) {
            if (sentence.isAnyOf(at, Words.REPORTING)) {
                return agents.sayer(0, at);
            }
        }
        return List.of();
    }

    /** "The government has decided to close it," the Peruvian ministry said: a government without a name is that of who speaks of it. */
    private boolean isOfOwnGovernment(int start, int at) {
        int government = start + 1;
        return sentence.word(start).equals("the")
                && sentence.isAnyOf(government, GOVERNMENT)
                && sentence.hasBetween(at, sentence.size(), Words.REPORTING)
                && agents.between(start, at).isEmpty()
                && !agents.voice().isEmpty();
    }

    /** Have ended their dispute, agreeing to return: who does it is the subject of the participle. */
    private boolean isBehindParticiple(int at) {
        return sentence.word(at - 1).equals("to")
                && sentence.word(at - 2).endsWith("ing")
                && sentence.isAnyOf(at - 3, Words.COMMA);
    }

    /** The ban bars citizens of Iran and imposes: what does it is a measure, whoever is named behind its verb. */
    private boolean isOfMeasure(int start, int at) {
        boolean measure = sentence.isAnyOf(start, Words.DEFINITE) && sentence.isAnyOf(start + 1, MEASURES);
        return measure
                && sentence.word(start + 2).endsWith("s")
                && start + 2 <= at
                && agents.between(start, start + 3).isEmpty();
    }

    /** In response to Pyongyang's announcement that it would sever relations: whose announcement it is. */
    private List<Party> announcer(int pronoun) {
        boolean announced = sentence.word(pronoun - 1).equals("that") && sentence.isAnyOf(pronoun - 2, ANNOUNCEMENTS);
        int noun = pronoun - 2;
        if (announced && sentence.isAnyOf(noun - 1, Words.MONTHS)) {
            return agents.possessor(noun - 1);
        }
        return announced ? agents.genitive(noun) : List.of();
    }

    /** A decade after it froze visas, Brussels said: in an opening clause that names nobody before, it may stand for who comes. */
    private List<Party> ofMainClause(int start, int pronoun) {
        if (pronoun != start
                || !sentence.isAnyOf(start - 1, OPENING_CLAUSE)
                || !agents.named(0, pronoun, false).isEmpty()) {
            return List.of();
        }
        int comma = action.last() + 1;
        while (comma < sentence.size() && !sentence.isAnyOf(comma, Words.COMMA)) {
            comma++;
        }
        int subject = sentence.behindArticle(comma + 1);
        List<Party> borne = agents.between(action.first(), comma);
        return sentence.mentionAt(subject)
                .map(Mention::party)
                .filter(party -> !borne.contains(party))
                .map(List::of)
                .orElse(List.of());
    }

    /** The subject so far, unless the action bears on it; then who did what was told last. */
    private List<Party> lastUnlessBorneOn() {
        List<Party> borne = agents.between(action.first(), action.last() + FARTHEST_AGENT);
        return Stream.of(
                        discourse.lastSubject(),
                        discourse
                                .last()
                                .map(told -> told.sides().actor().parties())
                                .orElse(List.of()))
                .filter(parties -> !parties.isEmpty() && parties.stream().noneMatch(borne::contains))
                .findFirst()
                .orElse(List.of());
    }

    /** We have decided to suspend them, said the French minister: the union, where the article told just that of it. */
    private List<Party> unionOf(List<Party> speakers) {
        boolean ofUnion = discourse
                .lastOf(action.measure())
                .filter(told -> told.action().head().move() == action.head().move()
                        && told.sides().actor().parties().equals(List.of(Words.EU)))
                .isPresent();
        return ofUnion && speakers.stream().allMatch(party -> Words.EU_MEMBERS.contains(party.code()))
                ? List.of(Words.EU)
                : speakers;
    }

    /** In Mali, which had a coup, the bloc imposed: behind the comma that ends the relative clause; the place itself without one. */
    private int behindComma(int from, int to) {
        for (int at = to - 1; at > from; at--) {
            if (sentence.word(at).equals(",")) {
                return at + 1;
            }
        }
        return to;
    }

    /** Prague accused Moscow of spying and expelled: a verb that has its subject before another verb, whose object stands between. */
    private boolean isFurtherVerb(int at, int joint) {
        boolean gerund = at == action.at() && action.head().form() == Form.GERUND;
        boolean or = action.head().form() == Form.BASE && sentence.word(joint).equals("or");
        boolean asWell =
                sentence.word(joint).equals("as") && sentence.word(joint - 1).equals("well");
        return joint > 0 && !gerund && (or || asWell || sentence.isAnyOf(joint, JOINTS));
    }

    /** Norway condemned Belarus, recalled its envoy: a past tense behind a comma, in a clause that has a verb right behind its subject. */
    private boolean isListedVerb(int start, int joint) {
        if (!sentence.isAnyOf(joint, Words.COMMA) || !action.head().form().isPastOrParticiple()) {
            return false;
        }
        return sentence.mentions.stream()
                .filter(mention -> mention.from() >= start && mention.to() < joint)
                .findFirst()
                .filter(subject -> subject.kind() != Mention.Kind.ADJECTIVE)
                .map(subject -> sentence.isAnyOf(subject.to(), Words.HAVE) ? subject.to() + 1 : subject.to())
                .filter(verb -> verb < joint - 1 && sentence.word(verb).endsWith("ed"))
                .isPresent();
    }

    /** African Union suspends Mali, threatens sanctions: the next verb of a headline. */
    private boolean isOfHeadline(int at, int joint) {
        return sentence.isAnyOf(joint, Words.COMMA)
                && joint == at - 1
                && sentence.word(at).endsWith("s")
                && !sentence.isAnyOf(sentence.size() - 1, Words.SIGNS);
    }

    /** The six nations expelled ambassadors and recalled: who did the one did the other, even if it is nobody with a code. */
    private boolean toldBefore(int at) {
        int start = sentence.clauseStart(at);
        return discourse.inSentence().stream()
                .anyMatch(told -> told.action().at() >= start
                        && !told.action().passive()
                        && !told.action().embedded());
    }

    /** The ministry said that Canada's envoy had a day, and announced: who said the one announced the other. */
    private List<Party> ofAnnouncing(int verb, int joint) {
        if (!sentence.isAnyOf(verb, Words.REPORTING) || !sentence.isAnyOf(joint - 1, Words.COMMA)) {
            return List.of();
        }
        return IntStream.range(1, joint)
                .filter(said -> sentence.isAnyOf(said, Words.REPORTING))
                .mapToObj(said -> agents.sayer(0, said))
                .findFirst()
                .map(sayer -> sayer.isEmpty() ? discourse.lastSubject() : sayer)
                .orElse(List.of());
    }

    /** Who stands first in the clause, before what it tells first. */
    private List<Party> ofFirstVerb(int joint) {
        int clause = sentence.clauseStart(joint);
        boolean ofMain = sentence.isAnyOf(joint - 1, Words.COMMA) && sentence.isAnyOf(clause - 1, Words.THAT);
        int start = ofMain ? sentence.clauseStart(clause - 1) : clause;
        int verb = discourse.inSentence().stream()
                .map(told -> told.action().first())
                .filter(first -> first >= start)
                .reduce(joint, Math::min);
        List<Party> subjects = agents.first(behindOpening(start, verb), verb);
        return subjects.isEmpty() ? agents.ofPeople(start, verb) : subjects;
    }

    /** After Petro insulted it, Peru declared: the place behind the clause with which a sentence opens. */
    private int behindOpening(int start, int verb) {
        boolean first = start == 1 || sentence.isAnyOf(start - 2, Words.DASHES);
        boolean opens = sentence.isAnyOf(start - 1, OPENING_CLAUSE) || (first && sentence.isAnyOf(start - 1, AS));
        for (int at = start; opens && at < verb; at++) {
            if (sentence.isAnyOf(at, Words.COMMA)
                    && sentence.mentionAt(sentence.behindArticle(at + 1)).isPresent()) {
                return at + 1;
            }
        }
        return start;
    }

    /** Norway told Iran that sanctions could go: who says so, where it is said to somebody. */
    private List<Party> ofClause(int from, int to) {
        for (int at = to - 1; at > from; at--) {
            if (sentence.isAnyOf(at, Words.REPORTING)) {
                List<Party> speaker = agents.named(from, at, false);
                return speaker.isEmpty() ? agents.named(from, to, false) : speaker;
            }
        }
        return agents.named(from, to, false);
    }

    /** Israel recalled its ambassador; in May it closed the embassy: who did the last thing told, or else the subject. */
    private List<Party> subjectSoFar(int pronoun) {
        return discourse.inSentence().stream()
                .filter(told -> told.action().at() < pronoun
                        && !told.action().passive()
                        && !told.action().embedded()
                        && sentence.hasBetween(told.action().last(), pronoun, Words.SEMICOLON))
                .map(told -> told.sides().actor().parties())
                .findFirst()
                .orElseGet(() ->
                        agents.opensWithPronoun() && !discourse.lastSubject().isEmpty()
                                ? discourse.lastSubject()
                                : firstBefore(pronoun));
    }

    /** As Maduro took office, Washington raised its bounty: who stands first behind the clause that opens the sentence. */
    private List<Party> firstBefore(int pronoun) {
        List<Party> main = standing.isGoverned() || !sentence.word(pronoun).equals("its")
                ? List.of()
                : agents.first(behindOpening(sentence.clauseStart(pronoun), pronoun), pronoun);
        return main.isEmpty() ? agents.first(pronoun) : main;
    }

    /** Saudi Arabia, the UAE and Bahrain: no insertion, but a list. */
    private boolean isListed(int name) {
        return sentence.mentionAt(name)
                .map(next -> sentence.word(next.to()).equals(MarkedSentence.NO_WORD) ? next.to() + 3 : next.to())
                .filter(behind -> sentence.isAnyOf(behind, Words.JOINING))
                .isPresent();
    }

    /** Norway, alongside Britain, Canada and Peru, has imposed: who stands before the comma, and with whom; nobody where it is not so. */
    private List<Party> accompanied(int at) {
        int closing = VerbChain.start(sentence, verb(at)) - 1;
        int with = closing;
        while (with > 0
                && (sentence.mentionAt(with).isPresent()
                        || sentence.isAnyOf(with, Words.INSERTING)
                        || sentence.isAnyOf(with, Words.JOINING)
                        || sentence.isAnyOf(with, Words.ARTICLES))) {
            with--;
        }
        boolean company = sentence.isAnyOf(with, COMPANY)
                || (sentence.word(with).equals("by") && sentence.word(with - 1).equals("joined"));
        int opening = sentence.isAnyOf(with - 1, TOGETHER) ? with - 2 : with - 1;
        if (!company || !sentence.isAnyOf(closing, Words.INSERTING) || !sentence.isAnyOf(opening, Words.INSERTING)) {
            return List.of();
        }
        return Stream.concat(agents.first(opening).stream(), agents.between(opening, closing).stream())
                .distinct()
                .toList();
    }

    /** Romania, which borders Ukraine, expelled: who stands before what is inserted, unless another verb stands there. */
    private List<Party> beforeInsertion(int at) {
        int opening = ObjectFinder.beforeInsertion(sentence, verb(at));
        boolean verbs = discourse.inSentence().stream()
                .anyMatch(told -> told.action().at() > opening && !told.action().embedded());
        boolean relative = sentence.isAnyOf(opening + 1, RELATIVE)
                || (sentence.isAnyOf(opening + 1, Words.ARTICLES) && !isListed(opening + 2))
                || sentence.isAnyOf(opening + 1, ALL);
        int chain = VerbChain.start(sentence, verb(at));
        boolean said = sentence.isAnyOf(chain - 2, Words.REPORTING)
                && (sentence.isAnyOf(chain, Words.HAVE) || sentence.isAnyOf(chain, Words.CERTAIN));
        return opening < at && (relative || said) && !verbs
                ? agents.named(sentence.clauseStart(opening), opening, false)
                : List.of();
    }

    /** Also agreed to lift: the first word behind the comma before it, if nobody is named between. */
    private int verb(int at) {
        int verb = at;
        while (verb > Math.max(1, at - FARTHEST_VERB)
                && !sentence.word(verb - 1).equals(",")
                && !sentence.isAnyOf(verb - 1, Words.BOUNDARIES)
                && !sentence.isAnyOf(verb - 1, Words.REPORTING)
                && sentence.mentionAt(verb - 1).isEmpty()) {
            verb--;
        }
        return sentence.word(verb - 1).equals(",") ? verb : at;
    }

    /** The four countries also closed: as many as were named together before. */
    private List<Party> counted(int from, int to) {
        for (int at = to - 2; at >= from; at--) {
            List<Party> group = discourse.counted(sentence, at);
            if (!group.isEmpty() && agents.named(at, to, false).isEmpty()) {
                return group;
            }
        }
        return List.of();
    }

    /** It quarrelled with Beijing, which recalled its ambassador; Resolution 2231, which lifted: the name right before, whatever stands before that. */
    private List<Party> antecedent(int relative) {
        boolean comma = sentence.word(relative - 1).equals(",");
        int last = comma ? relative - 2 : relative - 1;
        if (sentence.isAnyOf(last, Words.INSTITUTIONS)) {
            int owner = last - 1;
            while (sentence.mayBeNoun(owner) && sentence.mentionAt(owner).isEmpty()) {
                owner--;
            }
            return sentence.mentionAt(sentence.word(owner).equals("'s") ? owner - 1 : owner)
                    .map(Mention::party)
                    .map(List::of)
                    .orElse(List.of());
        }
        if (sentence.word(last - 1).equals("resolution") && sentence.beginsWithDigit(last)) {
            return List.of(Words.UN);
        }
        return sentence.mentionAt(last)
                .filter(mention -> mention.kind() == Mention.Kind.NAME && !isTopicOfDraft(mention))
                .map(mention -> comma ? List.of(mention.party()) : agents.group(mention))
                .orElse(List.of());
    }

    /** The amendment on Russia, which passed: what a text is about. */
    boolean isTopicOfDraft(Mention mention) {
        int on = sentence.beforeArticle(mention.from() - 1);
        return sentence.word(on).equals("on") && sentence.isAnyOf(on - 1, Words.DRAFTS);
    }

    /** After the three powers triggered: a subordinate clause with a subject of its own, be it one that has no code. */
    private boolean hasSubjectWithoutCode(int start, int at) {
        if (!sentence.isAnyOf(start - 1, SUBORDINATING)) {
            return false;
        }
        int chain = VerbChain.start(sentence, at);
        boolean noun = (sentence.isAnyOf(start, Words.ARTICLES)
                        || sentence.isAnyOf(start, Words.DETERMINERS)
                        || sentence.isAnyOf(chain - 1, Agency.STATES))
                && chain > start + 1;
        boolean name = chain > start
                && IntStream.range(start, chain)
                        .allMatch(word -> sentence.tokens.get(word).isCapitalised());
        return noun || name;
    }

    /** Hungary said on Monday that it: the verb of saying before a pronoun, with at most a day between; -1 if there is none. */
    private int saying(int pronoun) {
        int that = sentence.isAnyOf(pronoun - 1, BEFORE_PRONOUN) ? pronoun - 1 : pronoun;
        for (int at = that - 1; at >= Math.max(0, that - FARTHEST_SAYING); at--) {
            if (sentence.isAnyOf(at, Words.REPORTING) || sentence.isAnyOf(at, ANNOUNCING)) {
                return at;
            }
            boolean day = sentence.word(at).equals("on")
                    || sentence.isAnyOf(at, TimeFinder.NEWS)
                    || TimeFinder.isDay(sentence, at)
                    || (sentence.word(at).equals("in") && sentence.isAnyOf(at + 1, Words.MONTHS));
            if (!day) {
                return -1;
            }
        }
        return -1;
    }

    /** It is the first move towards ending the embargo: what is told of, whoever does it. */
    private boolean isOfStep(int pronoun) {
        return sentence.word(pronoun).equals("it")
                && sentence.isAnyOf(pronoun + 1, Words.BE)
                && sentence.hasBetween(pronoun + 2, pronoun + FARTHEST_STEP, STEPS);
    }

    /** The last pronoun between these places that no agent follows; -1 if there is none. */
    private int lastPronoun(int from, int to) {
        for (int at = to - 1; at >= from; at--) {
            if (sentence.isAnyOf(at, POINTING_BACK) && !isOfStep(at)) {
                return agents.named(at, to, false).isEmpty() ? at : -1;
            }
        }
        return -1;
    }
}
