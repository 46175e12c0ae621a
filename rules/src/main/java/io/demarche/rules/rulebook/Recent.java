package io.demarche.rules.rulebook;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What was made last, up to a weight, so that it need not be made again. Safe for many threads. */
final class Recent<K, V> {

    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final long most;
    private final ToLongFunction<K> weight;
    private long weighs;

    Recent(long most, ToLongFunction<K> weight) {
        this.most = most;
        this.weight = weight;
    }

    synchronized V get(K key, Function<K, V> make) {
        V value = kept.get(key);
        if (value == null) {
            value = make.apply(key);
            kept.put(key, value);
            weighs += weight.applyAsLong(key);
            Iterator<K> eldest = kept.keySet().iterator();
            while (weighs > most && kept.size() > 1) {
                weighs -= weight.applyAsLong(eldest.next());
                eldest.remove();
            }
        }
        return value;
    }
}
