package io.demarche.api.pipeline;

import java.util.Objects;

import io.demarche.core.article.Article;
import io.demarche.core.statement.Explanation;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.StatementReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts what is read, and how long reading takes. */
final class CountingReader implements StatementReader {

    private final StatementReader reader;
    private final MeterRegistry metrics;
    private final Timer timer;

    CountingReader(StatementReader reader, MeterRegistry metrics) {
        this.reader = reader;
        this.metrics = metrics;
        this.timer = metrics.timer("demarche.reading");
    }

    @Override
    public Reading read(Article article) {
        Reading reading = Objects.requireNonNull(timer.record(() -> reader.read(article)));
        metrics.counter("demarche.statements").increment(reading.statements().size());
        return reading;
    }

    @Override
    public Explanation explain(Article article) {
        return reader.explain(article);
    }
}
