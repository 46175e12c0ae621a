package io.demarche.rules.reading.english;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import io.demarche.core.statement.Party;
import io.demarche.rules.reading.PhraseIndex.Match;
import io.demarche.rules.reading.Sentence;
import io.demarche.rules.reading.Token;
import io.demarche.rules.reading.Tokenizer;
import org.jspecify.annotations.Nullable;

/** A sentence with what the lexicon knows of its words. */
final class MarkedSentence {

    private static final Set<String> OF_PARTIES =
            Set.of("party", "nationals", Head.BODY_STAFF, Head.MEMBER, Head.LEADER, Head.NUMBER);
    static final WordSet OWNING = WordSet.of(
            "run",
            "owned",
            "flagged",
            "chartered",
            "registered",
            "operated",
            "controlled",
            "based",
            "imposed",
            "occupied",
            "held",
            "annexed",
            "administered");
    private static final int LONG_WORD = 5;
    /** What stands for a sign that is read over. */
    static final String NO_WORD = "";

    private static final WordSet BEFORE_MONTH = WordSet.of(
            "in", "of", "since", "until", "till", "by", "from", "on", "last", "early", "mid", "late", "this");
    private static final WordSet NO_ADVERBS = WordSet.of(
            "ally",
            "anomaly",
            "apply",
            "assembly",
            "comply",
            "family",
            "fly",
            "imply",
            "italy",
            "july",
            "rally",
            "rely",
            "reply",
            "supply");
    private static final WordSet CONCERNING = WordSet.of("related", "linked");
    private static final WordSet ADMINISTRATIONS =
            WordSet.of("administration", "government", "presidency", "cabinet", "regime");

    final Sentence sentence;
    final List<Token> tokens;
    final List<Mention> mentions = new ArrayList<>();
    final List<Match<String>> objects;
    /** The classes of the objects in the sentence: what is done to none of them is not done in it. */
    final Set<String> objectClasses = new HashSet<>();

    private final String[] words;
    private final int[] hashes;
    private final int[] clauseStarts;

    /** Where a verb of some head stands in the past. */
    final Set<Integer> verbs = new HashSet<>();

    /** Where a government is named that is one no longer: what it did is history. */
    final Set<Integer> formerGovernments = new HashSet<>();

    /** The classes of objects that are not those of diplomacy in this sentence. */
    final Set<String> elsewhere = new HashSet<>();

    // Looked for when they are first asked for: most sentences tell nothing.
    private final Lazy<List<Match<Cue>>> cues;
    private final Lazy<List<Match<Boolean>>> background;
    private final Lazy<List<Match<Form>>> echoes;
    private final Lazy<List<Match<Form>>> takebacks;
    private final Lazy<List<Match<Form>>> refusals;
    private final Lazy<List<Match<Boolean>>> fates;
    private Spans objectSpans;
    private final Lazy<List<List<Head>>> heads;
    private final Lazy<@Nullable Integer[]> numbers;
    private final Lazy<Spans> cueSpans;
    private final Lazy<Spans> phraseSpans;

    private static final WordSet STYLES =
            WordSet.of("republic", "kingdom", "state", "sultanate", "emirate", "principality", "commonwealth");
    private static final WordSet STYLED = WordSet.of(
            "islamic",
            "federal",
            "democratic",
            "socialist",
            "arab",
            "hashemite",
            "bolivarian",
            "plurinational",
            "united");
    private static final WordSet PARTICLES = WordSet.of("in", "out", "up", "off", "back", "down");
    private static final WordSet ONLY = WordSet.of("only", "just", "merely", "simply", "solely");
    private static final WordSet AS_WELL = WordSet.of("but", "also", "too");
    private static final WordSet OWN_LIST = WordSet.of("its", "own");
    private static final WordSet LISTING = WordSet.of("treasury", "ofac");
    /** Verbs that are the same in the past. */
    static final WordSet UNCHANGED = WordSet.of("cut", "shut", "put", "let", "hit", "set");

    /** Who is named in the dateline before the sentence, and in it no party: MOSCOW, 3 March (TASS) - */
    final List<Party> dateline;

    /** Whether it is an item of a list. */
    final boolean listed;

