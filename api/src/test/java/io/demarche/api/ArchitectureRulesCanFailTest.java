package io.demarche.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A rule that cannot fail holds nothing: each is evaluated on classes that break it. */
class ArchitectureRulesCanFailTest {

    private static final JavaClasses BROKEN =
            new ClassFileImporter().withImportOption(new OnlyIncludeTests()).importPackages("io.demarche");

    @TestFactory
    Stream<DynamicTest> everyRuleFailsOnClassesThatBreakIt() {
        return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> DynamicTest.dynamicTest(
                        field.getName(),
                        () -> assertThat(rule(field).evaluate(BROKEN).hasViolation())
                                .isTrue()));
    }

    private static ArchRule rule(Field field) throws IllegalAccessException {
        return (ArchRule) field.get(null);
    }
}
