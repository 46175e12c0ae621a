package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/** Finds whose measure an action is, by the grammar of its sentence: subject, by-phrase, possessor, or whoever is asked. */
final class ActorFinder extends SideFinder {

    static final WordSet FIRST_PERSON = WordSet.of("we", "i");

    static final WordSet RELATIVE = WordSet.of("which", "who");
    private static final WordSet BOTH = WordSet.of("the", "both", "two");
    /** Who is asked, but has no code. */
    static final WordSet OTHERS = WordSet.of(
            "allies",
            "partners",
            "countries",
            "governments",
            "others",
            "nations",
            "capitals",
            "neighbours",
            "neighbors");

    /** Of whom a noun of doing tells behind these: announced the closure, has initiated the revocation. */
    private static final WordSet ANNOUNCING = WordSet.union(ActionSieve.DECIDING, ActionSieve.ENDING)
            .with(
                    "initiated",
                    "initiates",
                    "initiating",
                    "began",
                    "begins",
                    "beginning",
                    "begun",
                    "started",
                    "starts",
                    "starting",
                    "launched",
                    "launches",
                    "completed",
                    "completes",
                    "implemented",
                    "implements",
                    "implementing",
                    "approved",
                    "approves",
                    "confirmed",
                    "confirms",
                    "authorised",
                    "authorises",
                    "authorized",
                    "authorizes");

    private static final List<String> COPYING = List.of("copy", "copi", "match", "mirror", "replicat", "mimic");
    private static final WordSet INTO = WordSet.of("enter", "into", "to");
    private static final WordSet OUT_OF = WordSet.of("from", "of", "leave", "quit", "depart");
    private static final WordSet ORDERS = WordSet.of("orders", "order", "instructions", "instruction");
    private static final int FARTHEST_ORDER = 5;
    private static final int FARTHEST_GOVERNING = 4;
    private static final WordSet GOVERNING = WordSet.of(
            "government",
            "junta",
            "authorities",
            "cabinet",
            "ministry",
            "presidency",
            "president",
            "minister",
            "regime",
            "head");
    private static final int FARTHEST_LEAVE = 7;
    /** Words against what one does not decide alone. */
    private static final WordSet VETOES = WordSet.of(
            "not support",
            "not back",
            "not agree to",
            "not accept",
            "veto",
            "block",
            "hold up",
            "oppose",
            "opposed",
            "argued against",
            "vote against",
            "stand in the way of");

    /** Optimism in Harare that it will be eased: who expects something of somebody else. */
    static final WordSet EXPECTING = WordSet.of(
            "optimism",
            "expectation",
            "expectations",
            "fears",
            "fear",
            "speculation",
            "possibility",
            "likelihood",
            "chance");

    /** What clears the way for a step does not take it. */
    private static final WordSet CLEARING = WordSet.of(
            "clear the way for",
            "clear way for",
            "pave the way for",
            "pave way for",
            "open the way to",
            "open the way for",
            "open way for",
            "necessitate");

    private static final WordSet DECISIONS = WordSet.of("announcement", "decision", "intention");
    private static final WordSet FOR_OR_IN = WordSet.of("for", "in", "over", "about");
    /** What asks, and decides nothing that binds. */
    private static final WordSet ASSEMBLY = WordSet.of("assembly");

    private static final WordSet WARN = WordSet.of("warn");
    private static final WordSet WITH = WordSet.of("with");
    private static final WordSet ON = WordSet.of("on", "over", "about");
    private static final int FARTHEST_PARTNER = 4;

    private static final WordSet TRADED = WordSet.of("trade", "goods");

    private static final WordSet NOTES = WordSet.of("note", "letter", "notice");
    private static final int FARTHEST_ANSWERER = 2;
    private static final WordSet ITS = WordSet.of("its", "their");
    private static final WordSet GETTING = WordSet.of("get", "gets", "getting");

    private static final WordSet COUNCIL_TEXTS = WordSet.of("resolution", "resolutions");

    private static final WordSet ANSWERING = WordSet.of(
            "respond",
            "responds",
            "responded",
            "response",
            "answer",
            "retaliate",
            "retaliated",
            "retaliation",
            "reply",
            "react");
    private static final WordSet ORDERED = WordSet.of("ordered", "told", "instructed", "forced", "obliged");
    static final WordSet TALKS =
            WordSet.of("talks", "negotiations", "discussions", "dialogue", "consultations", "contacts");
    private static final WordSet WEST = WordSet.of("western", "west");
    private static final int FARTHEST_WEST = 4;
    private static final int FARTHEST_ANSWER = 4;
    private static final int FARTHEST_ANNOUNCED = 7;
    private static final int FARTHEST_LET = 4;
    static final int FARTHEST_AGENT = 12;
    private static final String STAFF = "staff";

    private static final WordSet INFORMING = WordSet.of("informed", "notified", "told", "advised");
    private static final WordSet DECLARING = WordSet.of("declaring", "announcing");

    final AskedFinder asked;

    private final SubjectFinder subjects;
    private final SpeakerFinder speakers;

