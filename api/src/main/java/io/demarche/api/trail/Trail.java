package io.demarche.api.trail;

import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What becomes of an article, a line of the log for each step, once it is committed. Each names the ids by which it joins the step before and the step after, in its
 * message and, where the log is structured, as fields of their own.
 */
public final class Trail {

    private static final Logger LOG = LoggerFactory.getLogger(Trail.class);

    private Trail() {}

    /** A new article was found at a source. */
    public static void found(String source, String article) {
        step("article {article} is new at source {source}", Map.of("source", source, "article", article));
    }

    /** An article tells of an event. */
    public static void told(String article, String event) {
        step("event {event} is told of by article {article}", Map.of("article", article, "event", event));
    }

    /** An event, or another message of that id, is owed to a subscription. */
    public static void owed(String event, String delivery, String subscription) {
        step(
                "delivery {delivery} owes {event} to subscription {subscription}",
                Map.of("event", event, "delivery", delivery, "subscription", subscription));
    }

    /** A delivery was tried. */
    public static void tried(String delivery, int attempt, String outcome) {
        step(
                "delivery {delivery} was tried, attempt {attempt}: {outcome}",
                Map.of("delivery", delivery, "attempt", attempt, "outcome", outcome));
    }

    private static void step(String message, Map<String, Object> fields) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    log(message, fields);
                }
            });
        } else {
            log(message, fields);
        }
    }

    private static void log(String message, Map<String, Object> fields) {
        LoggingEventBuilder line = LOG.atInfo();
        String text = message;
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            line = line.addKeyValue(field.getKey(), field.getValue());
            text = text.replace('{' + field.getKey() + '}', field.getValue().toString());
        }
        line.log(text);
    }
}
