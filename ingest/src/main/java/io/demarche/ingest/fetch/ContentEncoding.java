package io.demarche.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP client leaves packed: Brotli (RFC 7932), and documents that are packed themselves, as site maps are ({@code .xml.gz}). Never more than a limit is
 * unpacked.
 */
final class ContentEncoding {

    private ContentEncoding() {}

    /**
     * The body, unpacked.
     *
     * @param encoding the header field {@code Content-Encoding}, as far as the client has left it
     * @return empty if it is larger than {@code most} bytes, or broken
     */
    static Optional<byte[]> decode(@Nullable String encoding, byte[] body, int most) {
        try {
            if ("br".equalsIgnoreCase(encoding)) {
                return read(new BrotliInputStream(new ByteArrayInputStream(body)), most);
            }
            boolean packed = body.length > 2 && body[0] == 0x1F && (body[1] & 0xFF) == 0x8B;
            return packed ? read(new GZIPInputStream(new ByteArrayInputStream(body)), most) : Optional.of(body);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> read(InputStream unpacking, int most) throws IOException {
        try (unpacking) {
            byte[] plain = unpacking.readNBytes(most + 1);
            return plain.length > most ? Optional.empty() : Optional.of(plain);
        }
    }
}