    ActorFinder(Setting setting, SubjectFinder subjects, SpeakerFinder speakers) {
        super(setting);
        this.subjects = subjects;
        this.speakers = speakers;
        this.asked = new AskedFinder(setting, subjects, speakers);
    }

    /** Whose measure it is, where the sentence says so. */
    Side find(Side governing) {
        return ownAgent(governing)
                .orElse(() -> byGovernor(governing))
                .orElse(this::ofTies)
                .orElse(this::ofList)
                .orElse(this::ofOwnSky)
                .orElse(this::ofVote)
                .orElse(this::ofReopened)
                .orElse(this::ofBody)
                .orElse(this::homeForConsultations);
    }

    /** A draft that would remove banks from the union's blacklist: whose list it is. */
    private Side ofList() {
        boolean list = !action.passive()
                && isOfOwnList()
                && action.head().rest().stream().anyMatch(word -> word.endsWith("list") || word.endsWith("lists"));
        return list ? Side.of(agents.between(action.objectTo(), endOfRest()), "whose list it is") : Side.NOBODY;
    }

    /** After the powers backed the return of UN sanctions: the body whose measure it is, where nobody with a code does it. */
    private Side ofBody() {
        return action.measure() == Measure.SANCTIONS && object.owner().hasBody() ? object.owner() : Side.NOBODY;
    }

    /** Abstained in the vote that renewed the UN embargo: whose it is, as no text does anything. */
    private Side ofVote() {
        int that = VerbChain.start(sentence, action.at()) - 1;
        boolean vote = !action.passive() && subjects.isOfText(that);
        return vote ? object.owner() : Side.NOBODY;
    }

    /** The council decided to close Algerian airspace to Moroccan planes: whose it is. */
    private Side ofOwnSky() {
        boolean closed = action.head().objectClass().equals("airspace")
                && !action.passive()
                && (action.head().form() == Form.NOUN
                        || sentence.word(action.objectTo()).equals("to"));
        return closed ? Side.of(object.parties(), "whose airspace it is") : Side.NOBODY;
    }

    /** There are no plans to reopen the Indian embassy in Lima: whose embassy it is where it stands abroad. */
    private Side ofReopened() {
        boolean abroad = action.measure() == Measure.MISSION
                && sentence.word(action.at()).equals("reopen")
                && sentence.word(action.at() - 1).equals("to")
                && sentence.word(action.objectTo()).equals("in")
                && sentence.mentionAt(action.objectTo() + 1).isPresent();
        return abroad ? Side.of(object.bearers(), "whose mission it is") : Side.NOBODY;
    }

    /** Recalled the ambassador to Madrid for consultations: home. */
    private Side homeForConsultations() {
        boolean bare = action.measure() == Measure.RECALL
                && !action.passive()
                && !object.isPossessed()
                && object.parties().isEmpty()
                && sentence.word(action.objectTo()).equals("to");
        return bare
                ? Side.of(
                        sentence.mentionAt(action.objectTo() + 1)
                                .filter(home -> sentence.word(home.to()).equals("for")),
                        "home to where")
                : Side.NOBODY;
    }

    /** To cut Iran's ties with Norway: whose they are said to be. */
    private Side ofTies() {
        boolean ties = action.measure() == Measure.RELATIONS
                && sentence.word(action.objectTo()).equals("with")
                && sentence.mentionAt(action.objectTo() + 1).isPresent();
        return ties ? Side.of(object.parties(), "whose ties they are") : Side.NOBODY;
    }

    /** Whether somebody does it who has no code: four countries have cut ties; Western sanctions. */
    boolean isByOthers() {
        return isByUs() || isByOthers(sentence, action);
    }

    /** We summoned the ambassador: who speaks, of whom the sentence does not say who it is. */
    boolean isByUs() {
        int chain = VerbChain.start(sentence, action.at());
        return isActive(action)
                && (sentence.isAnyOf(chain - 1, FIRST_PERSON)
                        || (sentence.isAnyOf(chain - 1, TimeFinder.NEWS) && sentence.isAnyOf(chain - 2, FIRST_PERSON)));
    }

    private static boolean isActive(Action action) {
        return !action.passive() && action.head().form() != Form.NOUN;
    }

    /** The same, but for who speaks of himself, of whom the article may tell who it is. */
    static boolean isByOthers(MarkedSentence sentence, Action action) {
        if (isByWest(sentence, action)) {
            return true;
        }
        int chain = ObjectFinder.beforeInsertion(sentence, VerbChain.start(sentence, action.at()));
        return isActive(action) && sentence.isAnyOf(chain - 1, OTHERS) && !sentence.isAnyOf(chain - 2, BOTH);
    }

    /** Bolivia cut ties, others recall envoys: whether the subject of the verb is some who are not named. */
    boolean isByUnnamed() {
        int chain = VerbChain.start(sentence, action.at());
        return isActive(action)
                && sentence.word(chain - 1).equals("others")
                && !sentence.word(chain - 2).equals("and");
    }

    /** Western sanctions; imposed by the West. */
    boolean isByWest() {
        return isByWest(sentence, action);
    }

    private static boolean isByWest(MarkedSentence sentence, Action action) {
        return sentence.hasBetween(action.first() - 2, action.last() + FARTHEST_WEST, WEST);
    }

