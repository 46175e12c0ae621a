package io.demarche.api.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.demarche.api.json.EventCodes;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.Rule;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What may be asked for: the parties, kinds and measures that there are. */
@RestController
@Tag(name = "Catalogue")
@RequestMapping("/api/v1")
class CatalogueController {

    private final Rulebook rulebook;

    CatalogueController(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * A party.
     *
     * @param alpha2 its ISO 3166-1 alpha-2 code; absent if it is no state
     * @param lists the lists of the rulebook that hold it
     */
    record PartyJson(String code, String name, @Nullable String alpha2, List<String> lists) {}

    /**
     * A kind of flag.
     *
     * @param rules the rules that raise it
     */
    record KindJson(String kind, List<RaisedBy> rules) {

        /** A rule, with the severity that its flags have unless they name their own. */
        record RaisedBy(String name, String title, String description, Severity severity, boolean enabled) {}
    }

    /**
     * A measure.
     *
     * @param codes what other event data call it, by move and status
     */
    record MeasureJson(Measure measure, String meaning, List<Code> codes) {

        /** What CAMEO and PLOVER call it; absent where they have no word for it. */
        record Code(
                Move move,
                Status status,
                @Nullable String cameo,
                @Nullable String plover) {}
    }

    /** The parties that are known, in the order of their codes. */
    @Operation(summary = "The parties that are known: states by ISO 3166-1 alpha-3, and bodies")
    @GetMapping("/parties")
    List<PartyJson> parties() {
        CompiledRulebook current = rulebook.current();
        return current.partyNames().entrySet().stream()
                .map(party -> new PartyJson(
                        party.getKey(),
                        party.getValue(),
                        EventCodes.alpha2(party.getKey()),
                        current.lists().codes().entrySet().stream()
                                .filter(list -> list.getValue().contains(party.getKey()))
                                .map(Map.Entry::getKey)
                                .toList()))
                .toList();
    }

    /** The kinds of flags that the rules in force raise. */
    @Operation(summary = "The kinds of flags that the rules in force raise")
    @GetMapping("/kinds")
    List<KindJson> kinds() {
        SortedMap<String, List<KindJson.RaisedBy>> kinds = new TreeMap<>();
        for (Rule rule : rulebook.current().rules()) {
            rule.kinds()
                    .forEach(kind -> kinds.computeIfAbsent(kind, name -> new ArrayList<>())
                            .add(new KindJson.RaisedBy(
                                    rule.name(), rule.title(), rule.description(), rule.severity(), rule.enabled())));
        }
        return kinds.entrySet().stream()
                .map(kind -> new KindJson(kind.getKey(), kind.getValue()))
                .toList();
    }

    /** The measures that are read, and what other event data call them. */
    @Operation(summary = "The measures that are read, and what other event data call them")
    @GetMapping("/measures")
    List<MeasureJson> measures() {
        return Arrays.stream(Measure.values())
                .map(measure -> new MeasureJson(measure, meaning(measure), codes(measure)))
                .toList();
    }

    private static List<MeasureJson.Code> codes(Measure measure) {
        List<MeasureJson.Code> codes = new ArrayList<>();
        for (Move move : Move.values()) {
            for (Status status : Status.values()) {
                codes.add(new MeasureJson.Code(
                        move,
                        status,
                        EventCodes.cameo(measure, move, status),
                        EventCodes.plover(measure, move, status)));
            }
        }
        return codes;
    }

    private static String meaning(Measure measure) {
        return switch (measure) {
            case SANCTIONS ->
                "Economic, financial or trade sanctions between states: embargoes, listings, frozen assets";
            case EXPULSION -> "Foreign diplomats are ordered out, or declared personae non gratae";
            case MISSION -> "An embassy, consulate or mission is closed, suspended, shrunk or restricted";
            case RECALL -> "A state calls its own ambassador or diplomats home";
            case SUMMONS -> "A state summons a foreign ambassador or chargé d'affaires to protest";
            case RELATIONS -> "Diplomatic relations are severed, suspended or downgraded";
            case VISAS -> "Visa bans, suspended visa services, bans of entry outside a listing";
            case RESTRICTIONS -> "Restrictions between states of which the text says nothing more specific";
        };
    }
}
