package io.demarche.api.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import io.demarche.api.Databases;
import io.demarche.api.TestServer;
import io.demarche.api.store.Expiring;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is past its time ends; what is not, and what an event was flagged for, stays. */
class RetentionIT {

    private static final String QUIET =
            "The minister opened a library in the old harbour on Monday, and praised its architect.";

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void articlesWithoutAnEventAndEntriesOfTheAuditLogEnd(Databases database) throws Exception {
        try (TestServer server = new TestServer(Stream.concat(
                        Arrays.stream(database.fresh(data)),
                        Stream.of(
                                "demarche.article.unflagged-kept=30d",
                                "demarche.security.audit-kept=60d",
                                "demarche.security.open=true"))
                .toArray(String[]::new))) {
            String quiet = push(server, QUIET);
            String flagged = push(server, "Norway expelled two Russian diplomats.");
            server.post("/api/v1/subscriptions", Map.of("url", "http://127.0.0.1:9/hook"));
            Expiring articles = server.part("unflaggedArticles", Expiring.class);
            Expiring entries = server.part("oldAuditEntries", Expiring.class);
            int changes = server.json("/api/v1/audit").get("items").size();
            assertThat(changes).isPositive();

            Instant soon = Instant.now().plus(Duration.ofDays(29));
            assertThat(articles.expire(soon)).isZero();
            assertThat(server.get("/api/v1/articles/" + quiet).statusCode()).isEqualTo(200);

            Instant later = Instant.now().plus(Duration.ofDays(59));
            assertThat(articles.expire(later)).isEqualTo(1);
            assertThat(articles.expire(later)).isZero();
            assertThat(server.get("/api/v1/articles/" + quiet).statusCode()).isEqualTo(404);
            assertThat(server.get("/api/v1/articles/" + flagged).statusCode()).isEqualTo(200);
            assertThat(entries.expire(later)).isZero();

            assertThat(push(server, QUIET)).isEqualTo(quiet);
            assertThat(server.json("/api/v1/articles/" + quiet).has("copyOf")).isFalse();
            assertThat(entries.expire(Instant.now().plus(Duration.ofDays(61)))).isEqualTo(changes);
        }
    }

    private static String push(TestServer server, String text) throws Exception {
        return server.post("/api/v1/articles", Map.of("text", text)).get("id").asString();
    }
}