    /** Whose measure it is where the action names nobody, but a word governs it. */
    private Side byGovernor(Side governing) {
        if (standing.status() == Status.URGED && standing.isGoverned()) {
            return asked.find(governing);
        }
        if (!standing.isGoverned() || standing.cue() > action.at()) {
            return Side.NOBODY;
        }
        if (standing.status() == Status.REJECTED
                && governing.hasBody()
                && sentence.hasBetween(standing.cue() + 1, action.at(), Drafts.PLANS)) {
            return governing;
        }
        if (sentence.isAnyOf(standing.cue(), EXPECTING)
                && sentence.hasBetween(standing.cue(), action.at(), Words.THAT)) {
            return object.owner();
        }
        if (sentence.hasCueAt(standing.cue(), CLEARING)) {
            return object.owner();
        }
        if (sentence.hasCueAt(standing.cue(), WARN)
                && sentence.hasBetween(standing.cue(), action.first(), StandingFinder.AGAINST)) {
            return Side.of(agents.named(standing.cue() + 1, action.first(), true), "who is warned against it")
                    .orElse(object::owner);
        }
        Side threatening = sentence.isAnyOf(standing.cue(), StandingFinder.THREATS)
                ? Side.of(agents.possessor(standing.cue()), "whose threat it is")
                : Side.NOBODY;
        Side moved = threatening.orElse(this::moved);
        if (!moved.isEmpty()) {
            return moved;
        }
        boolean put = standing.status() == Status.PROPOSED
                && agents.between(standing.cue(), action.first()).contains(Words.UN);
        boolean text = sentence.hasBetween(sentence.clauseStart(standing.cue()), action.at(), COUNCIL_TEXTS);
        if ((put || (text && isBeforeCouncil())) && !sentence.hasBetween(0, action.at(), ASSEMBLY)) {
            return Side.of(List.of(Words.UN), "whose council votes on it");
        }
        for (int at = standing.cue() + 1; at < action.at(); at++) {
            if (sentence.isAnyOf(at, Words.DRAFTS)) {
                int draft = at;
                Side drafting = (object.owner().hasBody() ? object.owner() : Side.NOBODY)
                        .orElse(() -> Side.of(agents.possessor(draft), "whose draft it is"));
                if (!drafting.isEmpty() || !isVeto()) {
                    return drafting.orElse(() -> governing);
                }
            }
        }
        if (standing.status() != Status.PROPOSED && isVeto()) {
            Side body = discourse
                    .lastOf(action.measure())
                    .or(() -> action.measure() == Measure.RESTRICTIONS ? discourse.lastPenalty() : Optional.empty())
                    .map(told -> told.sides().actor())
                    .filter(Side::hasBody)
                    .orElse(Side.NOBODY)
                    .without(governing);
            boolean ofUnion = action.measure() == Measure.SANCTIONS
                    && action.head().move() == Move.IMPOSE
                    && governing.isOfMembers();
            if (!body.isEmpty() || ofUnion) {
                return body.orElse(() -> Side.of(List.of(Words.EU), ""))
                        .because("the body whose measure a member is against");
            }
        }
        boolean clause = sentence.hasBetween(standing.cue(), action.at(), Words.THAT)
                && !(standing.status() == Status.ADOPTED && Orders.isTelling(sentence, standing.cue()));
        Side subordinate = clause
                ? Side.of(agents.named(standing.cue() + 1, action.first(), false), "the subject of the clause governed")
                : Side.NOBODY;
        return subordinate.orElse(() -> joins() ? Side.NOBODY : object.owner()).orElse(() -> governing);
    }

    /** Its efforts to get the council to extend it: who is brought to do it. */
    private Side moved() {
        for (int at = standing.cue() + 1; at < action.at(); at++) {
            if (sentence.isAnyOf(at, GETTING)) {
                return Side.of(agents.named(at + 1, action.at(), true), "who is brought to do it");
            }
        }
        return Side.NOBODY;
    }

    /** A resolution is the council's where the article tells of the council. */
    private boolean isBeforeCouncil() {
        return discourse.named().contains(Words.UN)
                || sentence.mentions.stream()
                        .anyMatch(mention -> mention.party().equals(Words.UN));
    }

    /** Would not support; opposed: against what others do. */
    private boolean isVeto() {
        return sentence.hasCueAt(standing.cue(), VETOES);
    }

    /** Who joins the EU's sanctions imposes them too. */
    private boolean joins() {
        return isJoining(sentence.word(action.at()));
    }

    static boolean isJoining(String verb) {
        return verb.startsWith("join")
                || Words.beginsWithAny(verb, COPYING)
                || verb.startsWith("align")
                || verb.startsWith("implement")
                || verb.startsWith("adopt");
    }

