package io.demarche.api.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.demarche.core.subscription.Pace;
import io.demarche.core.subscription.PayloadForm;
import io.demarche.core.subscription.QuietHours;
import io.demarche.core.subscription.Silence;
import io.demarche.core.subscription.Terms;
import io.demarche.core.subscription.Timing;
import io.demarche.core.subscription.UpdatePolicy;
import org.jspecify.annotations.Nullable;

/**
 * How a subscriber wants to be told; what is left out is as usual.
 *
 * @param payload how an event is written
 * @param updates when an event is told again
 * @param timing when events are sent
 * @param pace how many at a time
 * @param silences what is not sent for a while
 */
public record TermsJson(
        @Nullable @Valid PayloadJson payload,
        @Nullable @Valid UpdatesJson updates,
        @Nullable @Valid TimingJson timing,
        @Nullable @Valid PaceJson pace,
        @Nullable @Size(max = 50) List<@NotNull @Valid SilenceJson> silences) {

    private static final String CLOCK = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final String CLOCK_MESSAGE = "must be a time of day, such as 22:00";

    /**
     * How an event is written.
     *
     * @param form the form; FULL if left out
     * @param template a template in Mustache, for the form TEMPLATE
     * @param contentType the media type of what it writes; application/json if left out
     */
    public record PayloadJson(
            PayloadForm.@Nullable Kind form,
            @Nullable @Size(max = 20_000) String template,

            @Nullable
            @Size(max = 100)
            @Pattern(
                    regexp = "[\\w.+-]+/[\\w.+-]+(; ?charset=utf-8)?",
                    message = "must be a media type, such as text/plain; characters are in UTF-8")
            String contentType) {

        /** The form itself. */
        public PayloadForm toForm() {
            return new PayloadForm(form == null ? PayloadForm.Kind.FULL : form, template, contentType);
        }

        static PayloadJson of(PayloadForm form) {
            return new PayloadJson(form.kind(), form.template(), form.contentType());
        }
    }

    /**
     * When an event is told again to who knows it.
     *
     * @param outlets when so many outlets tell of it
     */
    public record UpdatesJson(
            boolean everyReport,
            boolean severityRises,
            @Nullable @Min(2) @Max(1000) Integer outlets) {}

    /**
     * When events are sent.
     *
     * @param digestMinutes every so many minutes, counted from midnight UTC, in one
     * @param quietHours not in these hours of the day
     */
    public record TimingJson(
            @Nullable @Min(1) @Max(1440) Integer digestMinutes,
            @Nullable @Valid QuietHoursJson quietHours) {}

    /** Hours of the day at a place, such as from 22:00 to 06:00 in Europe/Berlin. */
    public record QuietHoursJson(
            @NotNull @Pattern(regexp = CLOCK, message = CLOCK_MESSAGE)
            String from,

            @NotNull @Pattern(regexp = CLOCK, message = CLOCK_MESSAGE)
            String to,

            @NotNull String zone) {}

    /**
     * How many at a time.
     *
     * @param perMinute at most so many attempts in a minute
     * @param ordered in order for each pair of parties
     * @param retryAfterSeconds the pauses before the second attempt, the third, and so on
     */
    public record PaceJson(
            @Nullable @Min(1) @Max(60_000) Integer perMinute,
            @Nullable Boolean ordered,
            @Nullable @Size(max = 20) List<@NotNull @Min(1) @Max(172_800) Integer> retryAfterSeconds) {}

    /** What is not sent until then; it is kept. */
    public record SilenceJson(
            @Nullable @Valid FilterJson filter, @NotNull Instant until) {}

    /** The terms as JSON. */
    public static TermsJson of(Terms terms) {
        UpdatePolicy updates = terms.updates();
        Timing timing = terms.timing();
        QuietHours quiet = timing.quiet();
        Pace pace = terms.pace();
        return new TermsJson(
                PayloadJson.of(terms.form()),
                new UpdatesJson(
                        updates.everyReport(),
                        updates.severityRises(),
                        updates.outlets() == 0 ? null : updates.outlets()),
                new TimingJson(
                        timing.digest() == null ? null : (int) timing.digest().toMinutes(),
                        quiet == null
                                ? null
                                : new QuietHoursJson(
                                        quiet.from().toString(),
                                        quiet.to().toString(),
                                        quiet.zone().getId())),
                new PaceJson(
                        pace.perMinute() == 0 ? null : pace.perMinute(),
                        pace.ordered(),
                        pace.pauses().stream()
                                .map(pause -> (int) pause.toSeconds())
                                .toList()),
                terms.silences().stream()
                        .map(silence -> new SilenceJson(FilterJson.of(silence.filter()), silence.until()))
                        .toList());
    }

    /**
     * The terms themselves.
     *
     * @throws IllegalArgumentException if a zone is unknown, or quiet hours have no length
     */
    public Terms toTerms() {
        return new Terms(
                payload == null ? PayloadForm.FULL : payload.toForm(),
                updates == null
                        ? UpdatePolicy.FIRST_ONLY
                        : new UpdatePolicy(
                                updates.everyReport(),
                                updates.severityRises(),
                                updates.outlets() == null ? 0 : updates.outlets()),
                timing == null ? Timing.AT_ONCE : toTiming(timing),
                pace == null ? Pace.STANDARD : toPace(pace),
                silences == null
                        ? List.of()
                        : silences.stream()
                                .map(silence -> new Silence(
                                        silence.filter() == null
                                                ? FilterJson.EMPTY.toFilter()
                                                : silence.filter().toFilter(),
                                        silence.until()))
                                .toList());
    }

    private static Timing toTiming(TimingJson timing) {
        QuietHoursJson quiet = timing.quietHours();
        return new Timing(
                timing.digestMinutes() == null ? null : Duration.ofMinutes(timing.digestMinutes()),
                quiet == null
                        ? null
                        : new QuietHours(
                                LocalTime.parse(quiet.from()), LocalTime.parse(quiet.to()), zone(quiet.zone())));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no time zone; one is Europe/Berlin or UTC, for example", e);
        }
    }

    private static Pace toPace(PaceJson pace) {
        return new Pace(
                pace.perMinute() == null ? 0 : pace.perMinute(),
                Boolean.TRUE.equals(pace.ordered()),
                pace.retryAfterSeconds() == null
                        ? Pace.STANDARD_PAUSES
                        : pace.retryAfterSeconds().stream()
                                .map(Duration::ofSeconds)
                                .toList());
    }
}
