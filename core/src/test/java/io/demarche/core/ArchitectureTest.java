package io.demarche.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import java.time.Clock;
import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** {@link ArchitectureRulesCanFailTest} sees each of these rules fail. */
@AnalyzeClasses(packages = "io.demarche.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesLookLeftOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("article")
            .definedBy("..core.article..")
            .layer("statement")
            .definedBy("..core.statement..")
            .layer("rulebook")
            .definedBy("..core.rulebook..")
            .layer("event")
            .definedBy("..core.event..")
            .layer("subscription")
            .definedBy("..core.subscription..")
            .layer("delivery")
            .definedBy("..core.delivery..")
            .layer("pipeline")
            .definedBy("..core.pipeline..")
            .whereLayer("article")
            .mayNotAccessAnyLayer()
            .whereLayer("statement")
            .mayOnlyAccessLayers("article")
            .whereLayer("rulebook")
            .mayOnlyAccessLayers("article", "statement")
            .whereLayer("event")
            .mayOnlyAccessLayers("article", "statement", "rulebook")
            .whereLayer("subscription")
            .mayOnlyAccessLayers("article", "statement", "rulebook", "event")
            .whereLayer("delivery")
            .mayOnlyAccessLayers("article", "statement", "rulebook", "event", "subscription");

    @ArchTest
    static final ArchRule coreKnowsNoFramework = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "io.demarche.core..");

    @ArchTest
    static final ArchRule timeIsHandedIn = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC");
}