    /** The one who does it by the action's own grammar: subject, by-phrase, or possessor of the noun. */
    private Side ownAgent(Side governing) {
        if (action.passive()) {
            return agentOfPassive(governing);
        }
        if (action.how() == Construction.GOVERNED && ActionFinder.isVerb(sentence, action.at())) {
            return Side.of(subjects.subject(action.at()), "the subject of the verb");
        }
        Side body = action.head().objectClass().equals(Head.MEMBER)
                ? Side.of(agents.after(action.objectTo(), 2, Words.FROM_OR_BY), "from where it is suspended")
                : Side.NOBODY;
        if (body.hasBody()) {
            return body;
        }
        if (action.isSuffered() || (action.how() == Construction.GOVERNED && object.isOwned())) {
            return object.owner()
                    .orElse(() -> action.measure() == Measure.VISAS
                            ? Side.of(object.parties(), "named in the object")
                            : Side.NOBODY);
        }
        if (action.how() == Construction.GOVERNED && action.head().objectClass().equals("answers")) {
            return Side.of(agents.after(action.objectTo(), FARTHEST_ANSWERER, Words.FROM_OR_BY), "from whom it comes");
        }
        if (action.head().form() == Form.NOUN) {
            boolean reopening =
                    action.measure() == Measure.MISSION && action.head().move() == Move.LIFT;
            return Side.of(doer(), "whose doing the noun is")
                    .orElse(() -> reopening ? Side.of(object.bearers(), "whose mission it is") : Side.NOBODY)
                    .orElse(() -> Side.of(agents.after(action.at() + 1, 3, Words.BY), "behind 'by'"))
                    .orElse(this::answered)
                    .orElse(() -> action.measure() == Measure.EXPULSION && isAnswered()
                            ? Side.of(agents.after(action.last() + 1, 3, Words.FROM_OR_BY), "who is answered")
                            : Side.NOBODY)
                    .orElse(() -> Side.of(agents.after(action.last() + 1, 6, Words.BY), "behind 'by'"))
                    .orElse(() -> action.measure() == Measure.EXPULSION
                                    && (object.isPossessed()
                                            || !object.parties().isEmpty())
                            ? Side.of(agents.after(action.last() + 1, 3, Words.FROM_OR_BY), "out of where")
                                    .without(Side.of(object.parties(), ""))
                            : Side.NOBODY)
                    .orElse(() -> action.measure() == Measure.EXPULSION && object.isPossessed()
                            ? Side.of(sentTo(), "to whom he is sent")
                            : Side.NOBODY)
                    .orElse(() -> object.owner().hasBody() ? object.owner() : announcer())
                    .orElse(() -> action.measure() == Measure.MISSION && Governor.isReason(sentence, action)
                            ? Side.of(object.bearers(), "whose mission it is")
                            : Side.NOBODY)
                    .orElse(() -> action.measure() == Measure.SANCTIONS ? object.owner() : Side.NOBODY);
        }
        Optional<Mention> subject = sentence.mentionAt(action.at() - 1)
                .filter(mention -> mention.kind() == Mention.Kind.NAME
                        && (action.head().form() == Form.GERUND || isSeen(mention))
                        && !isProposedTo(mention))
                .or(this::ofInfinitive);
        if (subject.isPresent()) {
            return Side.of(agents.group(subject.get()), "right before the gerund, or the infinitive");
        }
        Optional<Mention> intending = sentence.word(action.at() - 1).equals("to")
                ? sentence.mentionAt(action.at() - 2).filter(agents::intends)
                : Optional.empty();
        if (intending.isPresent()) {
            return Side.of(agents.group(intending.get()), "by whom it is intended");
        }
        if (action.measure() == Measure.EXPULSION
                && sentence.word(action.at() + 1).equals("from")) {
            Side left = Side.of(sentence.mentionAt(action.at() + 2), "out of where");
            if (!left.isEmpty()) {
                return left;
            }
        }
        Side deciding = deciding().orElse(this::ofItsDecision);
        if (!deciding.isEmpty()) {
            return deciding;
        }
        if (isNoted()) {
            return actorOfLast();
        }
        if (standing.isGoverned()
                && standing.cue() < action.at()
                && action.head().form() != Form.THIRD_PERSON
                && !isOfClauseBehindDraft()) {
            return Side.NOBODY;
        }
        Side follower = follower().orElse(this::partner);
        if (!follower.isEmpty()) {
            return follower;
        }
        if (isLikeANoun()) {
            return object.owner()
                    .orElse(() -> Side.of(agents.after(action.last() + 1, 6, Words.BY), "behind 'by'"))
                    .orElse(this::announcer);
        }
        if (action.head().form() == Form.GERUND
                && sentence.word(action.at() - 1).equals("'s")) {
            return Side.of(agents.possessor(action.at()), "whose doing it is");
        }
        if (sentence.word(action.at() - 1).equals("to")) {
            Optional<Mention> before = sentence.mentionAt(action.at() - 2);
            boolean whose = before.isPresent() && (agents.isBehindBy(before.get()) || isTalkedWith(before.get()));
            if (before.isPresent() && !whose && before.get().kind() != Mention.Kind.ADJECTIVE) {
                return Side.of(agents.group(before.get()), "before 'to'");
            }
            List<Party> possessor = agents.genitive(action.at() - 2);
            if (!possessor.isEmpty()) {
                return Side.of(possessor, "whose '" + sentence.word(action.at() - 2) + "' it is");
            }
            if (Governor.felt(sentence, action.at() - 2) >= 0) {
                return Side.NOBODY;
            }
        }
        if (action.embedded()) {
            return Side.of(subjectOfRelative(), "the subject of the relative clause");
        }
        return coordinated().orElse(() -> Side.of(subjects.subject(action.at()), "the subject of the verb"));
    }

