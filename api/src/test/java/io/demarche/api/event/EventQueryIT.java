package io.demarche.api.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.demarche.api.Databases;
import io.demarche.api.TestServer;
import io.demarche.api.text.FlaggedTexts;
import io.demarche.api.web.Cursor;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.statement.Measure;
import io.demarche.ingest.feed.Feed;
import io.demarche.ingest.feed.FeedParser;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events asked for over HTTP, on every database, beside a plain look at each of them. */
@Tag("long")
class EventQueryIT {

    private static final List<String> STORIES = List.of(
            "Norway expelled two Russian diplomats.",
            "Russia expelled two Norwegian diplomats.",
            "Poland recalled its ambassador from Minsk.",
            "France summoned the Iranian ambassador.",
            "The European Union imposed sanctions on Belarus.",
            "The United States lifted sanctions on Syria.",
            "Germany proposed to lift sanctions on Iran.",
            "The United States and Russia agreed to reopen their consulates.",
            "Sweden closed its embassy in Tehran.",
            "Cuba rejected a proposal to lift sanctions on Russia.");

    @TempDir
    private Path data;

    private record Asked(String query, Predicate<JsonNode> holds) {}

    private static final List<Asked> QUESTIONS = List.of(
            new Asked("", event -> true),
            new Asked("kind=expulsion", event -> has(event, "kinds", "expulsion")),
            new Asked("kind=*sanctions*", event -> anyMatch(event, "kinds", ".*sanctions.*")),
            new Asked("kind=expulsion,recall*", event -> anyMatch(event, "kinds", "expulsion|recall.*")),
            new Asked("measure=EXPULSION&measure=recall", event -> is(event, "measure", "EXPULSION", "RECALL")),
            new Asked("move=LIFT", event -> is(event, "move", "LIFT")),
            new Asked("status=ADOPTED", event -> is(event, "status", "ADOPTED")),
            new Asked("actor=RUS", event -> has(event, "actor", "RUS")),
            new Asked("target=IRN,BLR", event -> has(event, "target", "IRN") || has(event, "target", "BLR")),
            new Asked("party=RUS", event -> has(event, "actor", "RUS") || has(event, "target", "RUS")),
            new Asked(
                    "actor=EU27",
                    event -> Stream.of("POL", "FRA", "DEU", "SWE").anyMatch(member -> has(event, "actor", member))),
            new Asked(
                    "dyad=NOR,RUS",
                    event -> (has(event, "actor", "NOR") && has(event, "target", "RUS"))
                            || (has(event, "actor", "RUS") && has(event, "target", "NOR"))),
            new Asked("actor=NOR&target=RUS", event -> has(event, "actor", "NOR") && has(event, "target", "RUS")),
            new Asked(
                    "party=RUS&kind=expulsion",
                    event -> has(event, "kinds", "expulsion")
                            && (has(event, "actor", "RUS") || has(event, "target", "RUS"))),
            new Asked(
                    "dyad=USA,RUS&sort=-flaggedAt", event -> event.get("mutual").asBoolean()),
            new Asked("minSeverity=high", event -> is(event, "severity", "HIGH", "CRITICAL")),
            new Asked("minSeverity=critical", event -> is(event, "severity", "CRITICAL")),
            new Asked(
                    "minSeverity=CRITICAL&party=RUS",
                    event -> is(event, "severity", "CRITICAL")
                            && (has(event, "actor", "RUS") || has(event, "target", "RUS"))),
            new Asked(
                    "outlet=The%20Herald&party=RUS&sort=-flaggedAt",
                    event -> event.get("reportCount").asInt() >= 2
                            && (has(event, "actor", "RUS") || has(event, "target", "RUS"))),
            new Asked("minReports=2", event -> event.get("reportCount").asInt() >= 2),
            new Asked("outlet=the%20herald", event -> event.get("reportCount").asInt() >= 2),
            new Asked("outlet=*e*", event -> true),
            new Asked("outlet=100%25*", event -> false),
            new Asked("language=pt", event -> has(event, "target", "RUS") && has(event, "actor", "NOR")),
            new Asked("minConfidence=0.5", event -> event.get("confidence").asDouble() >= 0.5),
            new Asked("minConfidence=1.0", event -> event.get("confidence").asDouble() >= 1),
            new Asked("minPeople=2", event -> is(event, "measure", "EXPULSION")),
            new Asked("minPeople=3", event -> false),
            new Asked("background=false", event -> true),
            new Asked("background=true", event -> false),
            new Asked("rule=*expul*", event -> is(event, "measure", "EXPULSION")),
            new Asked("revision=1", event -> true),
            new Asked("revision=2,3", event -> false),
            new Asked("from=2026-03-02&to=2026-03-03&sort=-flaggedAt", event -> true),
            new Asked("lastFrom=2026-03-02&lastTo=2026-03-03&sort=-flaggedAt", event -> true),
            new Asked("from=2026-03-02T08:00:01Z&actor=NOR", event -> false),
            new Asked("from=2026-03-02T09:00:00%2B00:00", event -> false),
            new Asked("kind=expulsion&actor=NOR&status=ADOPTED&move=IMPOSE", event -> has(event, "actor", "NOR")));

