package io.demarche.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collector of OpenTelemetry is sent what became of a request, what was read in its article, and each attempt to deliver. */
class TracesIT {

    @TempDir
    private Path data;

    private final List<Span> spans = new CopyOnWriteArrayList<>();

    @Test
    void whatIsReadForARequestIsPartOfItsTrace() throws Exception {
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", this::collect);
        collector.start();
        try (Receiver receiver = new Receiver();
                TestServer server = new TestServer(
                        "demarche.data=" + data,
                        "management.opentelemetry.tracing.export.schedule-delay=50ms",
                        "management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:"
                                + collector.getAddress().getPort() + "/v1/traces")) {
            server.post("/api/v1/subscriptions", Map.of("url", receiver.url().toString()));
            server.post("/api/v1/articles", Map.of("title", "News", "text", "Norway expelled two Russian diplomats."));
            String delivery = receiver.next().headers().firstValue("webhook-id").orElseThrow();
            await().until(() -> spans.stream().anyMatch(span -> span.getName().equals("demarche.attempt"))
                    && spans.stream().anyMatch(span -> span.getName().equals("http post /api/v1/articles")));

            Span request = span("http post /api/v1/articles");
            Span reading = span("demarche.reading");
            assertThat(reading.getParentSpanId()).isEqualTo(request.getSpanId());
            assertThat(reading.getTraceId()).isEqualTo(request.getTraceId());
            assertThat(attribute(reading, "article")).startsWith("art_");
            assertThat(attribute(span("demarche.attempt"), "delivery")).isEqualTo(delivery);
            assertThat(attribute(span("demarche.attempt"), "outcome")).isEqualTo("accepted");
        } finally {
            collector.stop(0);
        }
    }

    /**
     * The pauses of the garbage collector are measured by a thread of their own, during the start, too. If that asked Spring for the trace to
     * which a figure belongs, it would wait for the start, and the start for it.
     */
    @Test
    void noFigureAsksForItsTrace() throws ClassNotFoundException {
        try (TestServer server = new TestServer(data)) {
            assertThat(server.has(Class.forName("io.prometheus.metrics.tracer.common.SpanContext")))
                    .isFalse();
        }
    }

    private Span span(String name) {
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String attribute(Span span, String key) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElseThrow();
    }

    private void collect(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = exchange.getRequestBody()) {
            ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
                    .flatMap(resource -> resource.getScopeSpansList().stream())
                    .forEach(scope -> spans.addAll(scope.getSpansList()));
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
