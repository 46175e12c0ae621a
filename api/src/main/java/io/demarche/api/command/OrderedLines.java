package io.demarche.api.command;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import io.demarche.api.json.JsonMistakes;
import tools.jackson.core.JacksonException;

/** Works on all cores and prints what comes of it in the order in which it was given; a bounded number is under way at a time. */
final class OrderedLines implements AutoCloseable {

    private static final int UNDER_WAY = 512;
    private static final int PROGRESS = 10_000;

    private final String what;
    private final PrintWriter out;
    private final PrintWriter err;
    private final ExecutorService cores =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Queue<Pending> pending = new ArrayDeque<>();
    private long printed;
    private final AtomicLong problems = new AtomicLong();

    /**
     * Prints to {@code out}, and to {@code err} how far it is and what went wrong.
     *
     * @param what is worked on, in the plural
     */
    OrderedLines(String what, PrintWriter out, PrintWriter err) {
        this.what = what;
        this.out = out;
        this.err = err;
    }

    private record Pending(String place, Future<String> line) {}

    /** Something to be printed; what it throws is reported as a problem of that place. */
    void submit(String place, Callable<String> work) throws InterruptedException {
        pending.add(new Pending(place, cores.submit(work)));
        if (pending.size() >= UNDER_WAY) {
            printNext();
        }
    }

    /** Prints what is still under way, and says how many there were; whether all went well. */
    boolean drain() throws InterruptedException {
        while (!pending.isEmpty()) {
            printNext();
        }
        out.flush();
        err.printf("%,d %s, %,d problems%n", printed, what, problems.get());
        err.flush();
        return problems.get() == 0;
    }

    private void printNext() throws InterruptedException {
        Pending next = pending.remove();
        try {
            out.println(next.line().get());
            if (++printed % PROGRESS == 0) {
                err.printf("%,d %s%n", printed, what);
                err.flush();
            }
        } catch (ExecutionException e) {
            problem(next.place(), reason(e.getCause() == null ? e : e.getCause()));
        }
    }

    private static String reason(Throwable cause) {
        if (cause instanceof JacksonException broken) {
            return "no JSON object with the fields of an article: " + JsonMistakes.plain(broken);
        }
        return String.valueOf(cause.getMessage());
    }

    /** Reports what went wrong at a place; any thread may. */
    void problem(String place, String message) {
        problems.incrementAndGet();
        err.println("demarche: " + place + ": " + message);
        err.flush();
    }

    @Override
    public void close() {
        cores.shutdownNow();
    }
}
