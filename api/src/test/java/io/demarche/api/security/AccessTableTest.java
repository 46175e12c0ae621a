package io.demarche.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The table of access is documented as it is. */
class AccessTableTest {

    @Test
    void theDocumentedTableIsTheOneThatDecides() throws IOException {
        List<DocumentedAccess.Row> decides = AccessTable.LINES.stream()
                .map(line -> new DocumentedAccess.Row(
                        String.valueOf(line.method()),
                        line.pattern(),
                        line.need().name(),
                        line.isChange()))
                .toList();

        assertThat(DocumentedAccess.read().rows()).isEqualTo(decides);
    }
}
