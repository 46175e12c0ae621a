package io.demarche.api.store;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.demarche.core.pipeline.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions by Spring. Work that lost a race for a lock is done again from its beginning.
 *
 * <p>On the embedded database they run one after another. H2 writes the roots of its maps one by one, so what it stores while a second
 * transaction is under way may hold that one's rows without its undo log; after a crash, a transaction with the same number takes
 * such a row for its own.
 */
final class SpringTransactions implements Transactions {

    private static final int MOST_TRIES = 5;

    private final TransactionTemplate template;
    private final @Nullable Lock oneAtATime;

    SpringTransactions(TransactionTemplate template, boolean embedded) {
        this.template = template;
        this.oneAtATime = embedded ? new ReentrantLock() : null;
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        if (oneAtATime == null) {
            return retried(work);
        }
        oneAtATime.lock();
        try {
            return retried(work);
        } finally {
            oneAtATime.unlock();
        }
    }

    private <T> T retried(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(template.execute(status -> work.get()));
            } catch (TransientDataAccessException e) {
                if (attempt == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }
}
