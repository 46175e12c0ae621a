package io.demarche.api.security;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import io.demarche.api.web.Caller;
import io.demarche.api.web.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Which call needs which role: the first line that fits decides, and what no line fits is for administrators. docs/access.md shows the
 * same table, and a test compares the two and tries every call with every role.
 */
final class AccessTable {

    private static final Line REST =
            new Line(null, "/**", Need.ADMINISTRATOR, true, PathPatternRequestMatcher.pathPattern("/**"));

    static final List<Line> LINES = List.of(
            read(GET, "/", Need.EVERYBODY),
            read(GET, "/*.html", Need.EVERYBODY),
            read(GET, "/*.js", Need.EVERYBODY),
            read(GET, "/*.css", Need.EVERYBODY),
            read(GET, "/docs/**", Need.EVERYBODY),
            read(GET, "/swagger-ui/**", Need.EVERYBODY),
            read(GET, "/api/v1/openapi/**", Need.EVERYBODY),
            read(GET, "/api/v1/openapi.yaml", Need.EVERYBODY),
            read(GET, "/actuator/health/**", Need.EVERYBODY),
            read(GET, "/actuator/prometheus", Need.READER),
            read(GET, "/websub/*", Need.EVERYBODY),
            read(POST, "/websub/*", Need.EVERYBODY),
            read(GET, "/api/v1/session", Need.EVERYBODY),
            read(POST, "/api/v1/session", Need.EVERYBODY),
            read(DELETE, "/api/v1/session", Need.EVERYBODY),
            change(POST, "/api/v1/setup", Need.EVERYBODY),
            read(GET, "/api/v1/events/**", Need.READER),
            read(GET, "/api/v1/events.ndjson", Need.READER),
            read(GET, "/api/v1/events.csv", Need.READER),
            read(GET, "/api/v1/events.parquet", Need.READER),
            read(GET, "/api/v1/events.atom", Need.READER),
            read(GET, "/api/v1/events.jsonfeed", Need.READER),
            change(POST, "/api/v1/events/*/marks", Need.ANALYST),
            change(POST, "/api/v1/events/*/merges", Need.ANALYST),
            change(POST, "/api/v1/events/*/splits", Need.ANALYST),
            change(POST, "/api/v1/articles/*/marks", Need.ANALYST),
            read(GET, "/api/v1/labels", Need.READER),
            read(GET, "/api/v1/dyads/**", Need.READER),
            read(GET, "/api/v1/articles/**", Need.READER),
            read(POST, "/api/v1/articles", Need.EDITOR),
            read(POST, "/api/v1/read", Need.READER),
            read(GET, "/api/v1/sources/**", Need.READER),
            change(POST, "/api/v1/sources/**", Need.EDITOR),
            change(DELETE, "/api/v1/sources/**", Need.EDITOR),
            read(GET, "/api/v1/parties", Need.READER),
            read(GET, "/api/v1/kinds", Need.READER),
            read(GET, "/api/v1/measures", Need.READER),
            read(GET, "/api/v1/rulebook/drafts/**", Need.ANALYST),
            read(GET, "/api/v1/rulebook/**", Need.READER),
            read(POST, "/api/v1/rulebook/drafts/*/check", Need.ANALYST),
            read(POST, "/api/v1/rulebook/drafts/*/examples", Need.ANALYST),
            read(POST, "/api/v1/rulebook/drafts/*/rehearsal", Need.ANALYST),
            change(POST, "/api/v1/rulebook/**", Need.ANALYST),
            change(PUT, "/api/v1/rulebook/**", Need.ANALYST),
            change(DELETE, "/api/v1/rulebook/**", Need.ANALYST),
            read(POST, "/api/v1/subscriptions/matches", Need.SUBSCRIBER),
            read(POST, "/api/v1/subscriptions/preview", Need.SUBSCRIBER),
            read(GET, "/api/v1/subscriptions/**", Need.SUBSCRIBER),
            change(POST, "/api/v1/subscriptions/**", Need.SUBSCRIBER),
            change(PUT, "/api/v1/subscriptions/**", Need.SUBSCRIBER),
            change(DELETE, "/api/v1/subscriptions/**", Need.SUBSCRIBER),
            read(GET, "/api/v1/accounts/*/keys", Need.READER),
            change(POST, "/api/v1/accounts/*/keys", Need.READER),
            change(DELETE, "/api/v1/accounts/*/keys/*", Need.READER),
            read(GET, "/api/v1/accounts/**", Need.ADMINISTRATOR),
            change(POST, "/api/v1/accounts", Need.ADMINISTRATOR),
            change(PUT, "/api/v1/accounts/*", Need.ADMINISTRATOR),
            read(GET, "/api/v1/audit", Need.ADMINISTRATOR));

    private AccessTable() {}

    /** What a call needs. */
    enum Need {
        EVERYBODY,
        READER,
        SUBSCRIBER,
        ANALYST,
        EDITOR,
        ADMINISTRATOR;

        boolean isMetBy(@Nullable Caller caller) {
            return this == EVERYBODY || (caller != null && caller.is(Role.valueOf(name())));
        }
    }

    /**
     * A line of the table.
     *
     * @param method null for every one; GET stands for HEAD, too
     * @param isChange whether such a call is written to the audit log
     * @param path the pattern, as it is matched
     */
    record Line(
            @Nullable HttpMethod method, String pattern, Need need, boolean isChange, PathPatternRequestMatcher path) {

        private boolean fits(HttpServletRequest request) {
            HttpMethod asked = HttpMethod.valueOf(request.getMethod());
            return (method == null || method.equals(asked.equals(HttpMethod.HEAD) ? GET : asked))
                    && path.matches(request);
        }
    }

    /** The line that decides on a request. */
    static Line line(HttpServletRequest request) {
        return LINES.stream().filter(line -> line.fits(request)).findFirst().orElse(REST);
    }

    private static Line read(HttpMethod method, String pattern, Need need) {
        return new Line(method, pattern, need, false, PathPatternRequestMatcher.pathPattern(pattern));
    }

    private static Line change(HttpMethod method, String pattern, Need need) {
        return new Line(method, pattern, need, true, PathPatternRequestMatcher.pathPattern(pattern));
    }
}