    /** Its expulsion of envoys; but offered Caracas relief from sanctions, who grants none. */
    private List<Party> doer() {
        return sentence.word(action.at()).equals("relief") ? List.of() : agents.possessor(action.at());
    }

    /** Under the proposal, the EU would unfreeze: who does what a draft would bring, named behind it. */
    private boolean isOfClauseBehindDraft() {
        int subject = VerbChain.start(sentence, action.at()) - 1;
        return sentence.isAnyOf(standing.cue(), Words.DRAFTS)
                && sentence.hasBetween(standing.cue(), subject, Words.COMMA)
                && sentence.mentionAt(subject).isPresent();
    }

    /** Paves the way for Washington to repeal it. */
    private Optional<Mention> ofInfinitive() {
        return sentence.word(action.at() - 1).equals("to")
                ? sentence.mentionAt(action.at() - 2)
                        .filter(mention -> sentence.word(sentence.beforeArticle(mention.from() - 1))
                                .equals("for"))
                : Optional.empty();
    }

    /** Would see the EU ban them. */
    private boolean isSeen(Mention seen) {
        int see = sentence.beforeArticle(seen.from() - 1);
        return action.head().form() == Form.BASE && sentence.word(see).equals("see");
    }

    /** Proposed to the US restoring flights: to whom, and nobody's doing alone. */
    private boolean isProposedTo(Mention addressee) {
        int to = sentence.beforeArticle(addressee.from() - 1);
        return sentence.word(to).equals("to") && sentence.isInCue(to - 1);
    }

    /** Starts talks with Cuba to restore relations: with whom somebody else talks. */
    private boolean isTalkedWith(Mention partner) {
        int with = sentence.beforeArticle(partner.from() - 1);
        return sentence.word(with).equals("with") && sentence.isAnyOf(with - 1, TALKS);
    }

    /** Called in and handed a note declaring an attaché unwelcome: who called him in wrote it. */
    private boolean isNoted() {
        return action.head().form() == Form.GERUND
                && sentence.isAnyOf(action.at() - 1, NOTES)
                && discourse
                        .lastInSentence()
                        .filter(told -> told.action().measure() == Measure.SUMMONS)
                        .isPresent();
    }

    /** The announcement of the United States on Monday to impose: whose it is. */
    private Side deciding() {
        int to = sentence.beforeAdverbs(action.at());
        for (int at = to - 1; sentence.word(to).equals("to") && at > to - FARTHEST_AGENT; at--) {
            if (sentence.isAnyOf(at, DECISIONS) && sentence.word(at - 1).equals("'s")) {
                int owner = at - 2;
                while (sentence.mayBeNoun(owner) && sentence.mentionAt(owner).isEmpty()) {
                    owner--;
                }
                return Side.of(sentence.mentionAt(owner), "whose '" + sentence.word(at) + "' it is");
            }
            if (sentence.isAnyOf(at, DECISIONS) && sentence.word(at + 1).equals("of")) {
                int name = sentence.behindArticle(at + 2);
                return Side.of(sentence.mentionAt(name), "whose '" + sentence.word(at) + "' it is");
            }
        }
        return Side.NOBODY;
    }

    /** Thanked Finland for its decision to close, stands by it in its decision: whose decision it is that somebody is thanked for. */
    private Side ofItsDecision() {
        int its = action.at() - 3;
        boolean decision = (sentence.isAnyOf(action.at() - 1, ON)
                        || sentence.word(action.at() - 1).equals("to"))
                && sentence.isAnyOf(its + 1, DECISIONS)
                && sentence.isAnyOf(its, ITS)
                && sentence.isAnyOf(its - 1, FOR_OR_IN);
        return decision ? Side.of(sentence.mentionAt(its - 2), "whose decision it is") : Side.NOBODY;
    }

    /** The lifting of Washington's sanctions; welcomes lifting of them: a gerund without a subject. */
    private boolean isLikeANoun() {
        int before = sentence.isAnyOf(action.at() - 1, Words.QUOTES) ? action.at() - 2 : action.at() - 1;
        boolean noun = sentence.word(before).equals("the") || Governor.isFelt(sentence, before);
        return action.head().form() == Form.GERUND
                && noun
                && sentence.word(action.at() + 1).equals("of");
    }

    /** Sweden followed Norway in imposing: who does as another does; joined it in imposing: both of them. */
    private Side follower() {
        int verb = Governor.joining(sentence, action);
        if (verb < 0) {
            return Side.NOBODY;
        }
        Side follower = Side.of(subjects.subject(verb), "the subject of '" + sentence.word(verb) + "'");
        boolean own = sentence.hasBetween(action.at(), action.objectFrom(), Words.POSSESSIVES);
        return sentence.word(verb).startsWith("join") && !own && !VerbChain.hasNegation(sentence, verb)
                ? Side.of(follower.with(Side.of(agents.between(verb, action.at()), "")), follower.because())
                : follower;
    }