    /** {@code year} is that of the article; where it is unknown, a name stands for whoever bore it last. */
    MarkedSentence(Sentence written, Lexicon lexicon, OptionalInt year) {
        Dateline opening = Dateline.of(written, lexicon);
        this.dateline = opening.parties();
        this.listed = opening.bullet();
        this.sentence = opening.behind();
        this.tokens = sentence.tokens();
        this.words = new String[tokens.size()];
        this.hashes = new int[words.length];
        for (int at = 0; at < words.length; at++) {
            String word = tokens.get(at).lower();
            boolean dash = word.equals("-") && !isHyphen(at);
            replace(at, word.equals("&") ? "and" : dash ? "–" : word);
        }
        this.numbers = new Lazy<>(() -> CountFinder.numbers(words));
        nameMay();
        nameWho();
        affirmNotOnly();
        nameBlacklists();
        openBrackets();
        openPossessives();
        for (Match<Lexicon.Name> match : lexicon.names(tokens)) {
            boolean held = year.isEmpty() || match.value().isValid(year.getAsInt());
            boolean former = !held && match.value().isFormer(year.getAsInt()) && isFormerOffice(match);
            if (held || former) {
                addMention(match);
            }
            if (former && (isAnyOf(match.to(), ADMINISTRATIONS) || isAnyOf(match.from() - 1, Words.UNDER))) {
                formerGovernments.add(match.from());
            }
        }
        addCompounds(lexicon, year);
        mentions.removeIf(office -> MentionSieve.isOfficeOfAnother(this, office));
        mentions.removeIf(mention -> !MentionSieve.isMeant(this, mention, lexicon));
        mentions.replaceAll(mention -> MentionSieve.isWhere(this, mention) ? mention.as(Mention.Kind.PLACE) : mention);
        mentions.replaceAll(mention -> isOfPeople(mention) ? mention.as(Mention.Kind.NATIONALS) : mention);
        openContractions(lexicon);
        List<Senses> known = new ArrayList<>(tokens.size());
        for (int at = 0; at < tokens.size(); at++) {
            Senses senses = lexicon.senses(word(at));
            boolean unchanged = isAnyOf(at, UNCHANGED) && isBehindName(at);
            if (!senses.isEmpty() && (unchanged || senses.heads().get(0).form().isPastOrParticiple())) {
                verbs.add(at);
            }
            known.add(senses);
        }
        this.objects = new ArrayList<>(lexicon.objects(tokens));
        ObjectSenses.specify(this);
        elsewhere.addAll(lexicon.elsewhere(tokens));
        objects.forEach(object -> objectClasses.add(object.value()));
        if (!mentions.isEmpty()) {
            objectClasses.addAll(OF_PARTIES);
        }
        objectClasses.removeAll(elsewhere);
        this.clauseStarts = new int[tokens.size() + 1];
        for (int at = 1; at < clauseStarts.length; at++) {
            boolean begins = isAnyOf(at - 1, Words.BOUNDARIES) && !isAsWellAs(at - 1);
            clauseStarts[at] = begins ? at : clauseStarts[at - 1];
        }
        this.cues = new Lazy<>(() -> cues(lexicon));
        this.background = new Lazy<>(() -> lexicon.background(tokens));
        this.echoes = new Lazy<>(() -> lexicon.echoes(tokens));
        this.takebacks = new Lazy<>(() -> lexicon.takebacks(tokens));
        this.refusals = new Lazy<>(() -> lexicon.refusals(tokens));
        this.fates = new Lazy<>(() -> lexicon.fates(tokens));
        this.objectSpans = new Spans(objects);
        this.cueSpans = new Lazy<>(() -> new Spans(cues()));
        this.heads = new Lazy<>(() -> heads(known));
        this.phraseSpans = new Lazy<>(() -> new Spans(echoes(), refusals(), takebacks()));
    }

    private void replace(int at, String word) {
        words[at] = word;
        hashes[at] = WordSet.hash(word);
    }

