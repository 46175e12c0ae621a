package io.demarche.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class SpringTransactionsTest {

    @Test
    void embeddedTransactionsRunOneAfterAnother() throws InterruptedException {
        List<String> steps = new CopyOnWriteArrayList<>();
        SpringTransactions transactions = new SpringTransactions(new TransactionTemplate(new Manager(steps)), true);
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
    private record Manager(List<String> steps) implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            steps.add("begin");
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {
            steps.add("commit");
        }

        @Override
        public void rollback(TransactionStatus status) {
            steps.add("rollback");
        }
    }
}
