package io.demarche.rules.rulebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was made last, so that it need not be made again. Safe for many threads. */
final class Recent<K, V> {

    private final Map<K, V> kept;

    Recent(int most) {
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    V get(K key, Function<K, V> make) {
        synchronized (kept) {
            V value = kept.get(key);
            if (value == null) {
                value = make.apply(key);
                kept.put(key, value);
            }
            return value;
        }
    }
}
