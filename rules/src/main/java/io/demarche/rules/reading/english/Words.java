package io.demarche.rules.reading.english;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.demarche.core.statement.Party;

/** The closed classes of English words that the grammar asks for. */
final class Words {

    static final Set<String> BE =
            WordSet.of("be", "is", "are", "was", "were", "been", "being", "'s", "'re", "get", "got", "gets");
    static final Set<String> HAVE = WordSet.of("has", "have", "had", "'ve", "having");
    /** What else may stand between a subject and its verb. */
    static final Set<String> DO = WordSet.of("do", "does", "did", "going", "to");

    static final Set<String> SIGNS = WordSet.of(";", ":", ".", "!", "?", "—", "–", "\"", "“", "”", "(", ")");
    static final Set<String> NEGATION =
            WordSet.of("not", "n't", "never", "no", "nobody", "without", "cannot", "neither", "nor");
    static final Set<String> POSSIBLE = WordSet.of("may", "might", "could", "would", "can");
    static final Set<String> CERTAIN = WordSet.of("will", "'ll", "wo", "shall", "'d");
    /** What may or will be: all modals but those of duty. */
    static final Set<String> MODALS = union(POSSIBLE, CERTAIN.toArray(String[]::new));

    static final Set<String> DUTY = WordSet.of("should", "ought", "must");
    static final Set<String> ADVERBS = WordSet.of(
            "also",
            "longer",
            "already",
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
    static final Set<String> CLAUSES = WordSet.of(
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
    static final Set<String> BOUNDARIES = union(CLAUSES, "\"", "“", "”");

    static final Set<String> STRONG_BOUNDARIES =
            WordSet.of(";", "—", "but", "while", "although", "though", "whereas", "after", "because", "who", "whose");
    static final Set<String> SUBJECT_PRONOUNS = WordSet.of("it", "he", "she", "they", "we", "i", "you", "each", "both");
    static final Set<String> OBJECT_PRONOUNS =
            WordSet.of("it", "them", "him", "her", "those", "theirs", "these", "one", "ones");
    static final Set<String> PASSIVE_PRONOUNS = WordSet.of("it", "they", "he", "she", "these", "those", "who");
    /** Nouns for asking, whoever utters them. */
    static final Set<String> REQUESTS = WordSet.of(
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
    static final Set<String> DRAFTS = WordSet.of(
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
    static final Set<String> PASSING = WordSet.of(
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
    static final Set<String> REQUESTING =
            WordSet.of("urge", "ask", "demand", "request", "call on", "call for", "calling for");
    /** What a draft would do, or would have somebody do. */
    static final Set<String> DRAFT_CUES = WordSet.of(
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

    static final Set<String> IF = WordSet.of("if", "unless", "provided");
    static final Set<String> CONDITIONS = WordSet.of("if", "unless", "should", "only", "whether");
    static final Set<String> DENIALS = WordSet.of(
            "deny", "refute", "dismiss", "reject", "rule out", "pour cold water on", "brush aside", "brush off");
    static final Set<String> QUOTES = WordSet.of("\"", "“", "”");
    /** The month, as no other word is written here. */
    static final String MAY = "May";

    static final Set<String> MONTHS = WordSet.of(
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
            "december");
    static final Set<String> PREPOSITIONS = WordSet.of(
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
            "since",
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
    static final Set<String> ARTICLES =
            WordSet.of("the", "a", "an", "its", "their", "his", "her", "our", "these", "those", "this", "any");

    static final Set<String> POSSESSIVES = WordSet.of("its", "their", "his", "her");

    static final Set<String> DEFINITE = WordSet.of("the", "these", "those");

    static final Set<String> DETERMINERS =
            WordSet.of("the", "a", "an", "its", "their", "his", "her", "some", "all", "any", "our", "new", "former");
    /** Institutions that, when they urge something, urge it of their own state. */
    static final Set<String> DOMESTIC = WordSet.of(
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
    static final Set<String> INSTITUTIONS = union(
            DOMESTIC,
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

    static final Set<String> REPORTING = WordSet.of(
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
    static final Set<String> BODIES = WordSet.of(
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
    static final Set<Party> WITH_COUNCIL = parties("UN", "EU");

    static final Party BELGIUM = new Party("BEL");
    static final Party AMERICA = new Party("USA");

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
    static final Set<String> EU_MEMBERS = WordSet.of(
            "AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN", "IRL", "ITA",
            "LVA", "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "SWE");

    /** States that are called the kingdom. */
    static final Set<String> MONARCHIES = WordSet.of(
            "SAU", "JOR", "MAR", "BHR", "GBR", "ESP", "BEL", "NLD", "SWE", "NOR", "DNK", "THA", "KHM", "BTN", "LSO",
            "SWZ", "TON");

    /** Parties before whose name the word sanctions means theirs, not those on them. */
    static final Set<String> IMPOSERS =
            WordSet.of("USA", "EU", "UN", "GBR", "G7", "ECOWAS", "AU", "NATO", "ARAB_LEAGUE", "GCC");

    static final Set<String> LET = WordSet.of("let", "lets", "letting", "make", "makes");

    /** Single words that the grammar looks for between two places. */
    static final Set<String> THAT = WordSet.of("that");

    static final Set<String> COMMA = WordSet.of(",");
    static final Set<String> SEMICOLON = WordSet.of(";");
    static final Set<String> LISTS = WordSet.of("list", "lists");
    /** Before on whom a measure bears. */
    static final Set<String> BEARING = WordSet.of("on", "against");

    static final Set<String> IN = WordSet.of("in");
    static final Set<String> BY = WordSet.of("by");
    /** Whose a request, a text or an expulsion is, behind it. */
    static final Set<String> FROM_OR_BY = WordSet.of("from", "by");

    static final Set<String> TO = WordSet.of("to");
    static final Set<String> OF = WordSet.of("of");
    static final Set<String> OTHER = WordSet.of("other");
    static final Set<String> UNTIL = WordSet.of("until", "till");
    static final Set<String> UNDER = WordSet.of("under");
    static final Set<String> BE_OR_TO = WordSet.of("be", "to");
    static final Set<String> OF_OR_FROM = WordSet.of("of", "from");
    static final Set<String> LISTING = WordSet.of("and", ",", "or");
    static final Set<String> JOINING = WordSet.of("and", "&", ",");
    static final Set<String> ADDRESSING = WordSet.of("on", "to", "upon", "for", "from");
    static final Set<String> OF_INSTITUTION = WordSet.of("of", "in", "for");

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

    static Set<String> union(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more))
                .collect(Collectors.collectingAndThen(Collectors.toSet(), WordSet::copyOf));
    }
}
