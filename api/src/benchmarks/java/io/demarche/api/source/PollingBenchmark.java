package io.demarche.api.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.demarche.api.DemarcheApplication;
import io.demarche.ingest.source.Source;
import io.demarche.ingest.source.SourceState;
import io.demarche.ingest.source.SourceStore;
import io.demarche.ingest.source.WatchedSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Polls 2,000 feeds, each on a host of its own (the addresses 127.1.0.1 and on), for ten minutes or as many as the first argument says. One feed in twenty fails, hangs, drips, is
 * no feed, or redirects in a circle. Every now and then a feed has a new entry: when it is stored is compared with when it appeared. Prints how late entries came, whether any is missing or double, what
 * conditional requests saved, and the heap after collections.
 */
public final class PollingBenchmark {

    private static final int FEEDS = 2_000;
    private static final Duration INTERVAL = Duration.ofSeconds(60);
    private static final int NEW_PER_SECOND = 20;
    private static final int DEFAULT_MINUTES = 10;

    private final Map<Integer, List<String>> entries = new ConcurrentHashMap<>();
    private final Map<String, Instant> appeared = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong saved = new AtomicLong();

    private PollingBenchmark() {}

    /** How many minutes, if not ten. */
    public static void main(String... arguments) throws Exception {
        new PollingBenchmark().run(arguments.length == 0 ? DEFAULT_MINUTES : Integer.parseInt(arguments[0]));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what fails there shows in the report
    private void run(int minutes) throws Exception {
        Hosts web = new Hosts();
        Path folder = Files.createTempDirectory("demarche-polling");
        ScheduledExecutorService news = Executors.newSingleThreadScheduledExecutor();
        SpringApplication application = new SpringApplication(DemarcheApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        List<Long> heap = new ArrayList<>();
        try (ConfigurableApplicationContext context = application.run(
                "--demarche.data=" + folder,
                "--demarche.network.allowed=127.0.0.0/8",
                "--demarche.source.floor=" + INTERVAL.toSeconds() + "s",
                "--demarche.source.ceiling=" + INTERVAL.toSeconds() + "s",
                "--demarche.source.deadline=5s",
                "--demarche.source.at-once=64",
                "--logging.level.root=error")) {
            SourceStore sources = context.getBean(SourceStore.class);
            Random random = new Random(1);
            for (int feed = 0; feed < FEEDS; feed++) {
                entries.put(feed, new ArrayList<>(List.of("first-" + feed)));
                Source source = Source.of(Source.Kind.FEED, java.net.URI.create("http://127.1." + feed / 250 + "." + (1 + feed % 250) + ":"
                        + web.port + "/feed"), null, Instant.now());
                Instant first = Instant.now().plusMillis(random.nextInt((int) INTERVAL.toMillis()));
                sources.add(new WatchedSource(source, SourceState.fresh(first), null, null));
            }
            news.scheduleAtFixedRate(() -> publish(random), INTERVAL.toMillis(), 1_000, TimeUnit.MILLISECONDS);
            for (int minute = 0; minute < minutes; minute++) {
                TimeUnit.MINUTES.sleep(1);
                System.gc();
                heap.add((Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000);
            }
            news.shutdown();
            TimeUnit.SECONDS.sleep(INTERVAL.toSeconds() + 30);
            report(context.getBean(JdbcClient.class), heap);
        } finally {
            news.shutdownNow();
        }
        System.exit(0);
    }

    private void publish(Random random) {
        for (int each = 0; each < NEW_PER_SECOND; each++) {
            int feed = random.nextInt(FEEDS);
            if (!isBad(feed)) {
                String title = "entry-" + feed + "-" + System.nanoTime();
                appeared.put(title, Instant.now());
                List<String> now = new ArrayList<>(entries.getOrDefault(feed, List.of()));
                now.add(title);
                entries.put(feed, now);
            }
        }
    }

    private static boolean isBad(int feed) {
        return feed % 20 == 7;
    }

    /** 2,000 addresses of loopback that listen on the same port, and nothing else does. */
    private final class Hosts {

        private final Selector selector = Selector.open();
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private int port;

        Hosts() throws IOException {
            for (int feed = 0; feed < FEEDS; feed++) {
                ServerSocketChannel host = ServerSocketChannel.open();
                host.bind(new InetSocketAddress("127.1." + feed / 250 + "." + (1 + feed % 250), port));
                port = ((InetSocketAddress) host.getLocalAddress()).getPort();
                host.configureBlocking(false);
                host.register(selector, SelectionKey.OP_ACCEPT, feed);
            }
            threads.execute(this::accept);
        }

        private void accept() {
            try {
                while (true) {
                    selector.select(key -> {
                        try {
                            SocketChannel connection = ((ServerSocketChannel) key.channel()).accept();
                            int feed = (Integer) key.attachment();
                            threads.execute(() -> serve(connection, feed));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void serve(SocketChannel connection, int feed) {
            try (connection) {
                connection.configureBlocking(true);
                BufferedReader in = new BufferedReader(new InputStreamReader(
                        connection.socket().getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = connection.socket().getOutputStream();
                String request = String.valueOf(in.readLine());
                String tag = "";
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    tag = line.toLowerCase(Locale.ROOT).startsWith("if-none-match: ") ? line.substring(15) : tag;
                }
                if (!request.startsWith("GET /feed")) {
                    answer(out, "404 Not Found", "", "");
                } else if (isBad(feed)) {
                    bad(out, feed / 20 % 5);
                } else {
                    good(out, feed, tag);
                }
            } catch (IOException e) {
                // the client has hung up, as it should on some
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void answer(OutputStream out, String status, String fields, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + bytes.length + "\r\n" + fields + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.flush();
    }

    private void good(OutputStream out, int feed, String known) throws IOException {
        StringBuilder rss = new StringBuilder("<rss><channel><title>Feed " + feed + "</title>");
        for (String title : entries.getOrDefault(feed, List.of())) {
            rss.append("<item><title>").append(title).append("</title><guid isPermaLink='false'>").append(title)
                    .append("</guid><description>The text of ").append(title).append(", which says nothing.</description></item>");
        }
        String body = rss.append("</channel></rss>").toString();
        String tag = "\"" + body.hashCode() + "\"";
        requests.incrementAndGet();
        if (tag.equals(known)) {
            unchanged.incrementAndGet();
            saved.addAndGet(body.length());
            out.write(("HTTP/1.1 304 Not Modified\r\nConnection: close\r\nETag: " + tag + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return;
        }
        sent.addAndGet(body.length());
        answer(out, "200 OK", "ETag: " + tag + "\r\n", body);
    }

    private static void bad(OutputStream out, int kind) throws IOException, InterruptedException {
        switch (kind) {
            case 0 -> answer(out, "500 No", "", "");
            case 1 -> TimeUnit.SECONDS.sleep(30);
            case 2 -> {
                out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                for (int drop = 0; drop < 300; drop++) {
                    out.write('<');
                    out.flush();
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
            case 3 -> answer(out, "200 OK", "", "<html><body>Moved</body></html>");
            default -> answer(out, "302 Found", "Location: /feed\r\n", "");
        }
    }

    private record Stored(String title, Instant receivedAt) {}

    private void report(JdbcClient jdbc, List<Long> heap) {
        List<Stored> stored = jdbc.sql("select title, received_at from article")
                .query((row, number) -> new Stored(row.getString("title"), row.getTimestamp("received_at").toInstant()))
                .list();
        Set<String> titles = new HashSet<>();
        int doubles = 0;
        List<Long> delays = new ArrayList<>();
        for (Stored each : stored) {
            doubles += titles.add(each.title()) ? 0 : 1;
            Instant since = appeared.get(each.title());
            if (since != null) {
                delays.add(Duration.between(since, each.receivedAt()).toMillis());
            }
        }
        long missing = appeared.keySet().stream().filter(title -> !titles.contains(title)).count();
        delays.sort(Long::compare);
        System.out.printf(Locale.ROOT, "%,d feeds, one in twenty bad; interval %d s%n", FEEDS, INTERVAL.toSeconds());
        System.out.printf(
                Locale.ROOT,
                "%,d new entries: %,d missing, %,d double; after %.1f s half, %.1f s 99 %%, %.1f s all%n",
                appeared.size(),
                missing,
                doubles,
                delays.get(delays.size() / 2) / 1_000.0,
                delays.get((int) (delays.size() * 0.99)) / 1_000.0,
                delays.get(delays.size() - 1) / 1_000.0);
        System.out.printf(
                Locale.ROOT,
                "%,d requests of good feeds, %,d unchanged; %,d bytes sent, %,d saved%n",
                requests.get(),
                unchanged.get(),
                sent.get(),
                saved.get());
        System.out.printf(Locale.ROOT, "heap after collection, MB, minute by minute: %s%n", heap);
    }
}
