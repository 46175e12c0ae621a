package io.demarche.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.demarche.core.event.FlaggedEvent;
import io.demarche.core.event.Report;
import io.demarche.core.event.Reports;
import io.demarche.core.event.Update;
import io.demarche.core.rulebook.PartyLists;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Doing;
import io.demarche.core.subscription.Filter;
import io.demarche.core.subscription.Pace;
import io.demarche.core.subscription.PayloadForm;
import io.demarche.core.subscription.Silence;
import io.demarche.core.subscription.Subscription;
import io.demarche.core.subscription.Subscriptions;
import io.demarche.core.subscription.Terms;
import io.demarche.core.subscription.Timing;
import io.demarche.core.subscription.UpdatePolicy;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Doing DOING = Reports.expulsion("POL", "RUS");
    private static final Report FIRST = Reports.report("One.", DOING, NOW);
    private static final Report SECOND = Reports.report("Two.", DOING, NOW, "tit-for-tat", Severity.CRITICAL);
    private static final FlaggedEvent FOUNDED = FlaggedEvent.foundedBy(FIRST);
    private static final FlaggedEvent RAISED = FOUNDED.with(FlaggedEvent.foundedBy(SECOND));
    private static final Update FOUNDING = new Update(FOUNDED, null, FIRST, 1);
    private static final Update RAISING = new Update(RAISED, FOUNDED, SECOND, 2);

    private final Map<String, State> owed = new LinkedHashMap<>();

    @Test
    void anEventIsToldOnce() {
        dispatch(Terms.STANDARD, FOUNDING, RAISING, RAISING);
        assertThat(owed.values()).containsExactly(new State.Due(NOW));
    }

    @Test
    void thosewhoAskHearOfItAgainOnceForEachOccasion() {
        dispatch(updates(new UpdatePolicy(false, true, 0)), FOUNDING, RAISING, RAISING);
        assertThat(owed).hasSize(2);
        owed.clear();
        dispatch(updates(new UpdatePolicy(false, false, 2)), FOUNDING, RAISING);
        assertThat(owed).hasSize(2);
        owed.clear();
        dispatch(updates(new UpdatePolicy(true, false, 0)), FOUNDING, RAISING);
        assertThat(owed).hasSize(2);
        owed.clear();
        dispatch(updates(new UpdatePolicy(true, true, 2)), FOUNDING, RAISING);
        assertThat(owed)
                .describedAs("one update is told once, whatever its occasions")
                .hasSize(2);
    }

    @Test
    void aSilenceHoldsWhatItCovers() {
        Silence silence = new Silence(Filter.EVERYTHING, NOW.plusSeconds(1));
        Silence past = new Silence(Filter.EVERYTHING, NOW);
        dispatch(terms(UpdatePolicy.FIRST_ONLY, Timing.AT_ONCE, silence), FOUNDING);
        assertThat(owed.values()).hasOnlyElementsOfType(State.Held.class);
        owed.clear();
        dispatch(terms(UpdatePolicy.FIRST_ONLY, Timing.AT_ONCE, past), FOUNDING);
        assertThat(owed.values()).hasOnlyElementsOfType(State.Due.class);
    }

    @Test
    void aDigestGathersWhatIsNotCritical() {
        Timing hourly = new Timing(Duration.ofHours(1), null);
        dispatch(terms(UpdatePolicy.FIRST_ONLY, hourly), FOUNDING);
        assertThat(owed.values()).containsExactly(new State.Gathered(NOW.plus(Duration.ofHours(1))));
        owed.clear();
        dispatch(terms(UpdatePolicy.FIRST_ONLY, hourly), RAISING);
        assertThat(owed.values()).containsExactly(new State.Due(NOW));
    }

    private void dispatch(Terms terms, Update... updates) {
        Subscription subscription = Subscriptions.of("sub_1", terms);
        Dispatcher dispatcher = new Dispatcher(new Debts(), null);
        for (Update update : updates) {
            dispatcher.dispatch(List.of(update), List.of(subscription), PartyLists.NONE, NOW);
        }
    }

    private static Terms updates(UpdatePolicy policy) {
        return terms(policy, Timing.AT_ONCE);
    }

    private static Terms terms(UpdatePolicy updates, Timing timing, Silence... silences) {
        return new Terms(PayloadForm.FULL, updates, timing, Pace.STANDARD, List.of(silences));
    }

    /** Keeps what is owed. */
    private final class Debts implements DeliveryStore {

        @Override
        public boolean owe(Debt debt, State state, Instant now) {
            return owed.putIfAbsent(debt.id(), state) == null;
        }

        @Override
        public List<Ready> ready(String sender, Instant now, Duration lease) {
            return List.of();
        }

        @Override
        public void release(String sender) {}

        @Override
        public List<Delivery> due(Subscription subscription, int limit, Instant now) {
            return List.of();
        }

        @Override
        public Endpoint endpoint(String subscriptionId) {
            return Endpoint.HEALTHY;
        }

        @Override
        public void record(List<Attempt> attempts, Instant now) {}
    }
}
