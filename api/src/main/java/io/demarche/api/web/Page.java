package io.demarche.api.web;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A part of a list.
 *
 * @param next the cursor to the part after it; absent if this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * The page that begins a list of rows, of which one more than the page holds was asked for.
     *
     * @param item what a row shows
     * @param place where a row stands in the list
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> item, Function<R, Cursor> place) {
        boolean more = rows.size() > limit;
        List<T> items = rows.stream().limit(limit).map(item).toList();
        return new Page<>(items, more ? place.apply(rows.get(limit - 1)).text() : null);
    }

    /** The answer with this page, with a Link field (RFC 8288) to the next one. */
    public static <T> ResponseEntity<Page<T>> answer(Page<T> page) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (page.next() != null) {
            String next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("cursor", page.next())
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(page);
    }
}
