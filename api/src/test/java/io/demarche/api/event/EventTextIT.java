package io.demarche.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.demarche.api.Databases;
import io.demarche.api.TestServer;
import io.demarche.api.text.FlaggedTexts;
import io.demarche.api.text.TextQuery;
import io.demarche.api.web.Cursor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Events asked for by words of the articles that tell of them. */
class EventTextIT {

    private static final String NORWAY = "Norway expelled two Russian diplomats.";
    private static final String POLAND = "Poland expelled two Russian diplomats.";
    private static final String SWEDEN = "Sweden summoned the Iranian ambassador.";

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void wordsInAnyFormPhrasesExclusionsAndAlternatives(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            push(server, "no", "Spies sent home", NORWAY + " They had been buying drones, the security service said.");
            push(server, "pl", "Warsaw acts", POLAND + " The security of grain shipments was not at stake.");
            push(server, "pl2", "A second report", POLAND + " The drone had crossed the border.");
            push(server, "se", "Stockholm protests", SWEDEN + " A shipment of grain had been seized.");
            assertThat(found(server, "drone")).containsExactly("POL", "NOR");
            assertThat(found(server, "spy")).containsExactly("NOR");
            assertThat(found(server, "DRONES expelling")).containsExactly("POL", "NOR");
            assertThat(found(server, "\"security service\"")).containsExactly("NOR");
            assertThat(found(server, "security service")).containsExactly("NOR");
            assertThat(found(server, "\"grain shipment\"")).containsExactly("POL");
            assertThat(found(server, "grain shipment")).containsExactly("SWE", "POL");
            assertThat(found(server, "grain -ambassador")).containsExactly("POL");
            assertThat(found(server, "spies or protesting -drone")).containsExactly("SWE", "NOR");
            assertThat(found(server, "the drone")).containsExactly("POL", "NOR");
            assertThat(found(server, "the")).isEmpty();
            assertThat(found(server, "submarine")).isEmpty();
            assertThat(found(server, "drone&actor=NOR")).containsExactly("NOR");
            assertThat(found(server, "drone&target=NOR")).isEmpty();
            assertThat(found(server, "drone&actor=EU27")).containsExactly("POL");
            assertThat(found(server, "drone&party=RUS&sort=-firstToldAt")).containsExactlyInAnyOrder("POL", "NOR");
            assertThat(found(server, "drone&dyad=RUS,NOR")).containsExactly("NOR");
            assertThat(found(server, "drone&kind=expulsion&party=RUS&sort=firstToldAt"))
                    .containsExactlyInAnyOrder("POL", "NOR");
        }
    }

    @ParameterizedTest
    @EnumSource
    void inEveryForm(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            push(server, "no", "", NORWAY + " They had been buying drones.");
            push(server, "pl", "", POLAND);
            assertThat(server.get("/api/v1/events.csv?q=drone").body().lines()).hasSize(2);
            assertThat(server.json("/api/v1/events/timeline?q=drone")
                            .get("series")
                            .get(0)
                            .get("total")
                            .asLong())
                    .isEqualTo(1);
            assertThat(server.json("/api/v1/events/matrix?q=drone"))
                    .singleElement()
                    .satisfies(cell -> assertThat(cell.get("actor").asString()).isEqualTo("NOR"));
            server.part("eventFollowers", EventFollowers.class).upToNow();
            assertThat(server.part("eventReader", EventReader.class)
                            .changes(EventQueryIT.asked(server, Map.of("q", "drone")), false, 0, 100, 10))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangedArticleIsFoundByWhatItSaysNow(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            String rest = " The men had tried to obtain papers about %s, according to the service.\n\n"
                    + "It was the third such measure this year, and few visits take place between the neighbours.";
            push(server, "no", "Out", NORWAY + rest.formatted("submarines"));
            assertThat(found(server, "submarine")).containsExactly("NOR");
            push(server, "no", "Out", NORWAY + rest.formatted("missiles"));
            assertThat(found(server, "missile")).containsExactly("NOR");
            assertThat(found(server, "submarine")).isEmpty();
        }
    }

    /** Whatever the database says of how many match. */
    @ParameterizedTest
    @EnumSource
    void eventsMayBeSifted(Databases database) throws Exception {
        try (TestServer server = new TestServer(database.fresh(data))) {
            for (int month = 1; month <= 12; month++) {
                push(
                        server,
                        "no" + month,
                        "",
                        NORWAY + (month % 3 == 0 ? " Drones" : " Boats") + " were at stake.",
                        month);
            }
            JdbcClient jdbc = server.part("jdbcClient", JdbcClient.class);
            FlaggedTexts texts = server.part("flaggedTexts", FlaggedTexts.class);
            EventSearch search = new EventSearch(jdbc, new Sifting(texts, jdbc));
            EventQuery query = EventQueryIT.asked(server, Map.of("q", "drone", "kind", List.of("expulsion")));
            List<String> found = new ArrayList<>();
            @Nullable Cursor after = null;
            do {
                List<EventSearch.Row<String>> part = search.first(query, after, 3, row -> row.getString("id"));
                part.forEach(row -> found.add(row.item()));
                after = part.size() < 3 ? null : part.get(2).place();
            } while (after != null);
            assertThat(found)
                    .hasSize(4)
                    .isEqualTo(ids(server.json("/api/v1/events?q=drone").get("items")));
        }
    }

    private static List<String> ids(JsonNode events) {
        List<String> ids = new ArrayList<>();
        events.forEach(event -> ids.add(event.get("id").asString()));
        return ids;
    }

    /** Texts of which a sieve is made of the condition. */
    private record Sifting(FlaggedTexts texts, JdbcClient jdbc) implements FlaggedTexts {

        @Override
        public void told(String eventId, String articleId) {
            throw new AssertionError();
        }

        @Override
        public void untold(String articleId) {
            throw new AssertionError();
        }

        @Override
        public void moved(String eventId) {
            throw new AssertionError();
        }

        @Override
        public Stretch stretch(Sought sought, Course course, long reports) {
            throw new AssertionError("where there is a sieve, it is used");
        }

        @Override
        public void revised(String articleId) {
            throw new AssertionError();
        }

        @Override
        public Condition condition(TextQuery query) {
            throw new AssertionError("where there is a sieve, it is used");
        }

        @Override
        public Optional<Sieve> sieve(TextQuery query) {
            Condition condition = texts.condition(query);
            return Optional.of(events -> events.isEmpty()
                    ? Set.of()
                    : Set.copyOf(jdbc.sql("select e.id from event e where e.id in (:ids) and " + condition.sql())
                            .params(condition.parameters())
                            .param("ids", events)
                            .query(String.class)
                            .list()));
        }
    }

    private static void push(TestServer server, String path, String title, String text) throws Exception {
        push(server, path, title, text, 3);
    }

    private static void push(TestServer server, String path, String title, String text, int month) throws Exception {
        server.post(
                "/api/v1/articles",
                Map.of(
                        "url",
                        "https://outlet.example/" + path,
                        "title",
                        title,
                        "text",
                        text,
                        "publishedAt",
                        "2025-%02d-02T08:00:00Z".formatted(month)));
    }

    /** Who does what the texts tell of, in the order of the answer; page by page. */
    private static List<String> found(TestServer server, String query) throws Exception {
        String[] parts = query.split("&", 2);
        String asked =
                "q=" + URLEncoder.encode(parts[0], StandardCharsets.UTF_8) + (parts.length == 1 ? "" : "&" + parts[1]);
        List<String> actors = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = server.json("/api/v1/events?limit=1&" + asked + cursor);
            assertThat(page.has("items")).as(page.toString()).isTrue();
            page.get("items")
                    .forEach(event -> actors.add(event.get("actor").get(0).asString()));
            cursor = page.has("next") ? "&cursor=" + page.get("next").asString() : "";
        } while (!cursor.isEmpty());
        return actors;
    }
}
