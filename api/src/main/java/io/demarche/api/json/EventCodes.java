package io.demarche.api.json;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import org.jspecify.annotations.Nullable;

/**
 * What other event data call a doing: codes of CAMEO (Schrodt, Conflict and Mediation Event Observations, codebook 1.1b3 of 2012), which
 * GDELT uses, and types of PLOVER (the Political Language Ontology for Verifiable Event Records), which POLECAT uses. They are coarser: both
 * file the recall of an ambassador and the end of relations under one code. Of what is urged, the source in their sense is who
 * urges, not the actor.
 */
public final class EventCodes {

    private static final Map<String, String> ALPHA_2 = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toMap(
                    code -> new Locale.Builder().setRegion(code).build().getISO3Country(), Function.identity()));

    private EventCodes() {}

    /** The three sorts of measures that CAMEO tells apart; a summons is a complaint, and none of them. */
    private enum Sort {
        ECONOMIC,
        ADMINISTRATIVE,
        RELATIONS,
        COMPLAINT;

        private static Sort of(Measure measure) {
            return switch (measure) {
                case SANCTIONS -> ECONOMIC;
                case VISAS, RESTRICTIONS -> ADMINISTRATIVE;
                case EXPULSION, MISSION, RECALL, RELATIONS -> RELATIONS;
                case SUMMONS -> COMPLAINT;
            };
        }

        private @Nullable String pick(
                @Nullable String economic,
                @Nullable String administrative,
                @Nullable String relations,
                @Nullable String complaint) {
            return switch (this) {
                case ECONOMIC -> economic;
                case ADMINISTRATIVE -> administrative;
                case RELATIONS -> relations;
                case COMPLAINT -> complaint;
            };
        }
    }

    /** The code of CAMEO; null where it has none. */
    public static @Nullable String cameo(Measure measure, Move move, Status status) {
        Sort sort = Sort.of(measure);
        boolean lift = move == Move.LIFT;
        return switch (status) {
            case ADOPTED -> lift ? sort.pick("085", "081", "050", null) : sort.pick("163", "172", "161", "114");
            case PROPOSED, CONSIDERED ->
                lift ? sort.pick("0354", "0351", "032", null) : sort.pick("1312", "132", "1313", null);
            case URGED -> lift ? sort.pick("0254", "0251", "022", null) : "020";
            case REJECTED -> lift ? sort.pick("1244", "1241", "120", null) : null;
        };
    }

    /** The event type of PLOVER; null where it has none. */
    public static @Nullable String plover(Measure measure, Move move, Status status) {
        Sort sort = Sort.of(measure);
        boolean lift = move == Move.LIFT;
        return switch (status) {
            case ADOPTED ->
                lift
                        ? sort.pick("CONCEDE", "CONCEDE", "COOPERATE", null)
                        : sort.pick("SANCTION", "SANCTION", "SANCTION", "ACCUSE");
            case PROPOSED, CONSIDERED -> lift ? "AGREE" : "THREATEN";
            case URGED -> "REQUEST";
            case REJECTED -> lift ? "REJECT" : null;
        };
    }

    /** The ISO 3166-1 alpha-2 codes of those among the parties that are states; {@code XK} for Kosovo, as the EU uses it. */
    public static List<String> alpha2(List<String> parties) {
        return parties.stream()
                .flatMap(party -> Stream.ofNullable(alpha2(party)))
                .toList();
    }

    /** The ISO 3166-1 alpha-2 code of a state; null for a body. */
    public static @Nullable String alpha2(String party) {
        return party.equals("XKX") ? "XK" : ALPHA_2.get(party);
    }
}