    /** Poland's expelled two of them; it's reopened: has, where a participle and what it is done to follow. */
    private void openContractions(Lexicon lexicon) {
        for (int at = 1; at + 2 < words.length; at++) {
            if (words[at].equals("'s") && maySubjectEnd(at)) {
                int verb = isAdverb(at + 1) ? at + 2 : at + 1;
                boolean participle = lexicon.senses(word(verb)).heads().stream()
                        .anyMatch(head -> head.form().isPastOrParticiple());
                if (word(verb).equals("been") || (participle && hasObjectAt(verb + 1))) {
                    replace(at, "has");
                }
            }
        }
    }

    private boolean maySubjectEnd(int at) {
        return isAnyOf(at - 1, Words.SUBJECT_PRONOUNS)
                || mentionAt(at - 1)
                        .filter(mention -> mention.kind() == Mention.Kind.NAME || mention.kind() == Mention.Kind.PERSON)
                        .isPresent();
    }

    /** Japan hit, Peru shut: where a verb that is the same in the past may stand. */
    private boolean isBehindName(int at) {
        return mentionAt(at - 1)
                .filter(subject -> subject.kind() == Mention.Kind.NAME)
                .isPresent();
    }

    /** What does not stand behind a mere adjective: expelled two of them, called in the envoy; but Iran's frozen funds. */
    private boolean hasObjectAt(int at) {
        int object = isAnyOf(at, PARTICLES) ? at + 1 : at;
        return isAnyOf(object, Words.DETERMINERS) || number(object) != null || isAnyOf(object, Words.OBJECT_PRONOUNS);
    }

    /** The French have closed it: the adjective alone, for the people of a state that has no other word for them. */
    private boolean isOfPeople(Mention mention) {
        return mention.kind() == Mention.Kind.ADJECTIVE
                && word(mention.from() - 1).equals("the")
                && (isAnyOf(mention.to(), Words.HAVE)
                        || isAnyOf(mention.to(), Words.MODALS)
                        || isAnyOf(mention.to(), Words.DO));
    }

    /** In May, May 2018: the month is another word than what may be. */
    private void nameMay() {
        for (int at = 0; at < words.length; at++) {
            if (words[at].equals("may") && tokens.get(at).isCapitalised() && isDated(at)) {
                replace(at, Words.MAY);
            }
        }
    }

    /** The WHO, unless all is in capitals: the body is another word than the pronoun. */
    private void nameWho() {
        for (int at = 0; at < words.length; at++) {
            if (tokens.get(at).text().equals("WHO") && !isInHeadlineCase()) {
                replace(at, "w.h.o.");
            }
        }
    }

    /** A HEADLINE IN CAPITALS, or With Each Word Capitalised: no long word begins in small letters. */
    boolean isInHeadlineCase() {
        return tokens.stream()
                .filter(token -> token.text().length() >= LONG_WORD)
                .allMatch(Token::isCapitalised);
    }

    private boolean isDated(int month) {
        return isAnyOf(month - 1, BEFORE_MONTH) || beginsWithDigit(month - 1) || beginsWithDigit(month + 1);
    }

    /** Not only extends it but tightens it: does both. */
    private void affirmNotOnly() {
        for (int at = 0; at + 1 < words.length; at++) {
            if (words[at].equals("not") && isAnyOf(at + 1, ONLY) && hasBetween(at + 2, words.length, AS_WELL)) {
                replace(at, "both");
            }
        }
    }

    /** The United Arab Emirates (UAE): brackets around a single word part nothing. */
    private void openBrackets() {
        for (int at = 0; at + 2 < words.length; at++) {
            if (words[at].equals("(") && words[at + 2].equals(")")) {
                replace(at, NO_WORD);
                replace(at + 2, NO_WORD);
            }
        }
    }

    /** The United States' decision: behind a name on "s", an apostrophe that ends no quotation says whose something is. */
    private void openPossessives() {
        boolean quoted = false;
        for (int at = 0; at + 1 < words.length; at++) {
            if (!words[at].equals("'")) {
                continue;
            }
            boolean behindWord =
                    at > 0 && tokens.get(at - 1).end() == tokens.get(at).start();
            boolean possessive = behindWord
                    && !quoted
                    && words[at - 1].endsWith("s")
                    && tokens.get(at - 1).isCapitalised()
                    && tokens.get(at + 1).start() > tokens.get(at).end()
                    && Character.isLetter(word(at + 1).charAt(0));
            if (possessive) {
                replace(at, "'s");
            } else {
                quoted = !behindWord;
            }
        }
    }

