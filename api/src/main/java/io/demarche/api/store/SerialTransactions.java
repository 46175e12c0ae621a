package io.demarche.api.store;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.demarche.core.pipeline.Transactions;

/**
 * Transactions one after another, for the embedded database. H2 writes the roots of its maps one by one, so what it stores while a
 * second transaction is under way may hold that one's rows without its undo log; after a crash, a transaction with the same number
 * takes such a row for its own.
 */
final class SerialTransactions implements Transactions {

    private final Transactions transactions;
    private final Lock lock = new ReentrantLock();

    SerialTransactions(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        lock.lock();
        try {
            return transactions.inOne(work);
        } finally {
            lock.unlock();
        }
    }
}