    /** Iran reached a deal with the EU on lifting sanctions: who alone of the two imposes any. */
    private Side partner() {
        boolean on = action.head().form() == Form.GERUND
                && action.measure() == Measure.SANCTIONS
                && action.head().move() == Move.LIFT
                && sentence.isAnyOf(action.at() - 1, ON);
        return on
                ? Side.of(
                        agents.after(action.at() - FARTHEST_PARTNER, FARTHEST_PARTNER - 1, WITH).stream()
                                .filter(party -> Words.IMPOSERS.contains(party.code()))
                                .toList(),
                        "with whom it is agreed")
                : Side.NOBODY;
    }

    /** Norway announced the imposition, joined the expulsion: the subject of such a word right before the noun. */
    private Side announcer() {
        for (int at = action.at() - 1; at > Math.max(0, action.at() - FARTHEST_ANNOUNCED); at--) {
            boolean joining = sentence.isAnyOf(at, Governor.JOINING)
                    && (!sentence.word(at).equals("following") || ActionFinder.hasBe(sentence, at));
            if (joining || sentence.isAnyOf(at, ANNOUNCING)) {
                return Side.of(subjects.subject(at), "the subject of '" + sentence.word(at) + "'");
            }
        }
        return Side.NOBODY;
    }

    /** Russia will respond to the expulsion: the noun is what somebody answers. */
    private boolean isAnswered() {
        return sentence.hasBetween(action.at() - FARTHEST_ANSWER, action.at(), ANSWERING);
    }

    /** Retaliated for the expulsion of its envoy by telling Bolivia's to leave: on whom the answer bears. */
    private Side answered() {
        int by = action.last() + 1;
        while (by < action.last() + FARTHEST_AGENT && !sentence.word(by).equals("by")) {
            by++;
        }
        boolean doing = action.measure() == Measure.EXPULSION
                && isAnswered()
                && sentence.word(by + 1).endsWith("ing");
        return doing ? Side.of(sentence.mentionAt(sentence.behindArticle(by + 2)), "who is answered") : Side.NOBODY;
    }

    /** Adopted the sanctions that the EU imposed, and froze assets: a verb behind "and" has the subject of the last one. */
    private Side coordinated() {
        boolean headline = sentence.word(action.at() - 1).equals(",")
                && (action.head().form() == Form.THIRD_PERSON
                        || (action.head().form() == Form.BASE
                                && !discourse.inSentence().isEmpty()));
        if (headline) {
            return Side.of(agents.first(action.at()), "the subject of the verbs before");
        }
        int chain = VerbChain.start(sentence, action.at());
        int comma = sentence.isAdverb(action.at() - 1) ? action.at() - 2 : action.at() - 1;
        boolean participle = action.head().form() == Form.GERUND && sentence.isAnyOf(comma, Words.COMMA);
        if (participle) {
            return discourse
                    .lastInSentence()
                    .filter(told -> (told.action().how() == Construction.ACTIVE
                                    || told.action().how() == Construction.PASSIVE)
                            && !told.action().embedded()
                            && told.action().measure() == action.measure())
                    .map(told -> told.sides().actor().because("the subject of the verb before"))
                    .orElse(Side.NOBODY);
        }
        return discourse.inSentence().stream()
                .filter(told -> sentence.word(chain - 1).equals("and")
                        && (told.action().head().form() == action.head().form()
                                || (chain < action.at() && !told.action().passive()))
                        && told.action().head().form() != Form.NOUN
                        && !told.action().embedded()
                        && told.action().at() < action.at())
                .findFirst()
                .map(Told::sides)
                .map(sides -> Side.of(
                        sides.mutual()
                                ? sides.actor().with(sides.target())
                                : sides.actor().parties(),
                        "the subject of the verb before"))
                .orElse(Side.NOBODY);
    }