    /** Whether a number in digits stands there. */
    boolean beginsWithDigit(int at) {
        return !word(at).isEmpty() && Character.isDigit(word(at).charAt(0));
    }

    private List<Match<Cue>> cues(Lexicon lexicon) {
        List<Match<Cue>> all = new ArrayList<>(lexicon.cues(tokens));
        all.addAll(Orders.in(this));
        all.addAll(Votes.in(this));
        all.addAll(Failures.in(this));
        all.addAll(Favours.in(this));
        all.addAll(Reversals.in(this));
        all.removeIf(cue -> !CueSieve.isMeant(this, cue));
        all.sort(Comparator.comparingInt(Match::from));
        return all;
    }

    List<Match<Cue>> cues() {
        return cues.get();
    }

    /** Whether a word of status stands between these places, the latter excluded. */
    boolean hasCueBetween(int from, int to) {
        return cues().stream().anyMatch(cue -> cue.from() >= from && cue.to() <= to);
    }

    List<Match<Boolean>> background() {
        return background.get();
    }

    List<Match<Form>> echoes() {
        return echoes.get();
    }

    List<Match<Form>> takebacks() {
        return takebacks.get();
    }

    List<Match<Boolean>> fates() {
        return fates.get();
    }

    List<Match<Form>> refusals() {
        return refusals.get();
    }

    /** Barack Obama; the Obama administration: who held an office once still stands for the state where nothing else can be meant. */
    private boolean isFormerOffice(Match<Lexicon.Name> match) {
        return match.to() - match.from() > 1
                || isAnyOf(match.to(), ADMINISTRATIONS)
                || isAnyOf(match.from() - 1, Words.UNDER);
    }

    /** Of several who bore that name, the one read last counts; the lexicon lists them by the year in which they took office. */
    private void addMention(Match<Lexicon.Name> match) {
        while (!mentions.isEmpty() && mentions.get(mentions.size() - 1).from() == match.from()) {
            mentions.remove(mentions.size() - 1);
        }
        int from = match.value().kind() == Mention.Kind.NAME ? beforeStyle(match.from()) : match.from();
        for (Party party : match.value().parties()) {
            mentions.add(new Mention(from, match.to(), party, match.value().kind()));
        }
    }

    /** The Republic of Mali, the Hashemite Kingdom of Jordan: where the name begins with what kind of state it is. */
    private int beforeStyle(int name) {
        int style = name - 2;
        boolean styled = word(name - 1).equals("of")
                && isAnyOf(style, STYLES)
                && tokens.get(style).isCapitalised();
        while (styled && style > 0 && tokens.get(style - 1).isCapitalised() && isAnyOf(style - 1, STYLED)) {
            style--;
        }
        return styled ? style : name;
    }

    /** The Belgian-run visa centre; an Iranian-flagged tanker: whose it is. */
    private void addCompounds(Lexicon lexicon, OptionalInt year) {
        int known = mentions.size();
        for (int at = 0; at < tokens.size(); at++) {
            int hyphen = word(at).indexOf('-');
            if (hyphen <= 0) {
                continue;
            }
            if (word(at).startsWith("anti-") && !word(at + 1).startsWith("protest")) {
                addConcerned(lexicon, at, tokens.get(at).text().substring(hyphen + 1));
            }
            if (CONCERNING.contains(word(at).substring(hyphen + 1))) {
                addConcerned(lexicon, at, tokens.get(at).text().substring(0, hyphen));
            }
            if (OWNING.contains(word(at).substring(hyphen + 1))) {
                int place = at;
                String owner = tokens.get(at).text().substring(0, hyphen);
                for (Match<Lexicon.Name> match : lexicon.names(Tokenizer.tokens(owner, 0, owner.length()))) {
                    boolean held = year.isEmpty() || match.value().isValid(year.getAsInt());
                    if (held && mentions.stream().noneMatch(mention -> mention.from() == place)) {
                        for (Party party : match.value().parties()) {
                            mentions.add(new Mention(at, at + 1, party, Mention.Kind.ADJECTIVE));
                        }
                    }
                }
            }
        }
        sortMentions(known);
    }

