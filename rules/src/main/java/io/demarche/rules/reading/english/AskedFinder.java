package io.demarche.rules.reading.english;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;

/** Finds who is asked to take a measure: whom a demand addresses, whose measure it is, or the own state of who demands it. */
final class AskedFinder extends SideFinder {

    /** What somebody who addresses nobody asks of the own government. */
    private static final Set<Measure> OWN_DIPLOMACY =
            Set.of(Measure.EXPULSION, Measure.SUMMONS, Measure.RECALL, Measure.MISSION, Measure.RELATIONS);

    private static final WordSet MEMBERS = WordSet.of("member", "members");
    /** EU countries. */
    private static final WordSet STATES = WordSet.of("countries", "states", "governments", "capitals", "nations");

    private static final WordSet OF_OR_ON = WordSet.of("of", "on", "against");
    private static final WordSet OWN = WordSet.of("own", "country", "nation", "government");

    private static final WordSet RULERS = WordSet.of("government", "president", "minister", "cabinet", "king");
    private static final int FARTHEST_RULER = 4;
    private static final int FARTHEST_HOST = 8;

    private final SubjectFinder subjects;
    private final SpeakerFinder speakers;

    AskedFinder(Setting setting, SubjectFinder subjects, SpeakerFinder speakers) {
        super(setting);
        this.subjects = subjects;
        this.speakers = speakers;
    }

    /** Urged Poland to expel: who is asked to do it. */
    Side find(Side governing) {
        boolean needed = !action.passive()
                && speakers.isNeed()
                && (action.head().move() == Move.IMPOSE || object.owner().isEmpty());
        if (SpeakerFinder.isOfAsked(sentence, action, standing) || needed) {
            return Side.of(subjects.subject(standing.cue()), "who is asked to, or needs to")
                    .without(governing)
                    .orElse(() ->
                            Side.of(agents.mainSubject(), "who is asked to").without(governing));
        }
        if (speakers.isFaced()) {
            return Side.of(subjects.subject(standing.cue()), "who faces the request");
        }
        int on = sentence.word(standing.cue() + 1).equals("on") ? standing.cue() + 2 : standing.cue() + 1;
        Optional<Mention> pushed = sentence.mentionAt(sentence.behindArticle(on))
                .filter(asked -> asked.kind() == Mention.Kind.NAME
                        && governing.parties().equals(List.of(asked.party()))
                        && (sentence.word(asked.to()).equals("to")
                                || (sentence.isAnyOf(asked.to(), STATES)
                                        && sentence.word(asked.to() + 1).equals("to"))));
        if (pushed.isPresent()) {
            return Side.of(pushed, "who is asked to");
        }
        Side addressee = Side.of(agents.named(standing.cue() + 1, endOfAddress(), true), "who is asked to")
                .without(governing)
                .without(borne())
                .without(topics())
                .orElse(() -> pointsToSubject() || speakers.isRequest()
                        ? Side.of(subjectOfRequest(), "to whom it is put")
                                .without(governing)
                                .without(agents.between(action.first(), action.last() + 1))
                        : Side.NOBODY);
        if (sentence.isAnyOf(standing.cue() - 1, Words.UNDER)) {
            return Side.of(subjects.subject(standing.cue()), "who is under pressure to");
        }
        boolean members = sentence.hasBetween(standing.cue(), action.first(), MEMBERS);
        if (addressee.isEmpty() && asksOthers() && !members) {
            return Side.NOBODY;
        }
        boolean onOwn = sentence.isAnyOf(action.objectTo(), Words.BEARING)
                && sentence.isAnyOf(action.objectTo() + 1, Words.POSSESSIVES);
        boolean borneBySelf = action.head().move() == Move.LIFT
                && (onOwn || (action.measure() == Measure.SANCTIONS && borne().isEmpty()));
        boolean own = !borneBySelf
                && (isAskedAtHome()
                        || isAskedOfOwn()
                        || isAskedOfRulers(governing)
                        || members
                        || OWN_DIPLOMACY.contains(action.measure()));
        boolean old = action.head().move() == Move.LIFT
                || (object.owner().hasBody() && sentence.isAnyOf(action.at(), Opposites.RENEWING));
        Side imposer = old ? object.owner().without(governing) : Side.NOBODY;
        return imposer.orElse(() -> addressee)
                .orElse(() -> object.owner().without(governing))
                .orElse(() -> own ? governing.because("who asks it of the own state") : object.owner())
                .orElse(() -> own
                        ? discourse
                                .actorOf(action.measure(), Side.of(object.parties(), ""))
                                .because("who was asked to before")
                        : Side.NOBODY)
                .orElse(() -> own ? whereItIsAsked() : Side.NOBODY)
                .orElse(() -> onOwn
                        ? Side.of(agents.after(action.objectTo(), FARTHEST_HOST, Words.IN), "where its people are")
                        : Side.NOBODY);
    }

