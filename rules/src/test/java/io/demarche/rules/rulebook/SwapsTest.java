package io.demarche.rules.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.RulebookFile;
import io.demarche.core.statement.Reading;
import org.junit.jupiter.api.Test;

/** A thousand revisions, each put in force and evaluated, leave nothing behind: no class, no metaspace, no heap. */
class SwapsTest {

    private static final int WARM_UP = 300;
    private static final int SWAPS = 1_000;
    private static final long SOME_MEGABYTES = 8_000_000;

    private final DrlCompiler compiler = new DrlCompiler();
    private final Reading reading =
            Statements.reading("EXPULSION IMPOSE ADOPTED POL>RUS", "RECALL IMPOSE ADOPTED RUS>POL");

    @Test
    void leaveHeapAndMetaspaceFlat() {
        swap(0, WARM_UP);
        long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        long metaspace = used("Metaspace");
        long heap = heap();
        swap(WARM_UP, SWAPS);
        assertThat(ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() - classes)
                .isLessThan(100);
        assertThat(used("Metaspace") - metaspace).isLessThan(SOME_MEGABYTES / 4);
        assertThat(heap() - heap).isLessThan(SOME_MEGABYTES);
    }

    private void swap(int from, int count) {
        CompiledRulebook current = null;
        for (int i = from; i < from + count; i++) {
            current = compiler.compile(i + 1, List.of(new RulebookFile("a.drl", text(i))))
                    .orThrow();
            assertThat(current.evaluate(Statements.ARTICLE, reading, List.of()).flags())
                    .hasSize(1);
        }
        assertThat(current).isNotNull();
    }

    /** Twenty rules, of which one fires; every revision's text is new. The padding fills what the compiler keeps of old texts. */
    private static String text(int revision) {
        return "// revision " + revision + " ".repeat(20_000)
                + IntStream.range(0, 20)
                        .mapToObj(i ->
                                "\nrule \"r%d\" when $s : Statement( actor == \"POL\", count %s %d ) then flag($s, \"x\"); end"
                                        .formatted(i, i == 0 ? "!=" : ">", revision + i))
                        .collect(Collectors.joining());
    }

    private static long used(String pool) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(found -> found.getName().equals(pool))
                .mapToLong((MemoryPoolMXBean found) -> found.getUsage().getUsed())
                .sum();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
