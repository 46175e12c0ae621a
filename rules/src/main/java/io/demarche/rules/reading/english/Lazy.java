package io.demarche.rules.reading.english;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** What is made when it is first asked for. Confined to one thread. */
final class Lazy<T> {

    private final Supplier<T> make;
    private @Nullable T made;

    Lazy(Supplier<T> make) {
        this.make = make;
    }

    T get() {
        T value = made;
        if (value == null) {
            value = make.get();
            made = value;
        }
        return value;
    }
}