    /** Adopted a resolution on Georgia, calls for sanctions: what a text is about is not asked. */
    private List<Party> topics() {
        return sentence.mentions.stream()
                .filter(subjects::isTopicOfDraft)
                .map(Mention::party)
                .toList();
    }

    /** MPs urged: those ask whose demands are put to their own state. */
    private boolean isAskedAtHome() {
        return standing.status() == Status.URGED
                && standing.isGoverned()
                && sentence.hasBetween(sentence.clauseStart(standing.cue()), standing.cue(), Words.DOMESTIC);
    }

    /** Called on his country's lawmakers to lift it. */
    private boolean isAskedOfOwn() {
        return IntStream.range(standing.cue() + 1, action.first())
                .anyMatch(at -> sentence.isAnyOf(at, Words.POSSESSIVES)
                        && (sentence.isAnyOf(at + 1, OWN) || sentence.isAnyOf(at + 1, Words.DOMESTIC)));
    }

    /** A petition in Lima urging the government: nobody asks it of a state's own rulers but who has them. */
    private boolean isAskedOfRulers(Side governing) {
        return governing.isEmpty()
                && sentence.word(standing.cue() + 1).equals("the")
                && sentence.hasBetween(standing.cue() + 2, standing.cue() + FARTHEST_RULER, RULERS);
    }

    /** The senate wants the Hungarian embassy closed: the mission of another, which the own state would close. */
    boolean isOfGuest(Side governing) {
        return isAskedAtHome()
                && action.head().move() == Move.IMPOSE
                && !object.isPossessed()
                && !object.bearers().isEmpty()
                && Side.of(object.bearers(), "").without(governing).parties().equals(object.bearers());
    }

    /** The subject of the sentence, if it stands before the request. */
    private List<Party> subjectOfRequest() {
        List<Party> subject = agents.mainSubject();
        return agents.between(0, standing.cue()).containsAll(subject) ? subject : List.of();
    }

    /** A plea that it pull out its envoy. */
    private boolean pointsToSubject() {
        return sentence.hasBetween(standing.cue() + 1, action.at(), SubjectFinder.POINTING_BACK);
    }

    /** Protesters in Rabat demand it of Morocco. */
    private Side whereItIsAsked() {
        int start = sentence.clauseStart(standing.cue());
        return Side.of(agents.after(start, standing.cue() - start, Words.IN), "where it is asked")
                .orElse(() -> Side.of(discourse.home(), "where the article was written"));
    }

    /** Russia sanctions: on whom they bear by their name. */
    List<Party> borne() {
        if (action.measure() != Measure.SANCTIONS) {
            return List.of();
        }
        Stream<Party> behind = sentence.isAnyOf(action.objectTo(), OF_OR_ON)
                ? sentence.mentionAt(action.objectTo() + 1).map(Mention::party).stream()
                : Stream.empty();
        return Stream.concat(object.parties().stream(), behind)
                .filter(party -> !object.owners().contains(party))
                .toList();
    }

    /** Asked four nations to cut ties: whether those are asked to do it who have no code. */
    boolean asksOthers() {
        return standing.status() == Status.URGED
                && standing.isGoverned()
                && sentence.hasBetween(standing.cue() + 1, action.first(), UnnamedActors.OTHERS);
    }

    /** Urged it to recognise Palestine and impose sanctions: where the first of the things that are asked for begins. */
    private int endOfAddress() {
        int start = startOfAsked();
        for (int at = standing.cue() + 1; at < start; at++) {
            boolean another = sentence.word(start - 1).equals("to")
                    && sentence.mentionAt(start - 2).isPresent();
            if (!another && HeadWords.isOtherInfinitive(sentence, at)) {
                return at;
            }
        }
        return start;
    }

    /** The addressee of a demand stands before the action; whoever possesses a passive object is no addressee. */
    private int startOfAsked() {
        int start = action.first();
        while (action.passive() && start > 0 && belongsToObject(start - 1)) {
            start--;
        }
        return start;
    }

    private boolean belongsToObject(int at) {
        return sentence.mentionAt(at).isPresent()
                || sentence.word(at).equals("'s")
                || sentence.isAnyOf(at, Words.DETERMINERS);
    }
}
