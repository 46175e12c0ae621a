package io.demarche.api.rulebook;

import java.time.InstantSource;

import io.demarche.core.pipeline.Reevaluation;
import io.demarche.core.pipeline.Rehearsal;
import io.demarche.core.pipeline.Transactions;
import io.demarche.core.rulebook.DraftStore;
import io.demarche.core.rulebook.RevisionStore;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.rulebook.RulebookCompiler;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The rulebook: its revisions, the one in force, and drafts of the next. One with problems keeps the application from starting. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RulebookSettings.class)
public class RulebookConfiguration {

    @Bean
    RevisionStore revisionStore(JdbcClient jdbc, Transactions transactions) {
        return new JdbcRevisionStore(jdbc, transactions);
    }

    @Bean
    DraftStore draftStore(JdbcClient jdbc, Transactions transactions) {
        return new JdbcDraftStore(jdbc, transactions);
    }

    @Bean
    Rulebook rulebook(
            RulebookCompiler compiler, RevisionStore revisions, RulebookSettings settings, InstantSource clock) {
        new RulebookStart(compiler, revisions).prepare(settings, clock.instant());
        return new Rulebook(compiler, revisions);
    }

    @Bean
    RulebookWatch rulebookWatch(Rulebook rulebook, RulebookSettings settings) {
        return new RulebookWatch(rulebook, settings.poll());
    }

    @Bean
    Publishing publishing(Rulebook rulebook, RevisionStore revisions, InstantSource clock) {
        return new Publishing(rulebook, revisions, clock);
    }

    @Bean
    RulebookController rulebookController(Rulebook rulebook, RevisionStore revisions, Publishing publishing) {
        return new RulebookController(rulebook, revisions, publishing);
    }

    @Bean
    CatalogueController catalogueController(Rulebook rulebook) {
        return new CatalogueController(rulebook);
    }

    @Bean
    DraftController draftController(
            DraftStore drafts,
            RulebookCompiler compiler,
            Rulebook rulebook,
            Publishing publishing,
            InstantSource clock) {
        return new DraftController(drafts, compiler, rulebook, publishing, clock);
    }

    @Bean
    RehearsalController rehearsalController(
            DraftController drafts, Rulebook rulebook, Rehearsal rehearsal, JsonMapper json, InstantSource clock) {
        return new RehearsalController(drafts, rulebook, rehearsal, json, clock);
    }

    @Bean
    ReevaluationController reevaluationController(Reevaluation reevaluation, JsonMapper json, InstantSource clock) {
        return new ReevaluationController(reevaluation, json, clock);
    }
}
