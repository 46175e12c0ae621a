package io.demarche.rules.reading.english;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.demarche.core.statement.Party;

/** The closed classes of English words that the grammar asks for. */
final class Words {

    static final WordSet BE =
            WordSet.of("be", "is", "are", "was", "were", "been", "being", "'s", "'re", "get", "got", "gets");
    static final WordSet PRESENT_BE = WordSet.of("is", "are", "be");
    static final WordSet HAVE = WordSet.of("has", "have", "had", "'ve", "having");
    /** What else may stand between a subject and its verb. */
    static final WordSet DO = WordSet.of("do", "does", "did", "going", "to");

    static final WordSet SIGNS = WordSet.of(";", ":", ".", "!", "?", "—", "–", "\"", "“", "”", "(", ")", "|");
    static final WordSet NEGATION =
            WordSet.of("not", "n't", "never", "no", "nobody", "without", "cannot", "neither", "nor");
    static final WordSet POSSIBLE = WordSet.of("may", "might", "could", "would", "can");
    static final WordSet CERTAIN = WordSet.of("will", "'ll", "wo", "shall", "'d");
    /** What may or will be: all modals but those of duty. */
    static final WordSet MODALS = WordSet.union(POSSIBLE, CERTAIN);

    static final WordSet DUTY = WordSet.of("should", "ought", "must");
    static final WordSet ADVERBS = WordSet.of(
            "also",
            "either",
            "longer",
            "already",
            "next",
            "now",
            "just",
            "immediately",
            "mutually",
            "temporarily",
            "formally",
            "recently",
            "again",
            "soon",
            "officially",
            "reportedly",
            "simultaneously",
            "jointly",
            "significantly",
            "then",
            "still",
            "ever",
            "first",
            "only",
            "flatly",
            "publicly",
            "each",
            "both",
            "all",
            "even",
            "once",
            "yesterday",
            "today",
            "later",
            "yet",
            "finally");
    /** Words and signs after which another clause begins. */
    static final WordSet CLAUSES = WordSet.of(
            ";",
            ":",
            "—",
            "–",
            "(",
            ")",
            "but",
            "which",
            "who",
            "whose",
            "that",
            "while",
            "although",
            "because",
            "after",
            "before",
            "when",
            "if",
            "where",
            "though",
            "whereas",
            "until",
            "unless",
            "as");

    /** The same, and quotation marks, inside which somebody else may speak. */
    static final WordSet BOUNDARIES = CLAUSES.with("\"", "“", "”");

    static final WordSet STRONG_BOUNDARIES =
            WordSet.of(";", "—", "but", "while", "although", "though", "whereas", "after", "because", "who", "whose");
    static final WordSet SUBJECT_PRONOUNS = WordSet.of("it", "he", "she", "they", "we", "i", "you", "each", "both");
    static final WordSet OBJECT_PRONOUNS =
            WordSet.of("it", "them", "him", "her", "those", "theirs", "these", "one", "ones");
    static final WordSet PASSIVE_PRONOUNS = WordSet.of("it", "they", "he", "she", "these", "those", "who");
    /** Nouns for asking, whoever utters them. */
    static final WordSet REQUESTS = WordSet.of(
            "request",
            "requests",
            "plea",
            "pleas",
            "demand",
            "demands",
            "call",
            "calls",
            "appeal",
            "appeals",
            "petition",
            "pressure");
    /** Texts that would do something once they are adopted. */
    static final WordSet DRAFTS = WordSet.of(
            "bill",
            "motion",
            "motions",
            "resolutions",
            "draft",
            "resolution",
            "amendment",
            "proposal",
            "paper",
            "text",
            "law",
            "legislation",
            "bills",
            "drafts",
            "package",
            "proposals");
    /** What makes a draft a decision. */
    static final WordSet PASSING = WordSet.of(
            "passed",
            "passes",
            "adopted",
            "adopts",
            "approved",
            "approves",
            "enacted",
            "signed",
            "signs",
            "backed",
            "backs");
    /** What makes a decision of a parliament a request to the government. */
    static final WordSet REQUESTING =
            WordSet.of("urge", "ask", "demand", "request", "call on", "call for", "calling for");
    /** What a draft would do, or would have somebody do. */
    static final WordSet DRAFT_CUES = WordSet.of(
            "would",
            "would see",
            "oblige",
            "require",
            "force",
            "order",
            "instruct",
            "urge",
            "ask",
            "demand",
            "request",
            "call on",
            "call for",
            "calling for",
            "seek");

