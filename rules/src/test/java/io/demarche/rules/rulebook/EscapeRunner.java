package io.demarche.rules.rulebook;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.demarche.core.rulebook.Compilation;
import io.demarche.core.rulebook.Compilation.Broken;
import io.demarche.core.rulebook.Compilation.Compiled;
import io.demarche.core.rulebook.RulebookFile;
import io.demarche.core.statement.Reading;

/**
 * Compiles one rule text and evaluates what comes of it, in a process of its own, and prints {@code refused} with the problems or
 * {@code harmless}. Exits with {@value #TOO_LONG} if that took more than a second of the processor, and with {@value #HANGS} if it
 * never ended.
 */
final class EscapeRunner {

    static final int TOO_LONG = 3;
    static final int HANGS = 4;
    private static final long PATIENCE_SECONDS = 30;
    private static final Reading READING = Statements.reading(IntStream.range(0, 80)
            .mapToObj(i -> "RECALL IMPOSE ADOPTED A%02d>RUS".formatted(i))
            .toArray(String[]::new));

    private EscapeRunner() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        String text = Files.readString(Path.of(arguments[0]));
        DrlCompiler compiler = new DrlCompiler();
        run(compiler, "rule \"warm\" when $s : Statement( actor == \"A01\" ) then flag($s, \"x\"); end");
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[1];
        Thread worker = new Thread(() -> {
            System.out.println(run(compiler, text));
            nanos[0] = threads.getCurrentThreadCpuTime();
        });
        worker.setDaemon(true);
        worker.start();
        worker.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        if (worker.isAlive()) {
            Runtime.getRuntime().halt(HANGS);
        }
        System.exit(nanos[0] > TimeUnit.SECONDS.toNanos(1) ? TOO_LONG : 0);
    }

    private static String run(DrlCompiler compiler, String text) {
        Compilation compilation = compiler.compile(1, List.of(new RulebookFile("hostile.drl", text)));
        if (compilation instanceof Broken broken) {
            return "refused " + broken.problems();
        }
        ((Compiled) compilation).rulebook().evaluate(Statements.ARTICLE, READING, List.of());
        return "harmless";
    }
}
