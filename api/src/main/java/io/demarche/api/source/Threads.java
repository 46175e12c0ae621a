package io.demarche.api.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for work that mostly waits. */
final class Threads {

    private Threads() {}

    /** A thread for each task: a virtual one where the JVM has them (JDK 21), else one of the system, used again. */
    static ExecutorService perTask() {
        try {
            return (ExecutorService) MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class))
                    .invoke();
        } catch (NoSuchMethodException e) {
            return Executors.newCachedThreadPool();
        } catch (Throwable e) {
            throw new IllegalStateException("virtual threads are there, but cannot be made", e);
        }
    }
}
