package io.demarche.rules.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The page about rules tells the vocabulary as it is: its tables are those that the vocabulary gives. */
class RulesPageTest {

    private static final Path PAGE = Path.of("../docs/rules.md");

    @Test
    void theTableOfFieldsIsTheVocabulary() throws IOException {
        assertThat(part("fields"))
                .isEqualTo("| field | holds | in |\n|---|---|---|\n"
                        + Stream.of(Field.values()).map(RulesPageTest::row).collect(Collectors.joining("\n")));
    }

    @Test
    void theListsAreTheBundledOnes() throws IOException {
        assertThat(part("lists"))
                .isEqualTo(PartyLists.bundled().keySet().stream()
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(" ")));
    }

    private static String row(Field field) {
        boolean both = field.isOf(Fact.Sort.STATEMENT) && field.isOf(Fact.Sort.EARLIER_EVENT);
        String sort = (field.isOf(Fact.Sort.STATEMENT) ? Fact.Sort.STATEMENT : Fact.Sort.EARLIER_EVENT).word();
        return "| `%s` | %s: %s | %s |"
                .formatted(field.word(), holds(field.type()), field.meaning(), both ? "both" : "`" + sort + "`");
    }

    private static String holds(Field.Type type) {
        return switch (type) {
            case PARTY -> "a party's code";
            case PARTIES -> "a list of parties";
            case KINDS -> "a list of kinds";
            case BOOLEAN -> "`true` or `false`";
            case NUMBER -> "a number";
            case DATE -> "a day";
            case TEXT -> "a text";
            case MEASURE, MOVE, STATUS, SEVERITY ->
                "`" + type.javaType().getSimpleName() + "."
                        + Arrays.stream(type.javaType().getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining("`, `"))
                        + "`";
        };
    }

    private static String part(String name) throws IOException {
        String page = Files.readString(PAGE);
        String begin = "<!-- " + name + " -->\n";
        return page.substring(page.indexOf(begin) + begin.length(), page.indexOf("\n<!-- /" + name + " -->"));
    }
}
