package io.demarche.api.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.demarche.api.archive.JdbcArchives.Mark;
import io.demarche.core.article.Article;
import io.demarche.core.article.ContentId;
import io.demarche.core.pipeline.ArticlePipeline;
import io.demarche.core.pipeline.Processed;
import io.demarche.core.pipeline.Transactions;
import io.demarche.ingest.archive.WarcPages;
import org.jspecify.annotations.Nullable;

/**
 * Takes the articles of an archive in, in its order: pages are extracted on all cores while the part before them is stored. Each part is one transaction, which
 * also notes how far it went: broken off at any moment, an import goes on there.
 */
public final class ArchiveImport {

    private static final int PART = 1_000;

    private final ArticlePipeline pipeline;
    private final JdbcArchives archives;
    private final Transactions transactions;
    private final InstantSource clock;

    ArchiveImport(ArticlePipeline pipeline, JdbcArchives archives, Transactions transactions, InstantSource clock) {
        this.pipeline = pipeline;
        this.archives = archives;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * How far an import is.
     *
     * @param pages read so far, before it was broken off, too
     * @param articles that were new
     * @param flags raised since it was begun or resumed
     * @param share of the file that is done, 0 to 1
     * @param perSecond pages since it was begun or resumed
     * @param left an estimate of the time that is left; null while there is none
     * @param finished whether all was taken in
     */
    public record Progress(
            long pages,
            long articles,
            int flags,
            double share,
            double perSecond,
            @Nullable Duration left,
            boolean finished) {}

    /**
     * Takes an archive in, from where an earlier import of it was broken off.
     *
     * @param again whether to begin at the beginning, whatever was taken in before
     * @param report is told how far it is, after each part
     * @throws IOException if it cannot be read, or is damaged; what comes before the damage is taken in
     */
    public Progress run(Path file, boolean again, Consumer<Progress> report) throws IOException, InterruptedException {
        String path = file.toAbsolutePath().normalize().toString();
        long size = Files.size(file);
        String id = ContentId.of("arc", path);
        Mark begun = archives.find(id)
                .filter(mark -> !again && mark.size() == size)
                .orElse(new Mark(id, path, size, 0, 0, 0, false));
        Run run = new Run(begun, report);
        if (begun.finished()) {
            report.accept(run.progress());
            return run.progress();
        }
        return run.through(file);
    }

    private record Pending(WarcPages.Page page, Future<Optional<Article>> article) {}

    /** One import. */
    private final class Run {

        private final Mark begun;
        private final Consumer<Progress> report;
        private final Instant start = clock.instant();
        private final int cores = Runtime.getRuntime().availableProcessors();
        private final ExecutorService extractors = Executors.newFixedThreadPool(cores);
        private final ExecutorService writer = Executors.newSingleThreadExecutor();

        private final Queue<Pending> pending = new ArrayDeque<>();
        private List<Article> part = new ArrayList<>();
        private long pages;
        private long position;
        private @Nullable Future<?> writing;
        private volatile Mark mark;
        private final AtomicInteger flags = new AtomicInteger();

        Run(Mark begun, Consumer<Progress> report) {
            this.begun = begun;
            this.report = report;
            this.mark = begun;
            this.pages = begun.pages();
            this.position = begun.position();
        }

        Progress through(Path file) throws IOException, InterruptedException {
            try (WarcPages archive = new WarcPages(file, begun.position())) {
                if (begun.position() > 0) {
                    archive.next(); // it was the last of those taken in
                }
                for (Optional<WarcPages.Page> page = next(archive); page.isPresent(); page = next(archive)) {
                    WarcPages.Page found = page.get();
                    pending.add(new Pending(found, extractors.submit(() -> found.article(clock.instant()))));
                    while (pending.size() > 16 * cores) {
                        take();
                    }
                }
                drain(true);
                return progress();
            } finally {
                extractors.shutdownNow();
                writer.shutdownNow();
            }
        }

        private Optional<WarcPages.Page> next(WarcPages archive) throws IOException, InterruptedException {
            try {
                return archive.next();
            } catch (IOException e) {
                drain(false);
                throw e;
            }
        }

        private void drain(boolean finished) throws IOException, InterruptedException {
            while (!pending.isEmpty()) {
                take();
            }
            write(finished);
            settle();
        }

        private void take() throws IOException, InterruptedException {
            Pending first = pending.remove();
            value(first.article()).ifPresent(part::add);
            pages++;
            position = first.page().start();
            if (part.size() >= PART) {
                write(false);
            }
        }

        private void write(boolean finished) throws IOException, InterruptedException {
            settle();
            List<Article> articles = part;
            long soFar = pages;
            long end = finished ? begun.size() : position;
            part = new ArrayList<>();
            writing = writer.submit(() -> store(articles, soFar, end, finished));
        }

        private void store(List<Article> articles, long soFar, long end, boolean finished) {
            Mark before = mark;
            Processed processed = transactions.inOne(() -> {
                Processed done = pipeline.processNew(articles);
                Mark next = new Mark(
                        begun.id(),
                        begun.path(),
                        begun.size(),
                        end,
                        soFar,
                        before.articles() + done.newArticles(),
                        finished);
                archives.save(next, clock.instant());
                mark = next;
                return done;
            });
            flags.addAndGet(processed.flags().size());
            report.accept(progress());
        }

        private void settle() throws IOException, InterruptedException {
            if (writing != null) {
                value(writing);
            }
        }

        private static <T> T value(Future<T> work) throws IOException, InterruptedException {
            try {
                return work.get();
            } catch (ExecutionException e) {
                throw new IOException(String.valueOf(e.getCause()), e);
            }
        }

        Progress progress() {
            Mark now = mark;
            double seconds =
                    Math.max(0.001, Duration.between(start, clock.instant()).toMillis() / 1_000.0);
            long done = now.position() - begun.position();
            Duration left =
                    done <= 0 ? null : Duration.ofSeconds(Math.round(seconds * (begun.size() - now.position()) / done));
            return new Progress(
                    now.pages(),
                    now.articles(),
                    flags.get(),
                    begun.size() == 0 ? 1 : (double) now.position() / begun.size(),
                    (now.pages() - begun.pages()) / seconds,
                    left,
                    now.finished());
        }
    }
}
