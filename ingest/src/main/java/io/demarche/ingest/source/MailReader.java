package io.demarche.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import io.demarche.ingest.extract.Extract;
import io.demarche.ingest.extract.PageExtractor;
import io.demarche.ingest.extract.SavedText;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/** Newsletters: messages (RFC 5322, MIME), one in a file or many (mbox, RFC 4155). */
final class MailReader {

    private static final int MOST_HEADERS = 1_000;

    private MailReader() {}

    /** The messages of an mbox: each begins with a line that begins with "From ". */
    static List<byte[]> split(byte[] mbox) {
        List<byte[]> messages = new ArrayList<>();
        String all = new String(mbox, StandardCharsets.ISO_8859_1);
        int start = all.startsWith("From ") ? 0 : -1;
        while (start >= 0) {
            int body = all.indexOf('\n', start) + 1;
            int next = body == 0 ? -1 : all.indexOf("\nFrom ", body);
            String message = body == 0 ? "" : all.substring(body, next < 0 ? all.length() : next);
            if (!message.isBlank()) {
                messages.add(message.replace("\n>From ", "\nFrom ").getBytes(StandardCharsets.ISO_8859_1));
            }
            start = next < 0 ? -1 : next + 1;
        }
        return messages;
    }

    /**
     * The article in a message: its HTML part if there is one, or else its text.
     *
     * @throws IOException if it is no message
     */
    static Extract read(byte[] mail) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(
                MimeConfig.custom().setMaxHeaderCount(MOST_HEADERS).build());
        try (InputStream in = new ByteArrayInputStream(mail)) {
            Message message = builder.parseMessage(in);
            Entity html = part(message, "text/html");
            Entity plain = part(message, "text/plain");
            String subject = message.getSubject() == null ? "" : message.getSubject();
            Extract body = html == null
                    ? SavedText.extract(subject + "\n" + (plain == null ? "" : text(plain)))
                    : PageExtractor.extract(text(html), "");
            Date date = message.getDate();
            return new Extract(
                    subject,
                    body.text(),
                    null,
                    null,
                    message.getFrom() == null || message.getFrom().isEmpty()
                            ? null
                            : message.getFrom().get(0).getName(),
                    body.language(),
                    date == null ? null : date.toInstant(),
                    body.captions(),
                    body.related(),
                    null);
        }
    }

    private static @Nullable Entity part(Entity entity, String type) {
        if (entity.getBody() instanceof Multipart parts) {
            for (Entity part : parts.getBodyParts()) {
                Entity found = part(part, type);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return entity.getMimeType().equals(type) && entity.getBody() instanceof TextBody ? entity : null;
    }

    private static String text(Entity part) throws IOException {
        TextBody body = (TextBody) part.getBody();
        StringBuilder text = new StringBuilder();
        char[] some = new char[8_192];
        try (java.io.Reader reader = body.getReader()) {
            for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
                text.append(some, 0, read);
            }
        }
        return text.toString();
    }
}
