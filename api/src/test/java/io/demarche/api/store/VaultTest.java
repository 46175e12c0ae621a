package io.demarche.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final String ONE = key(1);
    private static final String OTHER = key(2);

    @Test
    void whatIsSealedIsOpenedAndNeverLooksTheSame() {
        Vault vault = new Vault(List.of(ONE));
        String sealed = vault.seal("whsec_ä");
        assertThat(vault.open(sealed)).isEqualTo("whsec_ä");
        assertThat(sealed).doesNotContain("whsec").isNotEqualTo(vault.seal("whsec_ä"));
    }

    @Test
    void theFirstKeySealsAndAllOpen() {
        String old = new Vault(List.of(ONE)).seal("a");
        Vault both = new Vault(List.of(OTHER, ONE));
        assertThat(both.open(old)).isEqualTo("a");
        assertThat(both.isCurrent(old)).isFalse();
        assertThat(both.isCurrent(both.seal("a"))).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> new Vault(List.of(OTHER)).open(old))
                .withMessageContaining("demarche.secrets.keys");
    }

    @Test
    void whatWasChangedIsNotOpened() {
        Vault vault = new Vault(List.of(ONE));
        String sealed = vault.seal("a");
        char last = sealed.charAt(sealed.length() - 5);
        String changed = sealed.substring(0, sealed.length() - 5)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 4);
        assertThatIllegalStateException().isThrownBy(() -> vault.open(changed)).withMessageContaining("was changed");
    }

    @Test
    void aKeyIs32BytesInBase64() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Vault(List.of("short")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Vault(List.of("&")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Vault(List.of()));
    }

    @Test
    void withoutAKeyOneIsMadeThatOnlyItsOwnerReads(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("data").resolve("secrets.key");
        String sealed = Vault.in(file).seal("a");
        assertThat(Vault.in(file).open(sealed)).isEqualTo("a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