    /** Puts those in their place that were added to so many. */
    void sortMentions(int known) {
        if (mentions.size() > known) {
            mentions.sort(Comparator.comparingInt(Mention::from));
        }
    }

    /** Took them off its list, said the Treasury: a blacklist, where nobody else has lists of that kind. */
    private void nameBlacklists() {
        for (int at = 1; at < words.length; at++) {
            if (isAnyOf(at, Words.LISTS) && isAnyOf(at - 1, OWN_LIST) && hasBetween(0, words.length, LISTING)) {
                replace(at, "blacklist");
            }
        }
    }

    /** Somebody whom only the rest of the article names; the mentions are to be sorted behind. */
    void add(Mention meant) {
        mentions.add(meant);
        objectClasses.addAll(OF_PARTIES);
    }

    /** An object that only the rest of the article tells to be one. */
    void add(Match<String> object) {
        objects.add(object);
        objectClasses.add(object.value());
        objectSpans = new Spans(objects);
    }

    /** Anti-Russian, Iran-linked: whom it concerns. */
    private void addConcerned(Lexicon lexicon, int at, String name) {
        for (Match<Lexicon.Name> match : lexicon.names(Tokenizer.tokens(name, 0, name.length()))) {
            match.value().parties().forEach(party -> mentions.add(new Mention(at, at + 1, party, Mention.Kind.PLACE)));
        }
    }

    /** Peru: visas for Mexicans imposed. Of whom a line of a digest tells, which ends without a full stop. */
    Optional<Mention> heading() {
        return isAnyOf(size() - 1, Words.SIGNS)
                ? Optional.empty()
                : mentionAt(0).filter(mention -> word(mention.to()).equals(":") && mention.kind() == Mention.Kind.NAME);
    }

    /** A hyphen without space before and behind it. */
    boolean isHyphen(int at) {
        return at > 0
                && at + 1 < size()
                && tokens.get(at).is("-")
                && tokens.get(at - 1).end() == tokens.get(at).start()
                && tokens.get(at).end() == tokens.get(at + 1).start();
    }

    /** Whether words that stand for what was told as a whole begin there. */
    boolean hasPhraseAt(int at) {
        return phraseSpans.get().beginAt(at);
    }

    int size() {
        return tokens.size();
    }

    /** The word at that place, in lower case; empty outside the sentence. */
    String word(int at) {
        return at >= 0 && at < words.length ? words[at] : "";
    }

    /** The words as they stand, from that token up to, not including, the other. */
    String text(int from, int to) {
        return sentence.evidence(from, to - 1).quote();
    }

    /** The number that stands there, or null if none does. */
    @Nullable
    Integer number(int at) {
        return at >= 0 && at < words.length ? numbers.get()[at] : null;
    }

    boolean isAnyOf(int at, WordSet set) {
        return at >= 0 && at < words.length && set.contains(words[at], hashes[at]);
    }

    Optional<Mention> mentionAt(int at) {
        for (Mention mention : mentions) {
            if (mention.from() <= at && at < mention.to()) {
                return Optional.of(mention);
            }
        }
        return Optional.empty();
    }

    /** The last one that ends before a place. */
    Optional<Mention> mentionBefore(int to) {
        return mentions.stream().filter(mention -> mention.to() <= to).reduce((earlier, later) -> later);
    }

    /** The one that ends right before a place. */
    Optional<Mention> mentionEndingAt(int to) {
        return mentionBefore(to).filter(mention -> mention.to() == to);
    }

    /** The Specially Designated Nationals: whether that word is capitalised between others, where others than names are not. */
    boolean isInName(int at) {
        return at > 0
                && at + 1 < size()
                && tokens.get(at).isCapitalised()
                && tokens.get(at - 1).isCapitalised()
                && tokens.get(at + 1).isCapitalised()
                && mentionAt(at - 1).isEmpty()
                && 2 * tokens.stream().filter(Token::isCapitalised).count() < size();
    }