    @ParameterizedTest
    @EnumSource
    void whatIsAskedIsWhatAPlainLookFinds(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            tell(server);
            List<JsonNode> all = items(server, "");
            assertThat(all).hasSizeGreaterThanOrEqualTo(STORIES.size() - 1);
            Set<Integer> counts = new TreeSet<>();
            for (Asked asked : QUESTIONS) {
                List<JsonNode> expected = all.stream().filter(asked.holds()).toList();
                assertThat(items(server, asked.query())).as(asked.query()).isEqualTo(expected);
                counts.add(expected.size());
            }
            assertThat(counts).as("some ask for many, some for few").hasSizeGreaterThan(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameAreExported(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            tell(server);
            List<JsonNode> items = items(server, "party=RUS");

            HttpResponse<String> lines = server.get("/api/v1/events.ndjson?party=RUS");
            assertThat(lines.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
            assertThat(lines.body().lines().map(new JsonMapper()::readTree)).isEqualTo(items);

            HttpResponse<String> table = server.get("/api/v1/events.csv?party=RUS");
            assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
            List<CSVRecord> rows = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(table.body()))
                    .getRecords();
            assertThat(rows).hasSameSizeAs(items);
            for (int row = 0; row < rows.size(); row++) {
                assertThat(rows.get(row).get("id"))
                        .isEqualTo(items.get(row).get("id").asString());
                assertThat(rows.get(row).get("measure"))
                        .isEqualTo(items.get(row).get("measure").asString());
                assertThat(rows.get(row).get("reportCount"))
                        .isEqualTo(items.get(row).get("reportCount").asString());
            }
            assertThat(server.get("/api/v1/events.ndjson?limit=2").body().lines())
                    .hasSize(2);
        }
    }

    /** DuckDB knows nothing of how the file was written. */
    @ParameterizedTest
    @EnumSource
    void anotherReaderOpensTheParquetFile(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data));
                Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement query = duck.createStatement()) {
            tell(server);
            Path file = data.resolve("events.parquet");
            server.download("/api/v1/events.parquet?party=RUS", file);
            List<List<String>> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery("select id, actor[1], \"actorAlpha2\"[1], cameo, people,"
                    + " strftime(\"firstToldAt\" at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') from '" + file + "'")) {
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int column = 1; column <= 6; column++) {
                        row.add(String.valueOf(found.getString(column)));
                    }
                    rows.add(row);
                }
            }
            assertThat(rows)
                    .isEqualTo(items(server, "party=RUS").stream()
                            .map(event -> List.of(
                                    event.get("id").asString(),
                                    event.get("actor").get(0).asString(),
                                    event.get("actorAlpha2").get(0).asString(),
                                    event.path("cameo").asString("null"),
                                    event.path("people").asString("null"),
                                    event.get("firstToldAt").asString()))
                            .toList());
        }
    }

    /** Whoever takes a part for all of it loses events. */
    @Test
    void anExportThatBreaksOffDoesNotLookComplete() throws Exception {
        try (TestServer server = new TestServer(data)) {
            try (Connection connection =
                            server.part("dataSource", DataSource.class).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("insert into doing (doing_key) values ('made')");
                statement.execute("""
                        insert into event (id, doing_key, doing, severity, first_told_at, last_told_at, flagged_at, report_count)
                        select 'evt_' || "X", 'made', case when "X" = 1 then 'broken' else
                          '{"measure":"VISAS","move":"LIFT","status":"ADOPTED","actor":["NOR"],"target":["RUS"],"mutual":false}' end, 'LOW',
                          timestamp with time zone '2026-01-01 00:00:00+00', timestamp with time zone '2026-01-01 00:00:00+00',
                          dateadd(second, "X", timestamp with time zone '2026-01-01 00:00:00+00'), 1
                        from system_range(1, 1500)""");
            }
            assertThat(server.get("/api/v1/events.csv?limit=1000").body().lines())
                    .hasSize(1001);
            for (String form : List.of("csv", "ndjson", "parquet")) {
                assertThatThrownBy(() -> server.get("/api/v1/events." + form))
                        .as(form)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void onlyTheFieldsThatAreAskedForAreAnswered() throws Exception {
        try (TestServer server = new TestServer(data)) {
            tell(server);
            JsonNode event = server.json("/api/v1/events?actor=NOR&fields=target,id")
                    .get("items")
                    .get(0);
            assertThat(event.propertyNames()).containsExactlyInAnyOrder("id", "target");
            assertThat(server.get("/api/v1/events.csv?actor=NOR&fields=target,measure")
                            .body())
                    .isEqualTo("target,measure\r\nRUS,EXPULSION\r\n");
            assertThat(server.get("/api/v1/events.ndjson?actor=NOR&fields=target")
                            .body())
                    .isEqualTo("{\"target\":[\"RUS\"]}\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void eventsComeInTheOrderThatIsAskedFor(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            for (int day : List.of(5, 3, 9, 1, 7)) {
                server.post(
                        "/api/v1/articles",
                        Map.of("text", STORIES.get(day / 2), "publishedAt", "2026-0" + day + "-02T08:00:00Z"));
            }
            for (String time : List.of("flaggedAt", "firstToldAt", "lastToldAt")) {
                List<String> rising = items(server, "sort=" + time).stream()
                        .map(event -> event.get(time).asString())
                        .toList();
                assertThat(rising).hasSize(5).isSorted();
                assertThat(items(server, "sort=-" + time))
                        .extracting(event -> event.get(time).asString())
                        .isEqualTo(rising.stream()
                                .sorted(Comparator.reverseOrder())
                                .toList());
            }
            assertThat(items(server, "from=2026-03-01&to=2026-08-01"))
                    .extracting(event -> event.get("firstToldAt").asString().substring(0, 7))
                    .containsExactly("2026-07", "2026-05", "2026-03");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMostToldEventsComeFirstOrLast(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            Map<String, Integer> reports = Map.of("Norway", 3, "Poland", 1, "Sweden", 1, "France", 2, "Spain", 1);
            for (Map.Entry<String, Integer> state : reports.entrySet()) {
                for (int report = 1; report <= state.getValue(); report++) {
                    told(
                            server,
                            state.getKey() + " expelled two Russian diplomats, agency number " + report + " reports.",
                            "2026-03-02T0" + report + ":00:00Z");
                }
            }
            for (String query : List.of("", "party=RUS&", "q=diplomats&", "from=2026-03-01&to=2026-03-04&")) {
                List<JsonNode> falling = items(server, query + "sort=-reportCount");
                assertThat(falling)
                        .extracting(event -> event.get("reportCount").asInt())
                        .containsExactly(3, 2, 1, 1, 1);
                List<JsonNode> rising = items(server, query + "sort=reportCount");
                Collections.reverse(rising);
                assertThat(rising).isEqualTo(falling);
            }
            String byTime = server.json("/api/v1/events?limit=1").get("next").asString();
            HttpResponse<String> refused = server.get("/api/v1/events?sort=reportCount&cursor=" + byTime);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("is none that this service gave out for this order");
            String byReports = server.json("/api/v1/events?limit=1&sort=reportCount")
                    .get("next")
                    .asString();
            assertThat(server.get("/api/v1/events?party=RUS&kind=expulsion&cursor=" + byReports)
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMostSevereEventsComeFirstOrLast(Databases database) throws Exception {
        List<String> severities = List.of("LOW", "MEDIUM", "HIGH", "CRITICAL");
        Comparator<JsonNode> bySeverity = Comparator.<JsonNode>comparingInt(
                        event -> severities.indexOf(event.get("severity").asString()))
                .thenComparing(event -> event.get("flaggedAt").asString())
                .thenComparing(event -> event.get("id").asString());
        try (TestServer server = new TestServer(database.fresh(data))) {
            tell(server);
            for (String query : List.of("", "party=RUS&", "q=sanctions&", "minSeverity=MEDIUM&", "kind=expulsion&")) {
                List<JsonNode> rising = items(server, query + "sort=severity");
                assertThat(rising).isSortedAccordingTo(bySeverity);
                assertThat(items(server, query)).hasSameSizeAs(rising).containsAll(rising);
                List<JsonNode> falling = items(server, query + "sort=-severity");
                Collections.reverse(falling);
                assertThat(falling).isEqualTo(rising);
            }
            assertThat(items(server, "sort=severity").stream()
                            .map(event -> event.get("severity").asString())
                            .distinct())
                    .hasSizeGreaterThan(1);
            String bySeverityAlone = server.json("/api/v1/events?limit=1&sort=severity")
                    .get("next")
                    .asString();
            for (String other : List.of("flaggedAt", "reportCount")) {
                assertThat(server.get("/api/v1/events?sort=" + other + "&cursor=" + bySeverityAlone)
                                .statusCode())
                        .isEqualTo(400);
            }
            String byTime = server.json("/api/v1/events?limit=1").get("next").asString();
            assertThat(server.get("/api/v1/events?sort=severity&cursor=" + byTime)
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    /** However short the stretches are by which several postings are gone along, they give the same. */
    @ParameterizedTest
    @EnumSource
    void stretchesMissNothing(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            List<String> outlets = List.of("Norway", "Poland", "Sweden", "France", "Spain");
            for (int day = 1; day <= 20; day++) {
                told(
                        server,
                        outlets.get(day % 5) + (day % 3 == 0 ? " expelled two Russian" : " summoned Russian")
                                + " diplomats.",
                        "2026-0" + (1 + day % 7) + "-1" + day % 9 + "T08:00:00Z");
            }
            String asked = "kind=expulsion&party=RUS&from=2026-02-01&to=2026-07-01";
            List<String> ids = items(server, asked).stream()
                    .map(event -> event.get("id").asString())
                    .toList();
            assertThat(ids).hasSizeGreaterThan(2);
            EventSearch search = new EventSearch(
                    server.part("jdbcClient", JdbcClient.class), server.part("flaggedTexts", FlaggedTexts.class), 1);
            for (boolean descending : List.of(true, false)) {
                EventQuery query = asked(
                        server,
                        Map.of(
                                "kind",
                                List.of("expulsion"),
                                "party",
                                List.of("RUS"),
                                "from",
                                "2026-02-01",
                                "to",
                                "2026-07-01",
                                "sort",
                                descending ? "-firstToldAt" : "firstToldAt"));
                List<String> found = new ArrayList<>();
                @Nullable Cursor after = null;
                do {
                    List<EventSearch.Row<String>> part = search.first(query, after, 2, row -> row.getString("id"));
                    part.forEach(row -> found.add(row.item()));
                    after = part.size() < 2 ? null : part.get(1).place();
                } while (after != null);
                if (!descending) {
                    Collections.reverse(found);
                }
                assertThat(found).isEqualTo(ids);
            }
        }
    }

    /** In an order that changes, an export is that of one moment: the last event becomes the first after the first is sent. */
    @ParameterizedTest
    @EnumSource
    void anExportHasNoGapAndNoDoubleWhileEventsMove(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            tell(server);
            JdbcClient jdbc = server.part("jdbcClient", JdbcClient.class);
            EventReader events = new EventReader(
                    jdbc,
                    new JsonMapper(),
                    server.part("flaggedTexts", FlaggedTexts.class),
                    server.part("transactionManager", PlatformTransactionManager.class),
                    2);
            for (String sort : List.of("-reportCount", "-lastToldAt", "lastToldAt", "firstToldAt", "-severity")) {
                List<String> before = items(server, "sort=" + sort).stream()
                        .map(event -> event.get("id").asString())
                        .toList();
                List<String> sent = new ArrayList<>();
                events.each(asked(server, Map.of("sort", sort)), Long.MAX_VALUE, event -> {
                    if (sent.isEmpty()) {
                        move(jdbc, before.get(before.size() - 1), "+");
                        move(jdbc, before.get(0), "-");
                    }
                    sent.add(event.id());
                });
                assertThat(sent).as(sort).isEqualTo(before);
            }
        }
    }

    private static void move(JdbcClient jdbc, String event, String way) {
        jdbc.sql("update event set report_count = report_count " + way + " 1, last_told_at = last_told_at " + way
                        + " interval '100' day, first_told_at = first_told_at " + way
                        + " interval '100' day, severity = 'CRITICAL' where id = :id")
                .param("id", event)
                .update();
    }

    /** What these parameters ask of that server. */
    static EventQuery asked(TestServer server, Map<String, Object> parameters) {
        return new JsonMapper()
                .convertValue(parameters, EventParameters.class)
                .toQuery(server.part("rulebook", Rulebook.class).current());
    }

    /** What stood in old rows as JSON alone can be asked for. */
    @ParameterizedTest
    @EnumSource
    void oldReportsAreFilledIn(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            tell(server);
            String asked = "minPeople=2&minConfidence=0.5&rule=*expul*&background=false";
            List<JsonNode> before = items(server, asked);
            assertThat(before).isNotEmpty();
            try (Connection connection =
                            server.part("dataSource", DataSource.class).getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("update report set confidence = null, people = null, background = null");
                statement.execute("update event set confidence = 0, people = null");
                statement.execute("delete from event_rule");
                assertThat(items(server, asked)).isEmpty();
                new OldReports(new JsonMapper()).fillIn(connection);
            }
            assertThat(items(server, asked)).isEqualTo(before);
        }
    }

    @Test
    void whatMayBeAskedForIsListed() throws Exception {
        try (TestServer server = new TestServer(data)) {
            assertThat(server.get("/api/v1/parties").body())
                    .contains("{\"code\":\"XKX\",\"name\":\"Kosovo\",\"alpha2\":\"XK\"")
                    .contains("{\"code\":\"EU\",\"name\":\"European Union\",\"lists\"");
            assertThat(server.json("/api/v1/kinds"))
                    .anyMatch(kind -> kind.get("kind").asString().equals("proposal-to-lift")
                            && kind.get("rules")
                                    .get(0)
                                    .get("severity")
                                    .asString()
                                    .equals("CRITICAL"));
            assertThat(server.json("/api/v1/measures").values().stream()
                            .map(measure -> measure.get("measure").asString()))
                    .containsExactly(Stream.of(Measure.values()).map(Enum::name).toArray(String[]::new));
        }
    }

    @Test
    void feedReadersFollowAQuery() throws Exception {
        try (TestServer server = new TestServer(data)) {
            tell(server);
            List<JsonNode> items = items(server, "party=RUS");

            HttpResponse<String> atom = server.get("/api/v1/events.atom?party=RUS");
            assertThat(atom.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
            HttpResponse<String> json = server.get("/api/v1/events.jsonfeed?party=RUS");
            assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("application/feed+json");
            List<String> addresses = items.stream()
                    .map(item ->
                            server.base() + "/api/v1/events/" + item.get("id").asString())
                    .toList();
            for (HttpResponse<String> answer : List.of(atom, json)) {
                Feed feed = FeedParser.parse(answer.body().getBytes(StandardCharsets.UTF_8), null, answer.uri());
                assertThat(feed.entries())
                        .extracting(entry -> String.valueOf(entry.link()))
                        .isEqualTo(addresses);
                assertThat(feed.entries().get(0).title()).contains("RUS");
            }
        }
    }

    @Test
    void aListIncludesTheBodyThatBearsItsName() throws Exception {
        try (TestServer server = new TestServer(data)) {
            told(server, "The G7 imposed sanctions on Iran.", "2026-03-02T08:00:00Z");
            told(server, "Canada imposed sanctions on Belarus.", "2026-03-02T08:00:00Z");

            assertThat(server.json("/api/v1/events?actor=G7").get("items")).hasSize(2);
            assertThat(server.json("/api/v1/events?actor=G7&target=IRN").get("items"))
                    .hasSize(1);
            assertThat(server.json("/api/v1/events?actor=EU27").get("items")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void eventsAreCountedByTimeWithoutGaps(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            told(server, "Norway expelled two Russian diplomats.", "2026-02-27T23:30:00-02:00");
            told(server, "Poland expelled two Russian diplomats.", "2026-02-28T02:00:00Z");
            told(server, "France summoned the Iranian ambassador.", "2026-03-02T08:00:00Z");

            assertThat(timeline(server, "interval=day&from=2026-02-27&to=2026-03-04"))
                    .isEqualTo("2026-02-27 2026-02-28 2026-03-01 2026-03-02 2026-03-03 events=0,2,0,1,0");
            assertThat(timeline(server, "interval=hour&by=actor&kind=expulsion"))
                    .isEqualTo("2026-02-28T01 2026-02-28T02 NOR=1,0 POL=0,1");
            assertThat(timeline(server, "interval=week&by=kind&top=1"))
                    .as("a Saturday and a Monday")
                    .isEqualTo("2026-02-23 2026-03-02 expulsion=2,0 and 1 more");
            assertThat(timeline(server, "interval=month&by=target&to=2026-04-02"))
                    .isEqualTo("2026-02-01 2026-03-01 2026-04-01 RUS=2,0,0 IRN=0,1,0");
            for (String pair : List.of("dyad=NOR,RUS", "dyad=RUS,NOR", "actor=NOR", "actor=NOR&target=RUS")) {
                assertThat(timeline(server, "interval=month&" + pair + "&to=2026-03-01"))
                        .as(pair)
                        .isEqualTo("2026-02-01 events=1");
            }
            assertThat(timeline(server, "actor=CHN")).isEmpty();
            assertThat(server.get("/api/v1/events/timeline?interval=hour&from=2020-01-01")
                            .body())
                    .contains("take a longer one");
            assertThat(server.get("/api/v1/events/timeline?interval=year").body())
                    .contains("must be one of HOUR, DAY, WEEK, MONTH, found 'year'");

            assertThat(server.get("/api/v1/events/matrix?target=RUS").body())
                    .isEqualTo("[{\"actor\":\"NOR\",\"target\":\"RUS\",\"events\":1},"
                            + "{\"actor\":\"POL\",\"target\":\"RUS\",\"events\":1}]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPairOfPartiesHasADossier(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            told(server, "The United States imposed sanctions on Iran.", "2026-01-05T08:00:00Z");
            told(server, "Iran expelled two American diplomats.", "2026-01-09T08:00:00Z");
            told(server, "The United States proposed to lift sanctions on Iran.", "2026-02-05T08:00:00Z");
            told(server, "The United States imposed sanctions on Syria.", "2026-02-06T08:00:00Z");

            JsonNode dossier = server.json("/api/v1/dyads/IRN/USA?limit=2");
            assertThat(dossier.get("standings")).hasSize(2);
            JsonNode expulsion = dossier.get("standings").get(0);
            assertThat(expulsion.get("actor").asString() + expulsion.get("measure") + expulsion.get("move"))
                    .isEqualTo("IRN\"EXPULSION\"\"IMPOSE\"");
            JsonNode sanctions = dossier.get("standings").get(1);
            assertThat(sanctions.get("move").asString()).isEqualTo("IMPOSE");
            assertThat(sanctions.get("since").asString()).isEqualTo("2026-01-05T08:00:00Z");
            assertThat(sanctions.get("open").get(0).get("move").asString()).isEqualTo("LIFT");
            assertThat(sanctions.get("open").get(0).get("status").asString()).isEqualTo("PROPOSED");
            assertThat(dossier.get("events")).hasSize(2);
            JsonNode rest = server.json("/api/v1/dyads/IRN/USA?limit=2&cursor="
                    + dossier.get("next").asString());
            assertThat(rest.get("events")).hasSize(1);
            assertThat(rest.has("next")).isFalse();

            told(server, "The United States lifted sanctions on Iran.", "2026-03-01T08:00:00Z");
            sanctions = server.json("/api/v1/dyads/USA/IRN").get("standings").get(1);
            assertThat(sanctions.get("move").asString()).isEqualTo("LIFT");
            assertThat(sanctions.get("open")).isEmpty();
            assertThat(server.get("/api/v1/dyads/USA/XYZ").statusCode()).isEqualTo(404);
            assertThat(server.get("/api/v1/dyads/USA/USA").statusCode()).isEqualTo(400);
        }
    }

    private static void told(TestServer server, String text, String at) throws Exception {
        server.post("/api/v1/articles", Map.of("text", text, "publishedAt", at));
    }

    /** The timeline in a line: beginnings, then the counts of each series. */
    private static String timeline(TestServer server, String query) throws Exception {
        JsonNode timeline = server.json("/api/v1/events/timeline?" + query);
        List<String> words = new ArrayList<>();
        timeline.get("starts").forEach(start -> words.add(start.asString().replaceFirst("(T00)?:00:00Z$", "")));
        for (JsonNode series : timeline.get("series")) {
            List<String> counts = new ArrayList<>();
            series.get("counts").forEach(count -> counts.add(count.asString()));
            words.add(series.get("name").asString() + "=" + String.join(",", counts));
        }
        int omitted = timeline.get("omitted").asInt();
        return String.join(" ", words) + (omitted == 0 ? "" : " and " + omitted + " more");
    }

    @Test
    void whatCannotBeAskedIsRefusedWithWhatCould() throws Exception {
        Map<String, String> refusals = new TreeMap<>(Map.of(
                "kinds=expulsion",
                        "is no parameter of this; there are actor, background, cursor, dyad, fields, from, kind",
                "kind=Expulsion", "must be lower-case words joined by hyphens",
                "measure=SANCTION", "must be one of SANCTIONS, EXPULSION",
                "actor=XYZ", "or the name of a list (",
                "dyad=RUS", "must be two parties or lists, such as POL,RUS",
                "minReports=none", "must be a number from 1",
                "from=yesterday", "must be a time in ISO 8601 with its zone",
                "minSeverity=2", "must be one of LOW, MEDIUM, HIGH, CRITICAL"));
        refusals.put("minConfidence=2", "must be a number from 0 to 1");
        refusals.put("minPeople=few", "must be a number from 1");
        refusals.put("background=maybe", "must be one of TRUE, FALSE");
        refusals.put("revision=last", "must be a number from 1");
        refusals.put("sort=colour", "must be flaggedAt, firstToldAt, lastToldAt, reportCount or severity");
        refusals.put("fields=id,colour", "must be fields of an event (id, kinds, severity");
        refusals.put("outlet=a%00b", "must not hold control characters");
        refusals.put("to=%2B999999999-01-01T00:00:00Z", "must be a time in ISO 8601");
        refusals.put("cursor=MjAyNi0wMy0wMlQwODowMDowMFogAA", "is none that this service gave out");
        try (TestServer server = new TestServer(data)) {
            for (Map.Entry<String, String> refusal : refusals.entrySet()) {
                for (String form : List.of("", ".csv", ".ndjson")) {
                    HttpResponse<String> answer = server.get("/api/v1/events" + form + "?" + refusal.getKey());
                    assertThat(answer.statusCode()).as(refusal.getKey()).isEqualTo(400);
                    String name = refusal.getKey().split("=", 2)[0];
                    assertThat(answer.body()).contains("\"where\":\"" + name + "\"");
                    if (form.isEmpty()) {
                        assertThat(answer.body()).contains(refusal.getValue());
                    }
                }
            }
        }
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws Exception {
        try (TestServer server = new TestServer(data)) {
            tell(server);
            String tag = server.get("/api/v1/events?actor=NOR")
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            assertThat(server.unlessSame(tag, "/api/v1/events?actor=NOR").statusCode())
                    .isEqualTo(304);
            server.post("/api/v1/articles", Map.of("text", "Norway expelled three Chinese diplomats."));
            assertThat(server.unlessSame(tag, "/api/v1/events?actor=NOR").statusCode())
                    .isEqualTo(200);
        }
    }

    /** The documented columns are those that there are. */
    @Test
    void theTableIsDocumented() throws Exception {
        List<String> documented = Files.readAllLines(Path.of("..", "docs", "queries.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`", -1)[1])
                .dropWhile(name -> !name.equals("id"))
                .toList();
        assertThat(documented).isEqualTo(EventTable.head());
    }

    private static void tell(TestServer server) throws Exception {
        for (String story : STORIES) {
            server.post("/api/v1/articles", article(story, "The Courier", "en"));
        }
        server.post(
                "/api/v1/articles",
                article(STORIES.get(0) + " The ministry said so on Monday.", "The Herald", "pt-BR"));
    }

    private static Map<String, String> article(String text, String outlet, String language) {
        return Map.of(
                "title",
                "",
                "text",
                text,
                "outlet",
                outlet,
                "language",
                language,
                "publishedAt",
                "2026-03-02T08:00:00Z");
    }

    /** All pages, three a page. */
    private static List<JsonNode> items(TestServer server, String query) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = server.json("/api/v1/events?limit=3&" + query + cursor);
            assertThat(page.has("items")).as(page.toString()).isTrue();
            page.get("items").forEach(items::add);
            cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : "";
        } while (!cursor.isEmpty());
        return items;
    }

    private static boolean is(JsonNode event, String field, String... values) {
        return List.of(values).contains(event.get(field).asString());
    }

    private static boolean has(JsonNode event, String field, String value) {
        return anyMatch(event, field, value);
    }

    private static boolean anyMatch(JsonNode event, String field, String expression) {
        for (JsonNode value : event.get(field)) {
            if (value.asString().matches(expression)) {
                return true;
            }
        }
        return false;
    }
}
