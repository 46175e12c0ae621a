package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/** Finds whose measure an action is, by the grammar of its sentence: subject, by-phrase, possessor, or whoever is asked. */
final class ActorFinder extends SideFinder {

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
    private static final WordSet DECISIONS = WordSet.of("announcement", "decision", "intention");
    private static final WordSet FOR_OR_IN = WordSet.of("for", "in", "over", "about");
    private static final WordSet WITH = WordSet.of("with");
    private static final WordSet ON = WordSet.of("on", "over", "about");
    private static final int FARTHEST_PARTNER = 4;
    private static final WordSet NOTES = WordSet.of("note", "letter", "notice");
    private static final int FARTHEST_ANSWERER = 2;
    static final WordSet TALKS =
            WordSet.of("talks", "negotiations", "discussions", "dialogue", "consultations", "contacts");
    /** What one does with another, whom one need not meet for it. */
    static final WordSet NEGOTIATING =
            TALKS.with("talked", "talking", "work", "works", "worked", "working", "negotiating");

    private static final WordSet TALKING = NEGOTIATING.with("met", "meet", "meets", "meeting");

    static final WordSet EXPLAINING = WordSet.of("explain", "clarify", "justify", "account");
    /** How verbs begin of keeping somebody from something. */
    private static final List<String> STOPPING =
            List.of("stop", "prevent", "keep", "kept", "block", "deter", "discourag", "dissuad");

    private static final WordSet SEEING = WordSet.of("see", "sees", "seen", "saw");
    private static final WordSet OF_BODY = Words.FROM_OR_BY.with("to", "into");

    final UnnamedActors unnamed;
    final AskedFinder asked;

    private final SubjectFinder subjects;
    private final PassiveActors passives;
    private final NounActors nouns;
    private final GovernedActors governed;
    private final ObjectActors objects;

    ActorFinder(Setting setting, SubjectFinder subjects, SpeakerFinder speakers) {
        super(setting);
        this.subjects = subjects;
        this.unnamed = new UnnamedActors(setting);
        this.asked = new AskedFinder(setting, subjects, speakers);
        this.passives = new PassiveActors(setting, subjects, speakers, asked);
        this.nouns = new NounActors(setting, subjects);
        this.governed = new GovernedActors(setting, asked);
        this.objects = new ObjectActors(setting, subjects);
    }

    /** Whose measure it is, where the sentence says so. */
    Side find(Side governing) {
        return ownAgent(governing).orElse(() -> governed.find(governing)).orElse(objects::find);
    }

