package io.demarche.api.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.demarche.api.archive.ArchiveImport;
import io.demarche.core.article.Article;
import io.demarche.core.pipeline.ArticlePipeline;
import io.demarche.core.pipeline.Processed;
import io.demarche.ingest.archive.WarcPages;
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
import picocli.CommandLine.Unmatched;

@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description =
                "Takes articles into the store once: saved files (.txt, .html, .eml, .mbox), folders of them, archives (.warc, .warc.gz), feeds"
                        + " and pages. An archive that was broken off goes on where it was. The server must not run on the same embedded database meanwhile; push to it over HTTP instead. Exits with 1 if anything could not be read.")
final class IngestCommand implements Callable<Integer> {

    private static final int PROGRESS = 500;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(names = "--page", description = "What a web address holds is a page that is one article, not a feed.")
    private boolean page;

    @Option(names = "--again", description = "Begin archives at the beginning, whatever was taken in of them before.")
    private boolean again;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH|URL",
            description = "Files, folders, archives, or web addresses of feeds.")
    private List<String> places = List.of();

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Tally tally = new Tally();
        try (ConfigurableApplicationContext context = options.start(
                WebApplicationType.NONE,
                spec,
                settings,
                List.of("demarche.source.enabled=false", "demarche.delivery.enabled=false"))) {
            for (String place : places) {
                if (!Documents.isAddress(place) && WarcPages.isArchive(Path.of(place))) {
                    take(Path.of(place), context.getBean(ArchiveImport.class), tally);
                } else {
                    take(place, context.getBean(Collector.class), context.getBean(ArticlePipeline.class), tally);
                }
            }
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%,d articles, %,d of them new, %,d flags, %,d problems%n",
                        tally.articles, tally.fresh, tally.flags, tally.problems);
        return tally.problems == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** What has come in so far. */
    private static final class Tally {

        private long articles;
        private long fresh;
        private int flags;
        private int problems;
    }

    private void take(String place, Collector collector, ArticlePipeline pipeline, Tally tally) {
        Collected collected = collector.collect(source(place), SourceState.fresh(Instant.EPOCH));
        collected.problems().forEach(problem -> say("demarche: " + problem));
        tally.problems += collected.problems().size();
        for (Article article : collected.articles()) {
            Processed processed = pipeline.processNew(List.of(article));
            tally.fresh += processed.newArticles();
            tally.flags += processed.flags().size();
            if (++tally.articles % PROGRESS == 0) {
                say("%,d articles".formatted(tally.articles));
            }
        }
    }

    private void take(Path archive, ArchiveImport imports, Tally tally) throws InterruptedException {
        try {
            ArchiveImport.Progress end = imports.run(archive, again, progress -> say(archive + ": " + line(progress)));
            tally.articles += end.pages();
            tally.fresh += end.articles();
            tally.flags += end.flags();
        } catch (IOException e) {
            tally.problems++;
            say("demarche: " + archive + ": " + e.getMessage());
        }
    }

    private static String line(ArchiveImport.Progress progress) {
        Duration left = progress.left();
        return "%,d pages, %,d new articles, %.1f %%, %,.0f pages/s%s"
                .formatted(
                        progress.pages(),
                        progress.articles(),
                        100 * progress.share(),
                        progress.perSecond(),
                        left == null || progress.finished()
                                ? ""
                                : ", about %d:%02d:%02d left"
                                        .formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart()));
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private Source source(String place) {
        Instant now = Instant.EPOCH;
        if (Documents.isAddress(place)) {
            return Source.of(page ? Source.Kind.PAGE : Source.Kind.FEED, URI.create(place), null, now);
        }
        return Source.of(Source.Kind.FOLDER, Path.of(place).toAbsolutePath().toUri(), null, now);
    }
}
