package io.demarche.api.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.demarche.api.web.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.util.AntPathMatcher;

/** The table of docs/access.md, read by itself, with a matcher of paths that the server does not use. */
record DocumentedAccess(List<Row> rows) {

    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+)` \\| `([^`]+)` \\| ([A-Z]+) \\| (yes)? ?\\|");
    private static final AntPathMatcher PATHS = new AntPathMatcher();

    record Row(String method, String pattern, String need, boolean isChange) {}

    static DocumentedAccess read() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("../docs/access.md"))) {
            return new DocumentedAccess(lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4) != null))
                    .toList());
        }
    }

    /** What a call needs. */
    String need(String method, String path) {
        return rows.stream()
                .filter(row ->
                        row.method().equals(method.equals("HEAD") ? "GET" : method) && PATHS.match(row.pattern(), path))
                .map(Row::need)
                .findFirst()
                .orElse("ADMINISTRATOR");
    }

    /** Whether somebody with that role may make that call; null is for nobody in particular. */
    boolean allows(@Nullable Role role, String method, String path) {
        String need = need(method, path);
        return need.equals("EVERYBODY")
                || (role != null
                        && (need.equals("READER")
                                || role == Role.ADMINISTRATOR
                                || role.name().equals(need)));
    }
}
