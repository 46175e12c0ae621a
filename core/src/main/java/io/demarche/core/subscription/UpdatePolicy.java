package io.demarche.core.subscription;

import java.util.ArrayList;
import java.util.List;

import io.demarche.core.event.Update;

/**
 * When a subscriber who knows of an event wants to hear of it again.
 *
 * @param everyReport at every further report
 * @param severityRises when a report makes it more severe
 * @param outlets when so many outlets tell of it; 0 for never
 */
public record UpdatePolicy(boolean everyReport, boolean severityRises, int outlets) {

    /** Never. */
    public static final UpdatePolicy FIRST_ONLY = new UpdatePolicy(false, false, 0);

    /** The occasions that the update gives to tell of the event again, the best first. Each is told once. */
    public List<String> occasions(Update update) {
        List<String> occasions = new ArrayList<>();
        if (severityRises && update.isSeverityRaised()) {
            occasions.add("severity rose to " + update.event().severity());
        }
        if (outlets > 0 && update.outlets() >= outlets) {
            occasions.add("told by " + outlets + " outlets");
        }
        if (everyReport && update.before() != null) {
            occasions.add("report " + update.report().article().id());
        }
        return occasions;
    }
}
