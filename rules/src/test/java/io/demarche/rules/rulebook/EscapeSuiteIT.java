package io.demarche.rules.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every escape, each in a process of its own with 64 MB of heap: none touches its canary, exits the process, takes more than a second
 * of the processor, or is refused without a place and a reason. {@link ClassicDroolsIT} shows that the canaries sing elsewhere.
 */
@Execution(ExecutionMode.CONCURRENT)
@Tag("long")
class EscapeSuiteIT {

    static List<Escape> escapes() {
        return Escape.all();
    }

    @Test
    void thereAreMoreThanSixty() {
        assertThat(escapes()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void noneGetsOut(Escape escape, @TempDir Path folder) throws IOException, InterruptedException {
        Path canary = folder.resolve("canary");
        Path text = Files.writeString(folder.resolve("hostile.drl"), escape.text(canary));
        Process process = Escape.program(EscapeRunner.class, "64m", text).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        assertThat(canary).doesNotExist();
        if (escape.refused()) {
            assertThat(out).contains("refused [hostile.drl:");
        } else {
            assertThat(out).contains("harmless");
        }
    }
}
