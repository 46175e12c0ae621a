package io.demarche.api.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import io.demarche.core.delivery.Exchange;
import io.micronaut.http.ByteBodyHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers, of which only the beginning is read, however long they go on. */
final class Answers {

    private Answers() {}

    /** The body of the answer in UTF-8, up to {@link Exchange#MAX_BODY} bytes. The answer is closed then. */
    static Mono<String> body(ByteBodyHttpResponse<?> answer) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        return Flux.from(answer.byteBody().toByteArrayPublisher())
                .doOnNext(part -> body.write(part, 0, Math.min(part.length, Exchange.MAX_BODY - body.size())))
                .takeUntil(part -> body.size() >= Exchange.MAX_BODY)
                .then(Mono.fromSupplier(() -> body.toString(StandardCharsets.UTF_8)))
                .doFinally(end -> answer.close());
    }
}
