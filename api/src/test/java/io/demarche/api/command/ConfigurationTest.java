package io.demarche.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings are documented as they are, and a misspelt one is named. */
class ConfigurationTest {

    private static final Path TABLE = Path.of("../docs/configuration.md");
    private static final Pattern ROW = Pattern.compile("\\| `(demarche\\.[a-z.-]+)` \\| (?:`([^`]*)`)?.*");

    @Test
    void theTableHoldsEverySettingWithItsDefault() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        try (Stream<String> lines = Files.lines(TABLE)) {
            lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .forEach(row -> documented.put(row.group(1), row.group(2) == null ? "" : row.group(2)));
        }
        Map<String, String> declared = new TreeMap<>(Map.of("demarche.data", "./data"));
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.demarche.api").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .map(JavaClass::reflect)
                        .forEach(type -> declared.putAll(settings(type)));
        assertThat(documented).isEqualTo(declared);
    }

    @Test
    void aMisspeltSettingKeepsTheServerFromStartingAndIsNamed(@TempDir Path folder) throws IOException {
        Path article = Files.writeString(folder.resolve("a.txt"), "Nothing happened.");
        Files.writeString(folder.resolve("application.yml"), "demarche.delivery.deadlin: 5s");
        StringWriter err = new StringWriter();
        System.setProperty("spring.config.additional-location", folder.toUri().toString());
        try {
            int code = DemarcheCommand.commandLine()
                    .setErr(new PrintWriter(err))
                    .execute("ingest", "--data", folder.toString(), article.toString());
            assertThat(code).isEqualTo(1);
            assertThat(err.toString()).contains("demarche.delivery.deadlin");
        } finally {
            System.clearProperty("spring.config.additional-location");
        }
    }

    private static Map<String, String> settings(Class<?> type) {
        String prefix = type.getAnnotation(ConfigurationProperties.class).prefix();
        Map<String, String> settings = new TreeMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            settings.put(prefix + "." + name, defaultOf(type, component.getName()));
        }
        return settings;
    }

    private static String defaultOf(Class<?> type, String component) {
        return Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(component))
                .map(parameter -> parameter.getAnnotation(DefaultValue.class))
                .map(annotation -> annotation == null || annotation.value().length == 0
                        ? ""
                        : annotation.value()[0])
                .findFirst()
                .orElseThrow();
    }
}
