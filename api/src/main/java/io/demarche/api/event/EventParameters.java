package io.demarche.api.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.demarche.api.text.TextQuery;
import io.demarche.api.web.InvalidRequestException;
import io.demarche.api.web.Times;
import io.demarche.core.rulebook.CompiledRulebook;
import io.demarche.core.rulebook.Severity;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Status;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What a caller asks of the events. Where several values may stand, they are separated by commas or given one by one, and one of them must hold. */
record EventParameters(
        @Parameter(description = "kinds, such as expulsion; * stands for any characters") @Nullable
        List<String> kind,

        @Parameter(description = "SANCTIONS, EXPULSION, MISSION, RECALL, SUMMONS, RELATIONS, VISAS, RESTRICTIONS")
        @Nullable
        List<String> measure,

        @Parameter(description = "IMPOSE or LIFT") @Nullable List<String> move,

        @Parameter(description = "ADOPTED, PROPOSED, URGED, CONSIDERED, REJECTED") @Nullable
        List<String> status,

        @Parameter(description = "who does it: codes of parties, such as RUS, or names of lists, such as EU27")
        @Nullable
        List<String> actor,

        @Parameter(description = "to whom it is done, likewise") @Nullable
        List<String> target,

        @Parameter(description = "on either side, likewise") @Nullable
        List<String> party,

        @Parameter(description = "two parties or lists, whichever of them does it to the other: POL,RUS") @Nullable
        List<String> dyad,

        @Parameter(description = "at least LOW, MEDIUM, HIGH or CRITICAL") @Nullable
        String minSeverity,

        @Parameter(description = "the reader was at least so sure of it: 0 to 1") @Nullable
        String minConfidence,

        @Parameter(description = "at least so many people are expelled, listed, recalled") @Nullable
        String minPeople,

        @Parameter(description = "true: told as history only; false: told as news") @Nullable
        String background,

        @Parameter(description = "names of rules that flagged it; * stands for any characters") @Nullable
        List<String> rule,

        @Parameter(description = "numbers of revisions whose rules flagged it") @Nullable
        List<String> revision,

        @Parameter(description = "outlets that tell of it; * stands for any characters") @Nullable
        List<String> outlet,

        @Parameter(description = "ids of sources from which articles came in that tell of it") @Nullable
        List<String> source,

        @Parameter(description = "languages of its reports, such as en; pt holds pt-BR") @Nullable
        List<String> language,

        @Parameter(description = "at least so many articles tell of it") @Nullable
        String minReports,

        @Parameter(description = "what analysts said of it last: RIGHT, WRONG, or NONE") @Nullable
        String marked,

        @Parameter(
                description =
                        "words that stand in the title or text of a report, in any form; in quotes beside each other, after a minus not; 'or'"
                                + " between alternatives")
        @Nullable
        String q,

        @Parameter(description = "first told not before: ISO 8601, a time with its zone or a day (UTC)") @Nullable
        String from,

        @Parameter(description = "first told before, likewise; a day is not included") @Nullable
        String to,

        @Parameter(description = "last told not before, likewise") @Nullable
        String lastFrom,

        @Parameter(description = "last told before, likewise") @Nullable
        String lastTo,

        @Parameter(
                description =
                        "flaggedAt, firstToldAt, lastToldAt, reportCount or severity, the latest, most told or most severe last; with a minus before"
                                + " it first. -flaggedAt, or the time that is asked by")
        @Nullable
        String sort) {

    /** In so much time few enough is told to be put in order; of more, it is quicker to go along all events by reports. */
    private static final Duration SHORT_SPAN = Duration.ofDays(14);

    private static final Pattern SOURCE = Pattern.compile("src_[0-9a-f]{1,36}");
    private static final Pattern KINDS = Pattern.compile("[a-z0-9*]+(-[a-z0-9*]+)*");

    /** What it means, by the parties and lists of that rulebook. */
    EventQuery toQuery(CompiledRulebook rulebook) {
        EventQuery.Span firstTold = new EventQuery.Span(time("from", from), time("to", to));
        EventQuery.Span lastTold = new EventQuery.Span(time("lastFrom", lastFrom), time("lastTo", lastTo));
        return new EventQuery(
                kinds(),
                some("measure", measure, Measure.class),
                some("move", move, Move.class),
                some("status", status, Status.class),
                parties("actor", actor, rulebook),
                parties("target", target, rulebook),
                parties("party", party, rulebook),
                dyad(rulebook),
                minSeverity == null
                        ? Set.of()
                        : EnumSet.range(one("minSeverity", minSeverity, Severity.class), Severity.CRITICAL),
                confidence(),
                minPeople == null ? null : Integer.valueOf(whole("minPeople", minPeople)),
                background == null ? null : one("background", background, Truth.class) == Truth.TRUE,
                plain("rule", rule),
                set(revision).stream().map(number -> whole("revision", number)).collect(Collectors.toSet()),
                plain("outlet", outlet),
                sources(),
                plain("language", language),
                minReports == null ? 1 : whole("minReports", minReports),
                marked == null ? null : one("marked", marked, EventQuery.Marked.class),
                q == null ? null : TextQuery.parse("q", q),
                firstTold,
                lastTold,
                order(firstTold, lastTold));
    }

    private enum Truth {
        TRUE,
        FALSE
    }

    private EventOrder order(EventQuery.Span firstTold, EventQuery.Span lastTold) {
        if (sort == null) {
            return new EventOrder(
                    firstTold.isAsked()
                            ? EventOrder.By.FIRST_TOLD
                            : lastTold.isAsked() ? EventOrder.By.LAST_TOLD : EventOrder.By.FLAGGED,
                    true);
        }
        boolean descending = sort.startsWith("-");
        return new EventOrder(
                switch (descending ? sort.substring(1) : sort) {
                    case "flaggedAt" -> EventOrder.By.FLAGGED;
                    case "firstToldAt" -> EventOrder.By.FIRST_TOLD;
                    case "lastToldAt" -> EventOrder.By.LAST_TOLD;
                    case "severity" -> EventOrder.By.SEVERITY;
                    case "reportCount" ->
                        firstTold.isWithin(SHORT_SPAN) || lastTold.isWithin(SHORT_SPAN)
                                ? EventOrder.By.REPORTS_OF_SPAN
                                : EventOrder.By.REPORTS;
                    default ->
                        throw new InvalidRequestException(
                                "sort",
                                "must be flaggedAt, firstToldAt, lastToldAt, reportCount or severity, or one of them with a minus before it, found '"
                                        + sort + "'");
                },
                descending);
    }

    private @Nullable Double confidence() {
        if (minConfidence == null) {
            return null;
        }
        if (!minConfidence.matches("0(\\.\\d{1,9})?|1(\\.0{1,9})?")) {
            throw new InvalidRequestException(
                    "minConfidence", "must be a number from 0 to 1, found '" + minConfidence + "'");
        }
        return Double.valueOf(minConfidence);
    }

    private Set<String> sources() {
        Set<String> ids = set(source);
        for (String id : ids) {
            if (!SOURCE.matcher(id).matches()) {
                throw new InvalidRequestException(
                        "source", "must be ids of sources, which begin with src_, found '" + id + "'");
            }
        }
        return ids;
    }

    private Set<String> kinds() {
        Set<String> kinds = set(kind);
        for (String shape : kinds) {
            if (!KINDS.matcher(shape).matches()) {
                throw new InvalidRequestException(
                        "kind",
                        "must be lower-case words joined by hyphens, such as proposal-to-lift, found '" + shape + "'");
            }
        }
        return kinds;
    }

    private List<Set<String>> dyad(CompiledRulebook rulebook) {
        Set<String> names = set(dyad);
        if (!names.isEmpty() && names.size() != 2) {
            throw new InvalidRequestException(
                    "dyad", "must be two parties or lists, such as POL,RUS, found " + String.join(",", names));
        }
        return names.stream()
                .map(name -> parties("dyad", List.of(name), rulebook))
                .toList();
    }

    private static int whole(String where, String number) {
        if (!number.matches("[1-9]\\d{0,8}")) {
            throw new InvalidRequestException(where, "must be a number from 1, found '" + number + "'");
        }
        return Integer.parseInt(number);
    }

    private static Set<String> set(@Nullable List<String> values) {
        return values == null
                ? Set.of()
                : values.stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> plain(String where, @Nullable List<String> values) {
        Set<String> plain = set(values);
        if (plain.stream().anyMatch(value -> value.chars().anyMatch(Character::isISOControl))) {
            throw new InvalidRequestException(where, "must not hold control characters");
        }
        return plain;
    }

    /** A list stands for its members, and for the body itself that bears its name: G7. */
    private static Set<String> parties(String where, @Nullable List<String> values, CompiledRulebook rulebook) {
        Set<String> codes = new LinkedHashSet<>();
        for (String name : set(values)) {
            Set<String> members = rulebook.lists().codes().get(name);
            boolean isParty = rulebook.parties().contains(name);
            if (members == null && !isParty) {
                throw new InvalidRequestException(
                        where,
                        "must be a party's code in capitals, such as RUS or EU, or the name of a list ("
                                + String.join(", ", rulebook.lists().codes().keySet()) + "), found '" + name + "'");
            }
            if (isParty) {
                codes.add(name);
            }
            if (members != null) {
                codes.addAll(members);
            }
        }
        return codes;
    }

    private static <E extends Enum<E>> Set<E> some(String where, @Nullable List<String> values, Class<E> type) {
        Set<E> some = EnumSet.noneOf(type);
        set(values).forEach(value -> some.add(one(where, value, type)));
        return some;
    }

    /** The one of these names that the value is, whatever its case. */
    static <E extends Enum<E>> E one(String where, String value, Class<E> type) {
        try {
            return Enum.valueOf(type, value.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            String known =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            throw new InvalidRequestException(where, "must be one of " + known + ", found '" + value + "'");
        }
    }

    private static @Nullable Instant time(String where, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = text.length() == "2026-03-02".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (!Times.isStorable(time)) {
                throw new DateTimeException("out of range");
            }
            return time;
        } catch (DateTimeException e) {
            throw new InvalidRequestException(
                    where,
                    "must be a time in ISO 8601 with its zone, such as 2026-03-02T08:00:00Z, or a day, found '" + text
                            + "'");
        }
    }
}
