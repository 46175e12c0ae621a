package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The sessions of one KieBase. A session has room for each node of all rules, so that a new one for each reading costs the more the
 * more rules there are; here one is used again, by one thread at a time, once its facts are deleted.
 */
final class Sessions {

    private final KieBase kieBase;
    private final Queue<KieSession> idle = new ConcurrentLinkedQueue<>();

    Sessions(KieBase kieBase) {
        this.kieBase = kieBase;
    }

    /** Fires all rules on these facts and no others; false if a budget is used up. */
    boolean fire(List<Fact> facts) {
        KieSession free = idle.poll();
        KieSession session = free == null ? kieBase.newKieSession() : free;
        boolean reusable = false;
        try {
            List<FactHandle> handles = new ArrayList<>(facts.size());
            facts.forEach(fact -> handles.add(session.insert(fact)));
            session.fireAllRules();
            handles.forEach(session::delete);
            reusable = true;
            return true;
        } catch (RuntimeException e) {
            if (isExhausted(e)) {
                return false;
            }
            throw e;
        } finally {
            if (reusable) {
                idle.add(session);
            } else {
                session.dispose();
            }
        }
    }

    private static boolean isExhausted(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof Budget.Exhausted)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