    /** The one who does it by the action's own grammar: subject, by-phrase, or possessor of the noun. */
    private Side ownAgent(Side governing) {
        if (action.head().objectClass().equals(Head.MEMBER)) {
            Side body = Side.of(agents.after(action.last() + 1, 2, OF_BODY), "whose member it is");
            if (body.hasBody()) {
                return body;
            }
        }
        boolean condemned = action.isSuffered() && TargetFinder.isCondemning(sentence.word(action.at()));
        if (action.passive() && !condemned && !action.head().isNounOfParty()) {
            return passives.find(governing);
        }
        if (action.how() == Construction.GOVERNED && GovernedObjects.isVerb(sentence, action.at())) {
            return Side.of(subjects.subject(action.at()), "the subject of the verb");
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
        return action.head().form() == Form.NOUN ? nouns.find() : ofVerb();
    }

    /** Who does what a verb tells of, by what stands before it; else nobody. */
    private Side ofVerb() {
        Optional<Mention> opener = Openings.subject(sentence, action);
        if (opener.isPresent()) {
            return Side.of(opener, "the subject behind the comma");
        }
        Optional<Mention> subject = sentence.mentionAt(action.at() - 1)
                .filter(mention -> mention.kind() == Mention.Kind.NAME
                        && (action.head().form() == Form.GERUND || isSeen(mention))
                        && !subjects.isTopicOfDraft(mention)
                        && !isProposedTo(mention))
                .or(() -> subjects.expected(action.at()));
        if (subject.isPresent()) {
            return Side.of(agents.group(subject.get()), "right before the gerund, or the infinitive");
        }
        Side stopped = stopped();
        if (!stopped.isEmpty()) {
            return stopped;
        }
        Optional<Mention> intending = sentence.word(action.at() - 1).equals("to")
                ? sentence.mentionAt(action.at() - 2).filter(by -> agents.intends(by) && !isRefusedByBody())
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
                    .orElse(nouns::announcer);
        }
        if (action.head().form() == Form.GERUND
                && sentence.word(action.at() - 1).equals("'s")) {
            return Side.of(agents.possessor(action.at()), "whose doing it is");
        }
        if (sentence.word(action.at() - 1).equals("to")) {
            Optional<Mention> before = sentence.mentionAt(action.at() - 2);
            boolean whose = before.isPresent()
                    && (agents.isBehindBy(before.get()) || isTalkedWith(before.get()) || isBorneBy(before.get()));
            if (before.isPresent() && !whose && before.get().kind() != Mention.Kind.ADJECTIVE) {
                return Side.of(agents.group(before.get()), "before 'to'");
            }
            List<Party> possessor = agents.genitive(action.at() - 2);
            boolean met = sentence.mentionAt(action.at() - 3)
                    .filter(this::isTalkedWith)
                    .isPresent();
            if (!possessor.isEmpty() && !met) {
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

    /** The council declined a bid by Norway to extend them: the council would have. */
    private boolean isRefusedByBody() {
        return standing.status() == Status.REJECTED
                && standing.isGoverned()
                && Side.of(subjects.subject(standing.cue()), "").hasBody();
    }

    /** May no longer stop the EU from imposing them: who would. */
    private Side stopped() {
        int from = action.at() - 1;
        return action.head().form() == Form.GERUND && sentence.word(from).equals("from")
                ? Side.of(
                        sentence.mentionEndingAt(from)
                                .filter(doer -> Words.beginsWithAny(
                                        sentence.word(sentence.beforeArticle(doer.from() - 1)), STOPPING)),
                        "who is kept from it or not")
                : Side.NOBODY;
    }

    /** Under the proposal, the EU would unfreeze: who does what a draft would bring, named behind it. */
    private boolean isOfClauseBehindDraft() {
        int subject = VerbChain.start(sentence, action.at()) - 1;
        return sentence.isAnyOf(standing.cue(), Words.DRAFTS)
                && sentence.hasBetween(standing.cue(), subject, Words.COMMA)
                && sentence.mentionAt(subject).isPresent();
    }

    /** Would see the EU ban them; has seen Oman suspend imports and both Kuwait and Bahrain expel envoys. */
    private boolean isSeen(Mention seen) {
        return action.head().form() == Form.BASE
                && !sentence.word(seen.from() - 1).equals("to")
                && sentence.hasBetween(sentence.clauseStart(seen.from()), seen.from(), SEEING);
    }

    /** Proposed to the US restoring flights: to whom, and nobody's doing alone. */
    private boolean isProposedTo(Mention addressee) {
        int to = sentence.beforeArticle(addressee.from() - 1);
        return sentence.word(to).equals("to") && sentence.isInCue(to - 1);
    }

    /** Ease sanctions on Syria to allow purchases: on whom the means to that end bear. */
    private boolean isBorneBy(Mention bearer) {
        int on = sentence.beforeArticle(bearer.from() - 1);
        return sentence.isAnyOf(on, Words.BEARING) && sentence.objects.stream().anyMatch(means -> means.to() == on);
    }

    /** Starts talks with Cuba, is working with the Cuban regime to restore relations: with whom somebody else talks. */
    private boolean isTalkedWith(Mention partner) {
        int with = sentence.beforeArticle(partner.from() - 1);
        return sentence.word(with).equals("with") && sentence.isAnyOf(with - 1, TALKING);
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
                && sentence.isAnyOf(its, ITS);
        boolean explained = sentence.word(its - 2).equals("to") && sentence.isAnyOf(its - 1, EXPLAINING);
        int whose = explained ? its - 3 : its - 2;
        return decision && (explained || sentence.isAnyOf(its - 1, FOR_OR_IN))
                ? Side.of(sentence.mentionAt(whose), "whose decision it is")
                : Side.NOBODY;
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
