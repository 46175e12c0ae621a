package io.demarche.api.store;

import java.util.Objects;
import java.util.function.Supplier;

import io.demarche.core.pipeline.Transactions;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions by Spring. Work that lost a race for a lock is done again from its beginning. */
final class SpringTransactions implements Transactions {

    private static final int MOST_TRIES = 5;

    private final TransactionTemplate template;

    SpringTransactions(TransactionTemplate template) {
        this.template = template;
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
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
