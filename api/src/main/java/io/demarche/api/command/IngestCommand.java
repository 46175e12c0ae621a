package io.demarche.api.command;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

import io.demarche.core.article.Article;
import io.demarche.core.pipeline.ArticlePipeline;
import io.demarche.core.pipeline.Processed;
import io.demarche.ingest.source.Collected;
import io.demarche.ingest.source.Collector;
import io.demarche.ingest.source.Source;
import io.demarche.ingest.source.SourceState;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description =
                "Takes articles into the store once: saved files (.txt, .html), folders of them, feeds and pages. The server must not"
                        + " run on the same embedded database meanwhile; push to it over HTTP instead. Exits with 1 if anything could not be read.")
final class IngestCommand implements Callable<Integer> {

    private static final int PROGRESS = 500;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(names = "--page", description = "What a web address holds is a page that is one article, not a feed.")
    private boolean page;

    @Parameters(arity = "1..*", paramLabel = "PATH|URL", description = "Files, folders, or web addresses of feeds.")
    private List<String> places = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        int articles = 0;
        int fresh = 0;
        int flags = 0;
        int problems = 0;
        try (ConfigurableApplicationContext context = options.start(
                WebApplicationType.NONE, List.of("demarche.source.enabled=false", "demarche.delivery.enabled=false"))) {
            Collector collector = context.getBean(Collector.class);
            ArticlePipeline pipeline = context.getBean(ArticlePipeline.class);
            for (String place : places) {
                Collected collected = collector.collect(source(place), SourceState.fresh(Instant.EPOCH));
                collected.problems().forEach(problem -> err.println("demarche: " + problem));
                problems += collected.problems().size();
                for (Article article : collected.articles()) {
                    Processed processed = pipeline.process(List.of(article));
                    fresh += processed.newArticles();
                    flags += processed.flags().size();
                    if (++articles % PROGRESS == 0) {
                        err.printf("%,d articles%n", articles);
                        err.flush();
                    }
                }
            }
        }
        spec.commandLine()
                .getOut()
                .printf("%,d articles, %,d of them new, %,d flags, %,d problems%n", articles, fresh, flags, problems);
        return problems == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Source source(String place) {
        Instant now = Instant.EPOCH;
        if (place.matches("(?i)https?://.*")) {
            return Source.of(page ? Source.Kind.PAGE : Source.Kind.FEED, URI.create(place), null, now);
        }
        return Source.of(Source.Kind.FOLDER, Path.of(place).toAbsolutePath().toUri(), null, now);
    }
}
