package io.demarche.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import io.demarche.core.pipeline.Transactions;
import org.junit.jupiter.api.Test;

class SerialTransactionsTest {

    @Test
    void oneEndsBeforeTheNextBegins() throws InterruptedException {
        List<String> steps = new CopyOnWriteArrayList<>();
        Transactions transactions = new SerialTransactions(new Noting(steps));
        Thread second = new Thread(() -> transactions.inOne(() -> steps.add("second")));

        transactions.inOne(() -> {
            second.start();
            while (second.getState() != Thread.State.WAITING && second.getState() != Thread.State.TERMINATED) {
                Thread.onSpinWait();
            }
            return steps.add("first");
        });
        second.join();

        assertThat(steps).containsExactly("begin", "first", "commit", "begin", "second", "commit");
    }

    /** Notes where transactions begin and end. */
    private record Noting(List<String> steps) implements Transactions {

        @Override
        public <T> T inOne(Supplier<T> work) {
            steps.add("begin");
            T result = work.get();
            steps.add("commit");
            return result;
        }
    }
}
