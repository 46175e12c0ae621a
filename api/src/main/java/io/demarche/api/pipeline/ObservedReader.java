package io.demarche.api.pipeline;

import java.util.Objects;

import io.demarche.core.article.Article;
import io.demarche.core.statement.Explanation;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.StatementReader;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/** Lets be observed, in metrics and traces, how long reading takes. */
final class ObservedReader implements StatementReader {

    private final StatementReader reader;
    private final ObservationRegistry observations;

    ObservedReader(StatementReader reader, ObservationRegistry observations) {
        this.reader = reader;
        this.observations = observations;
    }

    @Override
    public Reading read(Article article) {
        return Objects.requireNonNull(Observation.createNotStarted("demarche.reading", observations)
                .highCardinalityKeyValue("article", article.id())
                .observe(() -> reader.read(article)));
    }

    @Override
    public Explanation explain(Article article) {
        return reader.explain(article);
    }
}
