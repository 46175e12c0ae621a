package io.demarche.api;

import io.demarche.api.archive.ArchiveConfiguration;
import io.demarche.api.article.ArticleConfiguration;
import io.demarche.api.delivery.DeliveryConfiguration;
import io.demarche.api.event.EventConfiguration;
import io.demarche.api.idempotency.IdempotencyConfiguration;
import io.demarche.api.network.NetworkConfiguration;
import io.demarche.api.pipeline.PipelineConfiguration;
import io.demarche.api.rulebook.RulebookConfiguration;
import io.demarche.api.security.SecurityConfiguration;
import io.demarche.api.source.SourceConfiguration;
import io.demarche.api.store.StoreConfiguration;
import io.demarche.api.subscription.SubscriptionConfiguration;
import io.demarche.api.text.TextConfiguration;
import io.demarche.api.web.WebConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The server: every feature by its configuration class; nothing is found by scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = UserDetailsServiceAutoConfiguration.class,
        // Its figures ask for the tracer: one measured during the start would wait for the start, which may wait for
        // it, both for ever.
        excludeName =
                "org.springframework.boot.micrometer.tracing.autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration")
@Import({
    StoreConfiguration.class,
    TextConfiguration.class,
    NetworkConfiguration.class,
    ArticleConfiguration.class,
    RulebookConfiguration.class,
    EventConfiguration.class,
    SubscriptionConfiguration.class,
    DeliveryConfiguration.class,
    SourceConfiguration.class,
    ArchiveConfiguration.class,
    PipelineConfiguration.class,
    SecurityConfiguration.class,
    IdempotencyConfiguration.class,
    WebConfiguration.class
})
public class DemarcheApplication {}
