package io.demarche.core.subscription;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Hours of the day in which only what is critical is sent.
 *
 * @param from when they begin
 * @param to when they end, on the next day if that is earlier than {@code from}
 * @param zone where the clock hangs
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours begin and end at different times");
        }
    }

    /** That time, or the end of the quiet hours in which it lies. */
    public Instant after(Instant time) {
        ZonedDateTime local = time.atZone(zone);
        LocalTime clock = local.toLocalTime();
        boolean overnight = from.isAfter(to);
        boolean late = !clock.isBefore(from);
        boolean early = clock.isBefore(to);
        if (overnight ? !(late || early) : !(late && early)) {
            return time;
        }
        ZonedDateTime day = overnight && late ? local.plusDays(1) : local;
        Instant end = day.with(to).toInstant();
        return end.isAfter(time) ? end : time;
    }
}