    private Side agentOfPassive(Side governing) {
        boolean back = action.measure() == Measure.RECALL
                && action.head().move() == Move.LIFT
                && !ActionFinder.hasBe(sentence, action.at());
        Side by = Side.of(agents.after(action.last() + 1, FARTHEST_AGENT, Words.BY), "behind 'by'");
        if (!back && !by.isEmpty()) {
            return by;
        }
        Side orderer = orderer();
        if (!orderer.isEmpty()) {
            return orderer;
        }
        if (action.objectTo() <= action.at() && ActionFinder.isCaused(sentence, action.objectFrom())) {
            return Side.of(subjects.subject(action.objectFrom() - 2), "who had it done");
        }
        if (sentence.hasBetween(action.objectFrom() - FARTHEST_LET, action.objectFrom(), Words.LET)) {
            return governing;
        }
        if (action.embedded() && hasObjectOfLast()) {
            return actorOfLast();
        }
        if (isOfOwnList() && !action.head().rest().isEmpty()) {
            List<Party> whoseList = agents.between(action.at() + 1, endOfRest());
            if (!whoseList.isEmpty()) {
                return Side.of(whoseList, "whose list or air it is");
            }
        }
        if (isOfOwnList() && sentence.hasBetween(action.at() + 1, action.at() + 3, ITS)) {
            return Side.of(speakers.reporter(), "who announces whom its list names");
        }
        return switch (action.measure()) {
            case RECALL ->
                Side.of(object.bearers(), "whose people they are")
                        .orElse(this::home)
                        .orElse(object::possessor);
            case MISSION ->
                isOrderedBy(governing) || asked.isOfGuest(governing)
                        ? governing
                        : action.head().measure() == Measure.RESTRICTIONS
                                        || isOrdered()
                                        || action.head().objectClass().equals("people")
                                ? host()
                                : hosted(governing).orElse(() -> Side.of(object.bearers(), "whose mission it is"));
            case SUMMONS ->
                Side.of(agents.after(action.at() + 1, 5, Words.IN_OR_TO), "where it is done")
                        .orElse(() -> Side.of(sentTo(), "to whom he is sent"));
            case VISAS ->
                outOf().orElse(() -> Side.of(agents.after(action.at() + 1, FARTHEST_LEAVE, INTO), "into where"))
                        .orElse(() -> Side.of(agents.between(action.at() + 1, endOfRest()), "whose visa it is"))
                        .orElse(() -> Side.of(sentTo(), "to whom he is sent"));
            case EXPULSION ->
                outOf().orElse(() -> Side.of(sentTo(), "to whom he is sent"))
                        .orElse(() -> object.isPossessed() || isOfMission() ? host() : Side.NOBODY)
                        .orElse(this::whoSaysSo);
            default ->
                object.owner()
                        .orElse(this::ofOwnSpace)
                        .orElse(() -> TRADED.contains(action.head().objectClass())
                                ? Side.of(
                                        agents.after(action.at() + 1, FARTHEST_ANSWERER, Words.IN), "where it is done")
                                : Side.NOBODY);
        };
    }

    /** Niger's border, the border of Niger, its airspace was closed to French aircraft: Niger said so of its own. */
    private Side ofOwnSpace() {
        String space = action.head().objectClass();
        boolean own = space.equals("borders")
                || (space.equals("airspace") && sentence.isAnyOf(action.last() + 1, Words.IN_OR_TO));
        if (own && sentence.isAnyOf(action.objectFrom() - 1, ITS)) {
            return Side.of(speakers.reporter(), "who says so of its own");
        }
        return own
                ? Side.of(object.parties(), "whose border it is")
                        .orElse(() -> Side.of(
                                agents.after(action.objectTo(), FARTHEST_ANSWERER, Words.OF), "whose border it is"))
                : Side.NOBODY;
    }

    /** Peru: visas for Mexicans imposed. Of whom a line tells that names on whom it bears. */
    Side heading() {
        Side bearing = Side.of(object.parties(), "").without(object.owners());
        return bearing.isEmpty()
                ? Side.NOBODY
                : Side.of(sentence.heading(), "of whom the line tells").without(bearing);
    }

    /** BAMAKO - The junta expelled him: an institution of nobody's is of where the article was written, unless somebody else was told of. */
    Side ofDateline() {
        int the = 0;
        while (the < action.first() && !sentence.isAnyOf(the, Words.ARTICLES)) {
            the++;
        }
        boolean institution = !action.passive()
                && sentence.hasBetween(the + 1, Math.min(action.first(), the + FARTHEST_GOVERNING), GOVERNING)
                && !sentence.hasBetween(the, action.first(), Words.REPORTING)
                && !sentence.hasBetween(the, action.first(), Words.STRONG_BOUNDARIES)
                && agents.between(0, action.first()).isEmpty();
        boolean ofOthers =
                (sentence.dateline.isEmpty() && !discourse.lastSubject().isEmpty())
                        || !agents.scene().isEmpty();
        return institution && !ofOthers ? Side.of(discourse.home(), "where the article was written") : Side.NOBODY;
    }

    /** Closed on the orders of Beijing, on Beijing's orders: who gave them. */
    private Side orderer() {
        int end = action.last() + 1;
        for (int on = end; on < end + FARTHEST_ORDER && !sentence.isAnyOf(on, Words.COMMA); on++) {
            if (!sentence.word(on).equals("on")) {
                continue;
            }
            int orders = sentence.behindArticle(on + 1);
            boolean behind = sentence.isAnyOf(orders, ORDERS)
                    && sentence.word(orders + 1).equals("of");
            Optional<Mention> who = behind
                    ? sentence.mentionAt(sentence.behindArticle(orders + 2))
                    : sentence.mentionAt(orders)
                            .filter(owner ->
                                    sentence.isAnyOf(owner.to(), ORDERS) || sentence.isAnyOf(owner.to() + 1, ORDERS));
            if (who.isPresent()) {
                return Side.of(agents.group(who.get()), "on whose orders");
            }
        }
        return Side.NOBODY;
    }

