package io.demarche.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Clock;
import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** {@link ArchitectureRulesCanFailTest} sees each of these rules fail. */
@AnalyzeClasses(packages = "io.demarche", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule springOnlyInApi = noClasses()
            .that()
            .resideOutsideOfPackage("io.demarche.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..");

    @ArchTest
    static final ArchRule droolsOnlyInRules = noClasses()
            .that()
            .resideOutsideOfPackage("io.demarche.rules.rulebook..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule theHttpClientOnlyWhereSomethingIsFetchedOrSent = noClasses()
            .that()
            .resideOutsideOfPackages("io.demarche.ingest.fetch..", "io.demarche.api.delivery..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micronaut..");

    @ArchTest
    static final ArchRule rulesIsAPureFunction = noClasses()
            .that()
            .resideInAPackage("io.demarche.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net..", "java.nio.file..", "java.sql..", "io.demarche.ingest..", "io.demarche.api..");

    @ArchTest
    static final ArchRule noEnglishOutsideItsPackage = noClasses()
            .that()
            .resideInAPackage("io.demarche.rules.reading")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.demarche.rules.reading.english..");

    @ArchTest
    static final ArchRule featuresDoNotKnowEachOther = slices().matching(
                    "io.demarche.api.(article|event|subscription|delivery|source|pipeline|rulebook|security|idempotency)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule timeIsHandedIn = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC");
}
