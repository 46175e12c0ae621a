package io.demarche.api.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.demarche.api.DemarcheApplication;
import io.demarche.core.article.Article;
import io.demarche.ingest.archive.WarcPages;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Takes an archive of 20,000 pages into the embedded database, beside merely extracting the same pages, on all cores both, and both after 20,000 others by
 * which they are warm.
 */
public final class ArchiveBenchmark {

    private static final int PAGES = 20_000;

    private ArchiveBenchmark() {}

    /** No arguments. */
    public static void main(String... arguments) throws Exception {
        Path folder = Files.createTempDirectory("demarche-archive");
        Path archive = MadeArchive.write(folder.resolve("news.warc.gz"), PAGES);
        System.out.printf(Locale.ROOT, "%,d pages, %,d bytes packed%n", PAGES, Files.size(archive));
        Path others = MadeArchive.write(folder.resolve("others.warc.gz"), PAGES, PAGES);
        extract(others);
        double extraction = extract(archive);
        SpringApplication application = new SpringApplication(DemarcheApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = application.run(
                "--demarche.data=" + folder,
                "--demarche.source.enabled=false",
                "--demarche.delivery.enabled=false",
                "--logging.level.root=warn")) {
            ArchiveImport archives = context.getBean(ArchiveImport.class);
            archives.run(others, false, progress -> {});
            ArchiveImport.Progress end = archives.run(archive, false, progress -> {});
            System.out.printf(
                    Locale.ROOT,
                    "extraction alone %,.0f pages/s, import %,.0f pages/s, ratio %.2f%n",
                    extraction,
                    end.perSecond(),
                    end.perSecond() / extraction);
        }
    }

    private static double extract(Path archive) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService extractors = Executors.newFixedThreadPool(cores);
        long start = System.nanoTime();
        int pages = 0;
        try (WarcPages warc = new WarcPages(archive, 0)) {
            Queue<Future<Optional<Article>>> pending = new ArrayDeque<>();
            for (Optional<WarcPages.Page> page = warc.next(); page.isPresent(); page = warc.next()) {
                WarcPages.Page found = page.get();
                pending.add(extractors.submit(() -> found.article(Instant.EPOCH)));
                pages++;
                if (pending.size() > 16 * cores) {
                    pending.remove().get();
                }
            }
            while (!pending.isEmpty()) {
                pending.remove().get();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            extractors.shutdownNow();
        }
        return pages / ((System.nanoTime() - start) / 1e9);
    }
}