    /** Whether a word stands there with which neither another phrase nor another clause begins: a noun, or what belongs to one. */
    boolean mayBeNoun(int at) {
        return !word(at).isEmpty()
                && Character.isLetter(word(at).charAt(0))
                && !isAnyOf(at, Words.PREPOSITIONS)
                && !isAnyOf(at, Words.CLAUSES)
                && !isAdverb(at);
    }

    /** That place, or the next if an article stands there. */
    int behindArticle(int at) {
        return isAnyOf(at, Words.ARTICLES) ? at + 1 : at;
    }

    /** That place, or the one before if an article stands there. */
    int beforeArticle(int at) {
        return isAnyOf(at, Words.ARTICLES) ? at - 1 : at;
    }

    /** The place before that one, and before the adverbs that stand there. */
    int beforeAdverbs(int at) {
        int before = at - 1;
        while (isAdverb(before)) {
            before--;
        }
        return before;
    }

    /** What the word at that place, if there is one, may mean as a head, as far as the other words of the head stand in the sentence. */
    List<Head> heads(int at) {
        return at < size() ? heads.get().get(at) : List.of();
    }

    private List<List<Head>> heads(List<Senses> known) {
        Vocabulary vocabulary = new Vocabulary(List.of(words));
        List<List<Head>> here = new ArrayList<>(known.size());
        for (int at = 0; at < known.size(); at++) {
            List<Head> heads = known.get(at).in(vocabulary);
            here.add(isPerfect(at) ? heads.stream().map(Head::perfect).toList() : heads);
        }
        return here;
    }

    /** It had shut it: a participle that looks like the infinitive. */
    private boolean isPerfect(int at) {
        return isAnyOf(at, UNCHANGED) && (isAnyOf(beforeAdverbs(at), Words.HAVE) || isOfRelative(at));
    }

    /** The ties La Paz cut: a name right behind what was cut, and nothing cut behind the verb. */
    private boolean isOfRelative(int at) {
        return isAnyOf(at + 1, Words.PREPOSITIONS)
                && mentionAt(at - 1)
                        .filter(subject -> objects.stream().anyMatch(object -> object.to() == subject.from()))
                        .isPresent();
    }

    /** Whether that word is an adverb, as most on "ly" are, and "since" in what has since been done. */
    boolean isAdverb(int at) {
        return isAnyOf(at, Words.ADVERBS)
                || (word(at).equals("since") && isAnyOf(at - 1, Words.HAVE))
                || (word(at).endsWith("ly") && !isAnyOf(at, NO_ADVERBS));
    }

    /** Whether a word of status begins there. */
    boolean hasCueAt(int at) {
        return cueSpans.get().beginAt(at);
    }

    /** Whether one of these words of status begins there. */
    boolean hasCueAt(int at, WordSet words) {
        for (Match<Cue> cue : hasCueAt(at) ? cues() : List.<Match<Cue>>of()) {
            if (cue.from() == at && words.contains(cue.value().word())) {
                return true;
            }
        }
        return false;
    }

    /** Whether that token belongs to a word of status. */
    boolean isInCue(int at) {
        return cueSpans.get().cover(at);
    }

    /** Whether that token belongs to an object. */
    boolean isObject(int at) {
        return objectSpans.cover(at);
    }

    /** The first token of the clause in which that token stands. */
    int clauseStart(int at) {
        return at <= 0 ? at : clauseStarts[Math.min(at, size())];
    }

    /** The "that" with which the clause begins in which that token stands; -1 if it begins with none. */
    int that(int at) {
        int clause = clauseStart(at);
        int that = word(clause).equals("that") ? clause : clause - 1;
        return word(that).equals("that") ? that : -1;
    }

    /** Slovakia as well as Hungary: whether either "as" stands there, which begins no clause. */
    boolean isAsWellAs(int at) {
        return word(at).equals("as")
                && (word(at + 1).equals("well") || word(at - 1).equals("well"));
    }

    boolean hasBetween(int from, int to, WordSet words) {
        for (int at = Math.max(0, from); at < Math.min(to, size()); at++) {
            if (isAnyOf(at, words)) {
                return true;
            }
        }
        return false;
    }
}