    static final WordSet IF = WordSet.of("if", "unless", "provided");
    static final WordSet CONDITIONS = WordSet.of("if", "unless", "should", "only", "whether");
    static final WordSet DENIALS = WordSet.of(
            "deny", "refute", "dismiss", "reject", "rule out", "pour cold water on", "brush aside", "brush off");
    static final WordSet QUOTES = WordSet.of("\"", "“", "”");
    /** The month, as no other word is written here. */
    static final String MAY = "May";

    static final WordSet MONTHS = WordSet.of(
            "january",
            "february",
            "march",
            "april",
            MAY,
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan.",
            "feb.",
            "aug.",
            "sept.",
            "sep.",
            "oct.",
            "nov.",
            "dec.");
    static final WordSet PREPOSITIONS = WordSet.of(
            "in",
            "on",
            "from",
            "to",
            "with",
            "against",
            "at",
            "of",
            "over",
            "for",
            "between",
            "into",
            "near",
            "by",
            "after",
            "under",
            "towards",
            "toward",
            "about",
            "upon",
            "through",
            "outside",
            "inside",
            "across",
            "via",
            "within",
            "following",
            "including",
            "unlike",
            "despite",
            "alongside",
            "amid",
            "than");
    /** What begins a noun phrase. */
    static final WordSet ARTICLES =
            WordSet.of("the", "a", "an", "its", "their", "his", "her", "our", "these", "those", "this", "any");

    static final WordSet POSSESSIVES = WordSet.of("its", "their", "his", "her");

    static final WordSet DEFINITE = WordSet.of("the", "these", "those");

    static final WordSet DETERMINERS =
            WordSet.of("the", "a", "an", "its", "their", "his", "her", "some", "all", "any", "our", "new", "former");
    /** Institutions that, when they urge something, urge it of their own state. */
    static final WordSet DOMESTIC = WordSet.of(
            "senators",
            "senator",
            "lawmakers",
            "lawmaker",
            "mps",
            "meps",
            "mep",
            "mp",
            "deputies",
            "deputy",
            "parliament",
            "senate",
            "congress",
            "party",
            "opposition",
            "committee",
            "legislators",
            "politicians",
            "assembly",
            "members",
            "house",
            "duma",
            "sejm",
            "knesset",
            "bundestag",
            "riksdag",
            "majlis");

    /** Nouns that act for the state whose adjective or name they bear. */
    static final WordSet INSTITUTIONS = DOMESTIC.with(
            "government",
            "governments",
            "ministry",
            "minister",
            "ministers",
            "president",
            "presidency",
            "officials",
            "official",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "authorities",
            "administration",
            "cabinet",
            "commission",
            "council",
            "treasury",
            "department",
            "foreign",
            "prime",
            "premier",
            "chancellor",
            "king",
            "queen",
            "crown",
            "prince",
            "emir",
            "sultan",
            "ruler",
            "rulers",
            "monarch",
            "military",
            "side",
            "leader",
            "leaders",
            "secretary",
            "army",
            "junta",
            "regime",
            "pm",
            "coalition",
            "diplomacy",
            "strongman",
            "republic",
            "kingdom",
            "state",
            "court",
            "bank",
            "agency",
            "office",
            "public",
            "under",
            "defence",
            "defense",
            "interior",
            "vice",
            "federal",
            "national",
            "royal",
            "supreme",
            "central",
            "bloc",
            "union",
            "group");

