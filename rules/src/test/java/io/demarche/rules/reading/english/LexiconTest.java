package io.demarche.rules.reading.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import org.junit.jupiter.api.Test;

/** The lexicon files hold facts; these tests hold the files to their schema. */
class LexiconTest {

    /** Names that two parties bear, ruled on: which party a name means where nothing else is said. */
    private static final Set<String> RULED_ON = Set.of("Vatican");

    private static final List<List<String>> PARTIES = LexiconFile.rows("parties.txt", "|", 4);
    private static final List<List<String>> OFFICES = LexiconFile.rows("offices.txt", "|", 4);

    @Test
    void everyPartyHasANameAndStandsOnce() {
        assertThat(PARTIES).allSatisfy(row -> {
            assertThat(row.get(0)).matches("[A-Z][A-Z0-9_]+");
            assertThat(LexiconFile.list(row.get(1))).as(row.get(0)).isNotEmpty();
        });
        assertThat(PARTIES).extracting(row -> row.get(0)).doesNotHaveDuplicates();
    }

    /** ISO 3166-1 knows some 250 countries and territories, of which these are no states of their own. */
    @Test
    void everyStateIsThere() {
        Set<String> known = PARTIES.stream().map(row -> row.get(0)).collect(Collectors.toSet());
        Set<String> states = Arrays.stream(Locale.getISOCountries())
                .map(country -> new Locale.Builder().setRegion(country).build().getISO3Country())
                .filter(code -> !TERRITORIES.contains(code))
                .collect(Collectors.toSet());
        assertThat(known).containsAll(states).contains("XKX", "PSE", "TWN", "VAT", "EU", "UN", "NATO", "AU", "OSCE");
    }

    @Test
    void noNameMeansTwoParties() {
        Map<String, List<String>> codes = new HashMap<>();
        for (List<String> row : PARTIES) {
            for (int field = 1; field <= 3; field++) {
                for (String name : LexiconFile.list(row.get(field))) {
                    codes.computeIfAbsent(name, key -> new ArrayList<>()).add(row.get(0));
                }
            }
        }
        codes.keySet().removeAll(RULED_ON);
        assertThat(codes)
                .allSatisfy((name, of) -> assertThat(Set.copyOf(of)).as(name).hasSize(1));
    }

    @Test
    void everyGroupIsOfKnownPartiesAndNoOtherName() {
        Set<String> known = PARTIES.stream().map(row -> row.get(0)).collect(Collectors.toSet());
        Set<String> names = PARTIES.stream()
                .flatMap(row -> row.subList(1, 4).stream())
                .flatMap(field -> LexiconFile.list(field).stream())
                .collect(Collectors.toSet());
        assertThat(LexiconFile.rows("groups.txt", "|", 3)).allSatisfy(row -> {
            assertThat(LexiconFile.list(row.get(0))).hasSizeGreaterThan(1).isSubsetOf(known);
            assertThat(LexiconFile.list(row.get(1))).isNotEmpty().doesNotContainAnyElementsOf(names);
        });
    }

    @Test
    void everyOfficeIsOfAKnownPartyAndEndsAfterItBegins() {
        Set<String> known = PARTIES.stream().map(row -> row.get(0)).collect(Collectors.toSet());
        assertThat(OFFICES).allSatisfy(row -> {
            assertThat(known).contains(row.get(1));
            int from = Integer.parseInt(row.get(2));
            int to = row.get(3).isEmpty() ? 9999 : Integer.parseInt(row.get(3));
            assertThat(from).as(row.get(0)).isBetween(1940, 2030).isLessThanOrEqualTo(to);
        });
        assertThat(OFFICES.stream().map(row -> row.get(1)).distinct().count()).isGreaterThan(60);
    }

    @Test
    void everyActionNamesAMeasureAMoveAndAClassOfObjects() {
        Set<String> classes = LexiconFile.rows("objects.txt", ":", 2).stream()
                .map(row -> row.get(0))
                .collect(Collectors.toSet());
        assertThat(LexiconFile.rows("actions.txt", ":", 3)).allSatisfy(row -> {
            String[] what = row.get(0).split(" ", -1);
            assertThat(names(Measure.values())).contains(what[0]);
            assertThat(names(Move.values())).contains(what[1]);
            assertThat(row.get(1))
                    .satisfiesAnyOf(
                            name -> assertThat(classes).contains(name),
                            name -> assertThat(name)
                                    .isIn(
                                            "party",
                                            "nationals",
                                            Head.BODY_STAFF,
                                            Head.MEMBER,
                                            Head.LEADER,
                                            Head.NUMBER));
            assertThat(LexiconFile.list(row.get(2))).isNotEmpty();
        });
        assertThat(LexiconFile.rows("cues.txt", ":", 2))
                .allSatisfy(row -> assertThat(names(Status.values())).contains(row.get(0)));
    }

    @Test
    void wordsOfOtherWorldsNameKnownClassesOfObjects() {
        Set<String> classes = LexiconFile.rows("objects.txt", ":", 2).stream()
                .map(row -> row.get(0))
                .collect(Collectors.toSet());
        classes.addAll(Set.of("party", "nationals", Head.MEMBER, Head.LEADER, "fiction"));
        assertThat(LexiconFile.rows("elsewhere.txt", ":", 2)).allSatisfy(row -> {
            assertThat(classes).containsAll(LexiconFile.list(row.get(0)));
            assertThat(LexiconFile.list(row.get(1))).isNotEmpty();
        });
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** Dependent territories and the like, by ISO 3166-1 alpha-3. */
    private static final Set<String> TERRITORIES = Set.of(
            "ABW", "AIA", "ALA", "ASM", "ATA", "ATF", "BES", "BLM", "BMU", "BVT", "CCK", "COK", "CUW", "CXR", "CYM",
            "ESH", "FLK", "FRO", "GGY", "GIB", "GLP", "GRL", "GUF", "GUM", "HKG", "HMD", "IMN", "IOT", "JEY", "MAC",
            "MAF", "MNP", "MSR", "MTQ", "MYT", "NCL", "NFK", "NIU", "PCN", "PRI", "PYF", "REU", "SGS", "SHN", "SJM",
            "SPM", "SXM", "TCA", "TKL", "UMI", "VGB", "VIR", "WLF", "ANT");
}
