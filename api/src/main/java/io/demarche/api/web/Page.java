package io.demarche.api.web;

import java.util.List;

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

    /** A page that ends at that place, or at the end of the list. */
    public static <T> Page<T> of(List<T> items, @Nullable Cursor end) {
        return new Page<>(items, end == null ? null : end.text());
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
