package io.demarche.api.rulebook;

import java.time.InstantSource;

import io.demarche.core.rulebook.Rulebook;
import io.demarche.rules.rulebook.DrlCompiler;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rulebook in force: the bundled one, or that of a folder. One with problems keeps the application from starting. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RulebookSettings.class)
public class RulebookConfiguration {

    @Bean
    Rulebook rulebook(RulebookSettings settings, InstantSource clock) {
        return new Rulebook(new DrlCompiler(), RulebookFolder.revision(settings.folder(), clock.instant()));
    }
}
