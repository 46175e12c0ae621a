package io.demarche.api.pipeline;

import java.util.Objects;

import io.demarche.core.article.Article;
import io.demarche.core.statement.Explanation;
import io.demarche.core.statement.Reading;
import io.demarche.core.statement.StatementReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Measures how long reading takes. */
final class TimedReader implements StatementReader {

    private final StatementReader reader;
    private final Timer timer;

    TimedReader(StatementReader reader, MeterRegistry metrics) {
        this.reader = reader;
        this.timer = metrics.timer("demarche.reading");
    }

    @Override
    public Reading read(Article article) {
        return Objects.requireNonNull(timer.record(() -> reader.read(article)));
    }

    @Override
    public Explanation explain(Article article) {
        return reader.explain(article);
    }
}
