package io.demarche.core.pipeline;

import java.util.function.Supplier;

/** All or nothing. */
public interface Transactions {

    /** Does the work in one transaction: its changes to the stores are all kept, or, if it throws, none. */
    <T> T inOne(Supplier<T> work);
}
