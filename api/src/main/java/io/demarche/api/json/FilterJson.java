package io.demarche.api.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;
import io.demarche.core.subscription.Condition;
import io.demarche.core.subscription.Condition.Side;
import io.demarche.core.subscription.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted; what is left out or empty is not asked, and what is asked must all hold.
 *
 * @param kinds at least one kind of the event has one of these shapes; {@code *} stands for any characters
 * @param actor at least one of these parties, or of the parties of these lists, acts
 * @param target at least one of them is acted on
 * @param party at least one of them does either
 * @param measures it is one of these
 * @param moves likewise
 * @param statuses likewise
 * @param minSeverity at least as severe
 * @param minConfidence the reader is at least as sure of the report, from 0 to 1
 * @param minOutlets at least so many outlets tell of it
 * @param languages the report is in one of these, such as {@code en} or {@code pt-BR}
 * @param outlets the report is by an outlet, or at a host, of one of these shapes
 * @param text the report holds one of these words or phrases
 * @param all all of these hold
 * @param any at least one of these holds
 * @param not this does not hold
 */
public record FilterJson(
        @Nullable @Size(max = 100)
        List<
                        @Size(max = 64)
                        @Pattern(
                                regexp = "[a-z0-9*][a-z0-9*-]*",
                                message = "must be lower-case words joined by hyphens, * for any characters")
                        String>
                kinds,

        @Nullable @Size(max = 300) List<@Pattern(regexp = Party.SHAPE, message = PARTY_MESSAGE) String> actor,
        @Nullable @Size(max = 300) List<@Pattern(regexp = Party.SHAPE, message = PARTY_MESSAGE) String> target,
        @Nullable @Size(max = 300) List<@Pattern(regexp = Party.SHAPE, message = PARTY_MESSAGE) String> party,
        @Nullable Set<Measure> measures,
        @Nullable Set<Move> moves,
        @Nullable Set<Status> statuses,
        @Nullable Severity minSeverity,
        @Nullable @DecimalMin("0") @DecimalMax("1") Double minConfidence,
        @Nullable @Min(1) @Max(1000) Integer minOutlets,

        @Nullable @Size(max = 100)
        List<
                        @Pattern(
                                regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*",
                                message = "must be a language tag, such as en or pt-BR")
                        String>
                languages,

        @Nullable @Size(max = 300) List<@NotBlank @Size(max = 200) String> outlets,
        @Nullable @Size(max = 100) List<@NotBlank @Size(max = 200) String> text,
        @Nullable @Size(max = 50) List<@NotNull @Valid FilterJson> all,
        @Nullable @Size(max = 50) List<@NotNull @Valid FilterJson> any,
        @Nullable @Valid FilterJson not) {

    private static final String PARTY_MESSAGE =
            "must be a party's code in capitals, such as RUS or EU, or the name of a list, such as EU27";

    /** No condition. */
    public static final FilterJson EMPTY = of(Filter.EVERYTHING);

    private static final int DEEPEST = 5;
    private static final int MOST = 200;

    /** The filter as JSON. */
    public static FilterJson of(Filter filter) {
        List<Condition> parts = filter.conditions();
        return new FilterJson(
                part(parts, Condition.Kinds.class, Condition.Kinds::shapes),
                names(parts, Side.ACTOR),
                names(parts, Side.TARGET),
                names(parts, Side.EITHER),
                part(parts, Condition.Measures.class, Condition.Measures::measures),
                part(parts, Condition.Moves.class, Condition.Moves::moves),
                part(parts, Condition.Statuses.class, Condition.Statuses::statuses),
                part(parts, Condition.MinSeverity.class, Condition.MinSeverity::severity),
                part(parts, Condition.MinConfidence.class, Condition.MinConfidence::confidence),
                part(parts, Condition.MinOutlets.class, Condition.MinOutlets::outlets),
                part(parts, Condition.Languages.class, Condition.Languages::ranges),
                part(parts, Condition.Outlets.class, Condition.Outlets::shapes),
                part(parts, Condition.Text.class, Condition.Text::phrases),
                part(parts, Condition.All.class, found -> nested(found.conditions())),
                part(parts, Condition.Any.class, found -> nested(found.conditions())),
                part(parts, Condition.Not.class, found -> nested(found.condition())));
    }

    /** The filter itself. */
    public Filter toFilter() {
        List<Condition> conditions = new ArrayList<>();
        add(conditions, kinds, Condition.Kinds::new);
        add(conditions, actor, names -> new Condition.Parties(Side.ACTOR, names));
        add(conditions, target, names -> new Condition.Parties(Side.TARGET, names));
        add(conditions, party, names -> new Condition.Parties(Side.EITHER, names));
        add(conditions, measures, Condition.Measures::new);
        add(conditions, moves, Condition.Moves::new);
        add(conditions, statuses, Condition.Statuses::new);
        add(conditions, minSeverity, Condition.MinSeverity::new);
        add(conditions, minConfidence, Condition.MinConfidence::new);
        add(conditions, minOutlets, Condition.MinOutlets::new);
        add(conditions, languages, Condition.Languages::new);
        add(conditions, outlets, Condition.Outlets::new);
        add(conditions, text, Condition.Text::new);
        add(conditions, all, filters -> new Condition.All(conditions(filters)));
        add(conditions, any, filters -> new Condition.Any(conditions(filters)));
        add(conditions, not, filter -> new Condition.Not(filter.condition()));
        return new Filter(conditions);
    }

    /**
     * Looks for what the annotations do not see.
     *
     * @param known whether a name is that of a party or of a list of parties
     * @param mistake takes where something is wrong, and what would be right
     */
    public void check(String where, Predicate<String> known, BiConsumer<String, String> mistake) {
        if (size() > MOST || depth() > DEEPEST) {
            mistake.accept(where, "has at most " + MOST + " conditions, nested at most " + DEEPEST + " deep");
            return;
        }
        checkNames(where + ".actor", actor, known, mistake);
        checkNames(where + ".target", target, known, mistake);
        checkNames(where + ".party", party, known, mistake);
        for (FilterJson part : parts()) {
            part.check(where, known, mistake);
        }
    }

    private static void checkNames(
            String where, @Nullable List<String> names, Predicate<String> known, BiConsumer<String, String> mistake) {
        if (names != null) {
            names.stream()
                    .filter(known.negate())
                    .forEach(
                            name -> mistake.accept(
                                    where,
                                    "names '" + name
                                            + "', which is neither the code of a party (ISO 3166-1 alpha-3, or a body such as EU) nor a list of the rulebook in force"));
        }
    }

    private int size() {
        return 1 + parts().stream().mapToInt(FilterJson::size).sum();
    }

    private int depth() {
        return 1 + parts().stream().mapToInt(FilterJson::depth).max().orElse(0);
    }

    private List<FilterJson> parts() {
        List<FilterJson> parts = new ArrayList<>();
        if (all != null) {
            parts.addAll(all);
        }
        if (any != null) {
            parts.addAll(any);
        }
        if (not != null) {
            parts.add(not);
        }
        return parts;
    }

    private Condition condition() {
        return new Condition.All(toFilter().conditions());
    }

    private static List<Condition> conditions(List<FilterJson> filters) {
        return filters.stream().map(FilterJson::condition).toList();
    }

    private static List<FilterJson> nested(List<Condition> conditions) {
        return conditions.stream().map(FilterJson::nested).toList();
    }

    private static FilterJson nested(Condition condition) {
        return of(new Filter(condition instanceof Condition.All all ? all.conditions() : List.of(condition)));
    }

    private static @Nullable List<String> names(List<Condition> parts, Side side) {
        return parts.stream()
                .filter(part -> part instanceof Condition.Parties parties && parties.side() == side)
                .map(part -> ((Condition.Parties) part).names())
                .findFirst()
                .orElse(null);
    }

    private static <C extends Condition, V> @Nullable V part(
            List<Condition> parts, Class<C> sort, Function<C, V> value) {
        return parts.stream()
                .filter(sort::isInstance)
                .map(sort::cast)
                .map(value)
                .findFirst()
                .orElse(null);
    }

    private static <V> void add(List<Condition> conditions, @Nullable V value, Function<V, Condition> condition) {
        if (value != null && !(value instanceof Collection<?> elements && elements.isEmpty())) {
            conditions.add(condition.apply(value));
        }
    }
}