    static final WordSet REPORTING = WordSet.of(
            "said",
            "says",
            "announced",
            "announces",
            "confirmed",
            "told",
            "reported",
            "stated",
            "declared",
            "disclosed",
            "clarified",
            "added",
            "according",
            "denied",
            "complained",
            "argued",
            "insisted",
            "admitted",
            "acknowledged",
            "revealed",
            "reveals",
            "denies",
            "explained",
            "explains",
            "stressed",
            "wrote",
            "tweeted",
            "noted",
            "explaining");
    static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("hundred", 100));

    /** Bodies of several states, whose officials are what diplomats are to a state. */
    static final WordSet BODIES = WordSet.of(
            "UN",
            "EU",
            "AU",
            "NATO",
            "OSCE",
            "IAEA",
            "COE",
            "ECOWAS",
            "G7",
            "ARAB_LEAGUE",
            "GCC",
            "ASEAN",
            "OAS",
            "CSTO",
            "CIS",
            "SADC",
            "OPEC",
            "CARICOM",
            "MERCOSUR",
            "SCO",
            "BRICS",
            "IMF",
            "WORLD_BANK",
            "ICC");

    static final Party EU = new Party("EU");

    static final Party UN = new Party("UN");

    /** Who has a veto in the council of the UN, and in no parliament or union. */
    static final Set<Party> VETOING = Set.of(new Party("RUS"), new Party("CHN"));

    static final Party BRITAIN = new Party("GBR");

    /** Bodies in which a council decides. */
    static final Set<Party> WITH_COUNCIL = parties("UN", "EU", "AU");

    static final Party BELGIUM = new Party("BEL");
    static final Party AMERICA = new Party("USA");
    static final Party HOLY_SEE = new Party("VAT");

    static final Set<Party> UNIONS = parties("EU", "AU");

    /** States whose parliament is called the Congress. */
    static final Set<Party> WITH_CONGRESS = parties(
            "ARG", "BOL", "BRA", "CHL", "COL", "CRI", "DOM", "ECU", "ESP", "GTM", "HND", "MEX", "PER", "PHL", "PRY",
            "USA");

    /** States in which a congress is that of a party. */
    static final Set<Party> WITH_PARTY_CONGRESS = parties("CHN", "IND", "VNM");

    /** States whose upper house is called the Senate. */
    static final Set<Party> WITH_SENATE = parties(
            "ARG", "AUS", "BEL", "BOL", "BRA", "CAN", "CHL", "COL", "CZE", "DOM", "ESP", "FRA", "IRL", "ITA", "KAZ",
            "KEN", "KHM", "MEX", "NGA", "NLD", "PAK", "PER", "PHL", "POL", "PRY", "ROU", "THA", "URY", "USA", "UZB",
            "ZWE");

    private static Set<Party> parties(String... codes) {
        return Stream.of(codes).map(Party::new).collect(Collectors.toUnmodifiableSet());
    }

    /** States whose ministry of foreign affairs is called the Foreign Office. */
    static final Set<Party> WITH_FOREIGN_OFFICE = Set.of(BRITAIN, new Party("PAK"));

    /** Members of the European Union, which impose sanctions as one. */
    static final WordSet EU_MEMBERS = WordSet.of(
            "AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN", "IRL", "ITA",
            "LVA", "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "SWE");

    /** States that are called the kingdom. */
    static final WordSet MONARCHIES = WordSet.of(
            "SAU", "JOR", "MAR", "BHR", "GBR", "ESP", "BEL", "NLD", "SWE", "NOR", "DNK", "THA", "KHM", "BTN", "LSO",
            "SWZ", "TON");

    /** Parties before whose name the word sanctions means theirs, not those on them. */
    static final WordSet IMPOSERS =
            WordSet.of("USA", "EU", "UN", "GBR", "G7", "ECOWAS", "AU", "NATO", "ARAB_LEAGUE", "GCC");

    static final WordSet LET = WordSet.of("let", "lets", "letting", "make", "makes");

    /** Single words that the grammar looks for between two places. */
    static final WordSet THAT = WordSet.of("that");

    static final WordSet INDEFINITE = WordSet.of("a", "an");
    static final WordSet COMMA = WordSet.of(",");
    static final WordSet DASHES = WordSet.of("-", "--", "–", "—");
    /** Signs in pairs of which something is put into a clause. */
    static final WordSet INSERTING = DASHES.with(",");

    static final WordSet SEMICOLON = WordSet.of(";");
    static final WordSet LISTS = WordSet.of("list", "lists");
    /** Before on whom a measure bears. */
    static final WordSet BEARING = WordSet.of("on", "against");

    static final WordSet IN = WordSet.of("in");
    static final WordSet BY = WordSet.of("by");
    /** Whose a request, a text or an expulsion is, behind it. */
    static final WordSet FROM_OR_BY = WordSet.of("from", "by");

    /** What one step is to another. */
    static final WordSet ANSWERS = WordSet.of("response", "retaliation", "reply", "answer");

    static final WordSet TO = WordSet.of("to");
    static final WordSet IN_OR_TO = WordSet.of("in", "to");
    static final WordSet OF = WordSet.of("of");
    static final WordSet OTHER = WordSet.of("other");
    static final WordSet BEGINNING = WordSet.of("begin", "begins", "began", "begun", "start", "starts", "started");
    static final WordSet UNTIL = WordSet.of("until", "till");
    static final WordSet UNDER = WordSet.of("under");
    static final WordSet BE_OR_TO = WordSet.of("be", "to");
    static final WordSet OF_OR_FROM = WordSet.of("of", "from");
    static final WordSet LISTING = WordSet.of("and", ",", "or");
    static final WordSet JOINING = WordSet.of("and", "&", ",");
    static final WordSet ADDRESSING = WordSet.of("on", "to", "upon", "for", "from");
    static final WordSet OF_INSTITUTION = WordSet.of("of", "in", "for");

    private Words() {}

    /** Whether a word begins in one of these ways, whatever its ending. */
    static boolean beginsWithAny(String word, Collection<String> beginnings) {
        for (String beginning : beginnings) {
            if (word.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
