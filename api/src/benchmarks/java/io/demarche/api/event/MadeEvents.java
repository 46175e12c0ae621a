package io.demarche.api.event;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.postgresql.PGConnection;

/**
 * Fills a database with made-up events, their reports and articles, as they would stand there after many years.
 *
 * <p>Parties, outlets, languages, measures and words are drawn by Zipf's law (the n-th most frequent 1/n times as often as the first), so
 * that some are in a tenth of all events and some in a few. Events are spread evenly over ten years in the order in which they were
 * flagged, each a few hours after its first report. Two thirds have one report, two ninths two, and so on. An article tells of
 * one or two events and has 50 words. The same seed makes the same events.
 */
final class MadeEvents {

    private static final int IN_ONE_PART = 200_000;
    private static final long FIRST = Instant.parse("2016-11-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2026-11-01T00:00:00Z").getEpochSecond();

    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put(
                "article",
                "id,url,outlet,language,title,text,published_at,received_at,version,since,confirmed_at");
        COLUMNS.put(
                "event",
                "id,doing_key,doing,measure,move,status,severity,first_told_at,last_told_at,flagged_at,report_count,confidence,people,background");
        COLUMNS.put("event_kind", "event_id,kind,flagged_at,first_told_at");
        COLUMNS.put("event_party", "event_id,side,party,flagged_at,first_told_at");
        COLUMNS.put("event_pair", "event_id,actor,target,flagged_at,first_told_at,measure,status");
        COLUMNS.put("event_rule", "event_id,rule,revision");
        COLUMNS.put("event_outlet", "outlet_key,event_id,flagged_at,first_told_at");
        COLUMNS.put(
                "report",
                "event_id,article_id,outlet,outlet_key,language,told_at,statement,flags,confidence,people,background");
    }

    private static final List<String> TABLES =
            Stream.concat(COLUMNS.keySet().stream(), Stream.of("doing")).toList();

    private final Random random = new Random(1);
    private final Zipf parties;
    private final Zipf outlets = new Zipf(names("Outlet ", 3_000));
    private final Zipf languages = new Zipf(List.of("en", "fr", "es", "de", "pt-br", "ru", "ar", "zh", "tr", "pl"));
    private final Zipf words = new Zipf(names("word", 20_000));
    private final Zipf measures = new Zipf(
            List.of("SANCTIONS", "RESTRICTIONS", "EXPULSION", "SUMMONS", "RECALL", "VISAS", "MISSION", "RELATIONS"));
    private final Zipf statuses = new Zipf(List.of("ADOPTED", "PROPOSED", "CONSIDERED", "URGED", "REJECTED"));
    private final List<String> sentences =
            IntStream.range(0, 50_000).mapToObj(i -> newSentence()).toList();
    private final Map<String, CSVPrinter> tables = new TreeMap<>();
    private final Path folder;
    private final int count;

    /** So many events between these parties, the most frequent first; files on their way lie in that folder. */
    MadeEvents(List<String> parties, int count, Path folder) {
        this.parties = new Zipf(parties);
        this.count = count;
        this.folder = folder;
    }

    /** Names that are drawn by Zipf's law. */
    private final class Zipf {

        private final List<String> names;
        private final double[] sums;

        private Zipf(List<String> names) {
            this.names = names;
            this.sums = new double[names.size()];
            double sum = 0;
            for (int i = 0; i < sums.length; i++) {
                sum += 1.0 / (i + 1);
                sums[i] = sum;
            }
        }

        private String draw() {
            double drawn = random.nextDouble() * sums[sums.length - 1];
            int found = Arrays.binarySearch(sums, drawn);
            return names.get(Math.min(found < 0 ? -found - 1 : found, names.size() - 1));
        }
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    /** Takes them into the database, and lets it look at them for its plans. */
    void fill(DataSource database) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            boolean postgres = connection.isWrapperFor(PGConnection.class);
            List<String> after = postgres ? withoutIndicesOfPostgres(statement) : withoutIndicesOfH2(statement);
            statement.execute(postgres ? "set session_replication_role = replica" : "set referential_integrity false");
            for (int first = 0; first < count; first += IN_ONE_PART) {
                write(first, Math.min(IN_ONE_PART, count - first));
                for (Map.Entry<String, String> table : COLUMNS.entrySet()) {
                    load(connection, statement, table.getKey(), table.getValue(), postgres);
                }
                System.err.printf("%,d of %,d events%n", Math.min(first + IN_ONE_PART, count), count);
            }
            statement.execute("insert into doing (doing_key) select distinct doing_key from event");
            if (postgres) {
                statement.execute(
                        "insert into report_text select r.event_id, a.id, e.flagged_at, e.first_told_at, to_tsvector('english', a.title || ' ' || a.text)"
                                + " || coalesce(p.parties, '') from report r join event e on e.id = r.event_id join article a on a.id = r.article_id"
                                + " left join (select event_id, array_to_tsvector(array_agg(side || ':' || party)) as parties from event_party"
                                + " where side in ('ACTOR', 'TARGET') group by event_id) p on p.event_id = e.id order by e.flagged_at");
            }
            for (String sql : after) {
                statement.execute(sql);
            }
            statement.execute(postgres ? "set session_replication_role = origin" : "set referential_integrity true");
            statement.execute(postgres ? "vacuum analyze" : "analyze");
            if (!postgres) {
                statement.execute("insert into text_change (article_id) select id from article");
            }
        }
    }

    private void load(Connection connection, Statement statement, String table, String columns, boolean postgres)
            throws SQLException, IOException {
        Path file = file(table);
        if (postgres) {
            try (Reader rows = Files.newBufferedReader(file)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table + " (" + columns + ") from stdin csv", rows);
            }
        } else {
            statement.execute("insert into " + table + " (" + columns + ") select * from csvread('" + file + "', '"
                    + columns.toUpperCase(Locale.ROOT) + "')");
        }
    }

    /** Takes away what is quicker made once at the end, and gives how. */
    private static List<String> withoutIndicesOfPostgres(Statement statement) throws SQLException {
        String tables = Stream.concat(TABLES.stream(), Stream.of("report_text"))
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(","));
        List<String> drop = new ArrayList<>();
        List<String> make = new ArrayList<>(List.of("set maintenance_work_mem = '1GB'"));
        try (var rows = statement.executeQuery("select conname, conrelid::regclass as relation, pg_get_constraintdef(oid) as definition"
                + " from pg_constraint where contype in ('p', 'f') and (conrelid::regclass::text in (" + tables
                + ") or confrelid::regclass::text in (" + tables + ")) order by contype = 'f', conname")) {
            while (rows.next()) {
                drop.add(0, "alter table " + rows.getString(2) + " drop constraint " + rows.getString(1));
                make.add("alter table " + rows.getString(2) + " add constraint " + rows.getString(1) + " " + rows.getString(3));
            }
        }
        try (var rows = statement.executeQuery("select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename in ("
                + tables + ") and indexname not in (select conname from pg_constraint)")) {
            while (rows.next()) {
                drop.add(0, "drop index " + rows.getString(1));
                make.add(rows.getString(2));
            }
        }
        for (String sql : drop) {
            statement.execute(sql);
        }
        return make;
    }

    private static List<String> withoutIndicesOfH2(Statement statement) throws SQLException {
        Pattern constraint = Pattern.compile("ALTER TABLE (\\S+) ADD CONSTRAINT (\\S+) (?:PRIMARY|FOREIGN).*", Pattern.DOTALL);
        Pattern index = Pattern.compile("CREATE (?:UNIQUE )?(?:NULLS \\w+ )?INDEX (\\S+) ON .*", Pattern.DOTALL);
        List<String> drop = new ArrayList<>();
        List<String> make = new ArrayList<>();
        try (var rows = statement.executeQuery("script nodata")) {
            while (rows.next()) {
                String sql = rows.getString(1);
                boolean isOurs = TABLES.stream()
                        .anyMatch(table -> sql.contains("\"" + table + "\"("));
                boolean isOfOurs = TABLES.stream()
                        .anyMatch(table -> sql.contains("\"" + table + "\" "));
                Matcher found = constraint.matcher(sql);
                if ((isOurs || isOfOurs) && found.matches()) {
                    drop.add(sql.contains("FOREIGN") ? 0 : drop.size(), "alter table " + found.group(1) + " drop constraint " + found.group(2));
                    make.add(sql);
                }
                found = index.matcher(sql);
                if (isOurs && found.matches()) {
                    drop.add("drop index " + found.group(1));
                    make.add(sql);
                }
            }
        }
        for (String sql : drop) {
            statement.execute(sql);
        }
        make.sort(Comparator.comparing((String sql) -> sql.contains(" FOREIGN ")).thenComparing(sql -> sql.startsWith("CREATE")));
        return make;
    }

    private Path file(String table) {
        return folder.resolve(table + ".csv");
    }

    private void write(int first, int events) throws IOException {
        for (String table : COLUMNS.keySet()) {
            BufferedWriter out = Files.newBufferedWriter(file(table));
            tables.put(table, new CSVPrinter(out, CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get()));
        }
        List<String> articles = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            event(first + i, articles);
        }
        for (CSVPrinter table : tables.values()) {
            table.close();
        }
    }

    private void row(String table, Object... values) {
        try {
            tables.get(table).printRecord(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void event(int number, List<String> articles) {
        String id = id("evt");
        Instant flagged = Instant.ofEpochSecond(FIRST + (long) ((LAST - FIRST) * ((double) number / count)));
        Instant told = flagged.minusSeconds(random.nextInt(6 * 3_600));
        String measure = measures.draw();
        String move = random.nextInt(3) == 0 ? "LIFT" : "IMPOSE";
        String status = statuses.draw();
        String severity = move.equals("LIFT") ? status.equals("PROPOSED") ? "CRITICAL" : "HIGH" : random.nextInt(4) == 0 ? "LOW" : "MEDIUM";
        Set<String> actors = sides();
        Set<String> targets = sides();
        targets.removeAll(actors);
        String actor = String.join("+", actors);
        String target = String.join("+", targets);
        String key = measure + "/" + move + "/" + status + "/" + actor + ">" + target;
        String kind = (measure + "-" + move + "-" + status).toLowerCase(Locale.ROOT);
        row("event_kind", id, kind, flagged, told);
        row("event_rule", id, "rule of " + kind, 1 + number * 20L / count);
        if (random.nextInt(5) == 0) {
            row("event_kind", id, "escalation", flagged, told);
            row("event_rule", id, "escalation", 1 + number * 20L / count);
        }
        Set<String> all = new TreeSet<>(actors);
        all.addAll(targets);
        actors.forEach(party -> row("event_party", id, "ACTOR", party, flagged, told));
        targets.forEach(party -> row("event_party", id, "TARGET", party, flagged, told));
        all.forEach(party -> row("event_party", id, "EITHER", party, flagged, told));
        actors.forEach(one -> targets.forEach(other -> row("event_pair", id, one, other, flagged, told, measure, status)));
        int reports = 1;
        while (reports < 60 && random.nextInt(3) == 0) {
            reports++;
        }
        Integer people = measure.equals("EXPULSION") ? Integer.valueOf(1 + random.nextInt(30)) : null;
        String sides = "\"measure\":\"" + measure + "\",\"move\":\"" + move + "\",\"status\":\"" + status + "\",\"actor\":"
                + list(actors) + ",\"target\":" + list(targets) + ",\"mutual\":false";
        String quote = sentence();
        String statement = "{" + sides + ",\"background\":false,\"speaker\":[],\"confidence\":0.8,\"quote\":\"" + quote
                + "\",\"part\":\"TEXT\",\"start\":0,\"end\":" + quote.length() + "}";
        String flags = "[{\"rule\":\"rule of " + kind + "\",\"revision\":1,\"kind\":\"" + kind + "\",\"severity\":\"" + severity
                + "\",\"because\":\"it is so\"}]";
        Instant last = told;
        Set<String> tellers = new TreeSet<>();
        int known = articles.size();
        for (int i = 0; i < reports; i++) {
            String outlet = outlets.draw();
            String language = languages.draw();
            if (tellers.add(outlet)) {
                row("event_outlet", outlet.toLowerCase(Locale.ROOT), id, flagged, told);
            }
            last = i == 0 ? told : last.plusSeconds(random.nextInt(24 * 3_600));
            String article;
            if (random.nextBoolean() && known > i) {
                article = articles.get(known - 1 - i);
            } else {
                article = article(outlet, language, last, flagged);
                articles.add(article);
            }
            row("report", id, article, outlet, outlet.toLowerCase(Locale.ROOT), language, last, statement, flags, 0.8, people, false);
        }
        row(
                "event",
                id,
                key,
                "{" + sides + "}",
                measure,
                move,
                status,
                severity,
                told,
                last,
                flagged,
                reports,
                random.nextInt(100) / 100.0,
                people,
                random.nextInt(20) == 0);
    }

    private String article(String outlet, String language, Instant told, Instant flagged) {
        String id = id("art");
        row(
                "article",
                id,
                "https://news.example/" + id,
                outlet,
                language,
                sentence(),
                sentence() + ". " + sentence() + ". " + sentence() + ". " + sentence(),
                told,
                flagged,
                1,
                flagged,
                flagged);
        return id;
    }

    private Set<String> sides() {
        Set<String> sides = new TreeSet<>(List.of(parties.draw()));
        if (random.nextInt(6) == 0) {
            sides.add(parties.draw());
        }
        return sides;
    }

    private String id(String prefix) {
        HexFormat hex = HexFormat.of();
        return prefix + "_" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    private String sentence() {
        return sentences.get(random.nextInt(sentences.size()));
    }

    private String newSentence() {
        return IntStream.range(0, 10).mapToObj(i -> words.draw()).collect(Collectors.joining(" "));
    }

    private static String list(Set<String> codes) {
        return codes.stream().map(code -> "\"" + code + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
