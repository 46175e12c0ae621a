package io.demarche.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

class ContentEncodingTest {

    /** "hello" in Brotli, in a block that is not compressed (RFC 7932 section 9.2). */
    private static final byte[] HELLO = {0x0b, 0x02, (byte) 0x80, 'h', 'e', 'l', 'l', 'o', 0x03};

    @Test
    void brotliIsUnpackedUpToTheLimit() {
        assertThat(text(ContentEncoding.decode("br", HELLO, 5))).hasValue("hello");
        assertThat(ContentEncoding.decode("br", HELLO, 4)).isEmpty();
        assertThat(ContentEncoding.decode("br", new byte[] {1, 2, 3}, 100)).isEmpty();
    }

    @Test
    void documentsThatArePackedThemselvesAreUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(text(ContentEncoding.decode(null, packed.toByteArray(), 5))).hasValue("hello");
        assertThat(ContentEncoding.decode(null, packed.toByteArray(), 4)).isEmpty();
    }

    @Test
    void allElseStaysAsItIs() {
        assertThat(text(ContentEncoding.decode("identity", "hello".getBytes(StandardCharsets.UTF_8), 5)))
                .hasValue("hello");
    }

    private static Optional<String> text(Optional<byte[]> bytes) {
        return bytes.map(plain -> new String(plain, StandardCharsets.UTF_8));
    }
}
