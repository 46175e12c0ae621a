package io.demarche.rules.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule text that tries to do what no rule may: run code, read or write files, hang, fill the memory.
 *
 * @param name what it tries
 * @param refused whether the compiler must refuse it; if not, it must be harmless
 * @param text the text; {@code CANARY} stands for the path of a file that code in it would create
 */
record Escape(String name, boolean refused, String text) {

    private static final String HEAD = "=== ";
    private static final Pattern REPEAT = Pattern.compile("REPEAT\\{(\\d+)\\|(.*?)}");

    /** All of them. */
    static List<Escape> all() {
        List<Escape> escapes = new ArrayList<>();
        for (String block : file().split("(?m)^" + HEAD)) {
            if (!block.isBlank()) {
                int line = block.indexOf('\n');
                String[] head = block.substring(0, line).split(": ", 2);
                escapes.add(new Escape(head[1], head[0].equals("refused"), repeated(block.substring(line + 1))));
            }
        }
        return escapes;
    }

    /** The text with a path for its canary. */
    String text(Path canary) {
        return text.replace("CANARY", canary.toString());
    }

    /** That program on the text, in a JVM of its own with so much heap. */
    static ProcessBuilder program(Class<?> main, String heap, Path text) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        main.getName(),
                        text.toString())
                .redirectErrorStream(true);
    }

    private static String repeated(String text) {
        return REPEAT.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
    }

    private static String file() {
        try (InputStream in = Escape.class.getResourceAsStream("escapes.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
