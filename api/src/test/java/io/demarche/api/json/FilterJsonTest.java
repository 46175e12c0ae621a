package io.demarche.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.demarche.core.rulebook.Severity;
import io.demarche.core.subscription.Condition;
import io.demarche.core.subscription.Condition.Side;
import io.demarche.core.subscription.Filter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FilterJsonTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void whatIsEmptyIsNotAsked() {
        String stored =
                "{\"kinds\": [\"expulsion\"], \"actor\": [], \"target\": [], \"minSeverity\": \"LOW\", \"any\": []}";
        assertThat(filter(stored))
                .isEqualTo(new Filter(
                        List.of(new Condition.Kinds(List.of("expulsion")), new Condition.MinSeverity(Severity.LOW))));
    }

    @Test
    void aFilterIsTheSameAfterItWasWritten() {
        Filter filter = filter("""
                {"kinds": ["sanctions-*"], "actor": ["EU27"], "target": ["RUS"], "party": ["USA"], "measures": ["SANCTIONS"],
                 "moves": ["LIFT"], "statuses": ["PROPOSED"], "minSeverity": "HIGH", "minConfidence": 0.5, "minOutlets": 2,
                 "languages": ["en"], "outlets": ["*.example"], "text": ["oil"],
                 "all": [{"text": ["gas"]}, {}], "any": [{"party": ["POL"]}, {"not": {"kinds": ["x"]}}], "not": {"all": [{}]}}""");
        assertThat(filter.conditions()).hasSize(16);
        assertThat(filter(JSON.writeValueAsString(FilterJson.of(filter)))).isEqualTo(filter);
        assertThat(((Condition.Parties) filter.conditions().get(3)).side()).isEqualTo(Side.EITHER);
    }

    private static Filter filter(String text) {
        return JSON.readValue(text, FilterJson.class).toFilter();
    }
}
