package io.demarche.rules.reading;

import java.time.Instant;

/** Breaks the rules about modules, so that a test sees each of them fail. */
final class Violation {

    static final Class<?> KNOWS_SPRING = org.springframework.context.ApplicationContext.class;
    static final Class<?> KNOWS_DROOLS = org.kie.api.KieBase.class;
    static final Class<?> KNOWS_THE_HTTP_CLIENT = io.micronaut.http.client.HttpClient.class;
    static final Class<?> KNOWS_THE_NETWORK = java.net.URI.class;
    static final Class<?> KNOWS_ENGLISH = io.demarche.rules.reading.english.EnglishReader.class;

    private Violation() {}

    static Instant takesTheTime() {
        return Instant.now();
    }
}