    /** Belarus announced that Ukrainian diplomats would be expelled: who says so of others. */
    private Side whoSaysSo() {
        int that = sentence.that(action.first());
        if (that > 0 && sentence.isAnyOf(that - 1, DECLARING)) {
            return Side.of(subjects.subject(that - 1), "who declares so").without(object.parties());
        }
        int verb = that > 0 && sentence.mentionAt(that - 1).isPresent()
                ? sentence.mentionAt(that - 1).get().from() - 1
                : that - 1;
        if (that > 0 && sentence.isAnyOf(verb, INFORMING) && !object.isPossessed()) {
            List<Party> informed = ActionFinder.hasBe(sentence, verb) ? speakers.reporter() : subjects.subject(verb);
            return Side.of(informed, "who informs somebody of it").without(object.parties());
        }
        return that > 0 && sentence.isAnyOf(that - 1, Words.REPORTING) && !object.isPossessed()
                ? Side.of(agents.named(sentence.clauseStart(that - 1), that - 1, false), "who says so")
                        .without(object.parties())
                : Side.NOBODY;
    }

    /** Employees of the embassy in Moscow. */
    private boolean isOfMission() {
        return sentence.word(action.objectTo()).equals("of")
                && sentence.hasBetween(action.objectTo(), action.objectTo() + FARTHEST_LET, Agents.MISSIONS);
    }

    private Side outOf() {
        return object.owner()
                .orElse(() -> object.parties().isEmpty() ? Side.NOBODY : object.possessor())
                .orElse(() -> Side.of(agents.after(action.at() + 1, FARTHEST_LEAVE, OUT_OF), "out of where"));
    }

    /** Put on its list, barred from its airspace: what only one can do whose it is. */
    private boolean isOfOwnList() {
        return action.measure() == Measure.SANCTIONS || action.measure() == Measure.RESTRICTIONS;
    }

    /** Were added to Japan's list: the token behind what stands behind the object. */
    private int endOfRest() {
        int from = HeadWords.restFrom(sentence, action.at(), action.head());
        return HeadWords.end(sentence, from, action.head().rest());
    }

    /** More missions could be ordered to close: not by those whose missions they are. */
    private boolean isOrdered() {
        return standing.isGoverned()
                && sentence.isAnyOf(standing.cue(), ORDERED)
                && ActionFinder.hasBe(sentence, standing.cue());
    }

    /** The Kenyan government ordered the number of Iranian staff to be cut: who gives an order to others. */
    private boolean isOrderedBy(Side governing) {
        return standing.isGoverned()
                && sentence.isAnyOf(standing.cue(), ORDERED)
                && !ActionFinder.hasBe(sentence, standing.cue())
                && !governing.without(Side.of(object.bearers(), "")).isEmpty();
    }

    /** Recalled to Moscow. */
    private Side home() {
        return action.head().move() == Move.IMPOSE
                ? Side.of(agents.after(action.at() + 1, 3, Words.TO), "home to where")
                : Side.NOBODY;
    }

    /** Russia's ambassador to Estonia was summoned. */
    private List<Party> sentTo() {
        return sentence.word(action.objectTo()).equals("to") ? agents.after(action.objectTo(), 2, Words.TO) : List.of();
    }

    /** Where an embassy stands. */
    private Side host() {
        return Side.of(agents.after(action.objectTo(), 6, Words.IN), "where the mission stands, or its people");
    }

    /** Lusaka's parliament demanded that the mission in Lusaka be closed; Zambia said that it would be; that its staff would be cut. */
    private Side hosted(Side governing) {
        Side host = host();
        Side sayer = action.head().move() == Move.IMPOSE ? Side.of(speakers.reporter(), "") : Side.NOBODY;
        if (host.isEmpty() && action.head().objectClass().equals(STAFF)) {
            return sayer.without(Side.of(object.bearers(), "")).because("who says so of others");
        }
        if (host.isEmpty() && sentence.isAnyOf(action.at(), TargetFinder.CUTTING)) {
            return discourse
                    .last()
                    .map(Told::sides)
                    .filter(sides -> !object.bearers().isEmpty()
                            && sides.target().parties().containsAll(object.bearers()))
                    .map(sides -> sides.actor().because("who acts against them besides"))
                    .orElse(Side.NOBODY);
        }
        boolean sameState = !host.isEmpty()
                && (host.without(governing).isEmpty() || host.without(sayer).isEmpty());
        return sameState ? host : Side.NOBODY;
    }

    private boolean hasObjectOfLast() {
        return discourse
                .last()
                .filter(told -> told.action().objectFrom() == action.objectFrom())
                .isPresent();
    }

    private Side actorOfLast() {
        return discourse
                .last()
                .map(told -> Side.of(told.sides().actor().parties(), "whoever did the last thing to it"))
                .orElse(Side.NOBODY);
    }

    /** The one between object and verb; it, they and the like stand for the subject of the sentence. */
    private List<Party> subjectOfRelative() {
        List<Party> named = agents.named(action.objectTo(), action.at(), true);
        int verb = VerbChain.start(sentence, action.at());
        boolean pronoun = sentence.isAnyOf(action.objectTo(), Words.PREPOSITIONS)
                && sentence.isAnyOf(verb - 1, SubjectFinder.POINTING_BACK);
        if (!named.isEmpty() && !pronoun) {
            return named;
        }
        if (hasObjectOfLast()) {
            return actorOfLast().parties();
        }
        List<Party> before = agents.named(0, action.objectFrom(), false);
        if (before.isEmpty()) {
            return discourse.lastSubject();
        }
        return before.equals(object.parties()) ? agents.first(0, action.objectFrom()) : before;
    }
}
