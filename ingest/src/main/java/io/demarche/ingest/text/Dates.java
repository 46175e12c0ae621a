package io.demarche.ingest.text;

import java.text.DateFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds and pages write them: ISO 8601 in all its forms (RFC 3339, the W3C's profile, week and ordinal dates), RFC 822 and its
 * successors with all that is written in their place, {@code ctime}, and dates with a month's name in any of the larger languages.
 * What names no time of day is midnight, what names no zone is UTC.
 */
public final class Dates {

    private static final String TIME = "(\\d{1,2})[:h](\\d{2})(?::(\\d{2}))?(?:[.,]\\d+)?(?:\\s*([ap])\\.?m\\b\\.?)?";
    private static final String ZONE = "(Z\\b|(?:UTC|GMT)?\\s*[+-]\\d{1,2}:?\\d{0,2}|[A-Z]{1,5}\\b)?";

    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})(?:-?(?:(\\d{3})(?!\\d)|(\\d{2})(?:-?(\\d{2}))?|W(\\d{2})(?:-?([1-7]))?))?(?:(?:T|\\s+)(\\d{2})(?::?(\\d{2})(?::?(\\d{2}))?)?(?:[.,]\\d+)?\\s*"
                    + ZONE + ")?.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern DAY_FIRST = Pattern.compile(
            "(\\d{1,2})\\.?(?:st|nd|rd|th|er|º|-ое)?[\\s,/-]+(?:de\\s+|of\\s+|d[’'])?(\\p{L}[\\p{L}\\p{M}]*)\\.?[\\s,/-]+(?:de\\s+)?(\\d{4}|\\d{2}\\b)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}[\\p{L}\\p{M}]*)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:\\s*,|\\s+)\\s*(\\d{4})");
    private static final Pattern CTIME =
            Pattern.compile("(\\p{L}{3})\\s+(\\d{1,2})\\s+\\d{1,2}:\\d{2}(?::\\d{2})?\\s+(?:[A-Z]{2,5}\\s+)?(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\s*[年./]\\s*(\\d{1,2})\\s*[月./]\\s*(\\d{1,2})");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})");
    private static final Pattern TIME_OF_DAY =
            Pattern.compile("(?<![\\d:])" + TIME + "\\s*" + ZONE, Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT)?\\s*([+-])(\\d{1,2}):?(\\d{2})?");

    private static final Map<String, Integer> MONTHS = months();

    /** Hours east of Greenwich, from RFC 822 section 5.1 and common use. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("ET", -5),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("PT", -8),
            Map.entry("AKST", -9),
            Map.entry("AKDT", -8),
            Map.entry("HST", -10),
            Map.entry("BRT", -3),
            Map.entry("WEST", 1),
            Map.entry("BST", 1),
            Map.entry("CET", 1),
            Map.entry("MEZ", 1),
            Map.entry("CEST", 2),
            Map.entry("MESZ", 2),
            Map.entry("SAST", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("MSK", 3),
            Map.entry("TRT", 3),
            Map.entry("GST", 4),
            Map.entry("PKT", 5),
            Map.entry("HKT", 8),
            Map.entry("SGT", 8),
            Map.entry("JST", 9),
            Map.entry("KST", 9),
            Map.entry("AEST", 10),
            Map.entry("AEDT", 11),
            Map.entry("NZST", 12),
            Map.entry("NZDT", 13));

    private static final int LONGEST = 200;
    private static final int CENTURY_TURN = 70;

    private Dates() {}

    /** The instant that the text names; empty if it names none. */
    public static Optional<Instant> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String stripped = text.strip();
        String date = stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
        try {
            Matcher iso = ISO.matcher(date);
            return iso.matches() && !YEAR_FIRST.matcher(date).lookingAt()
                    ? Optional.of(iso(iso))
                    : day(date).map(day -> day.atTime(timeOfDay(date)).toInstant(zoneOfDay(date)));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Instant iso(Matcher iso) {
        int year = Integer.parseInt(iso.group(1));
        LocalDate day = LocalDate.of(year, number(iso.group(3), 1), number(iso.group(4), 1));
        if (iso.group(2) != null) {
            day = LocalDate.ofYearDay(year, Integer.parseInt(iso.group(2)));
        } else if (iso.group(5) != null) {
            day = LocalDate.of(year, 1, 4)
                    .with(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR, Long.parseLong(iso.group(5)))
                    .with(java.time.temporal.ChronoField.DAY_OF_WEEK, number(iso.group(6), 1));
        }
        LocalDateTime time = at(day, number(iso.group(7), 0), number(iso.group(8), 0), number(iso.group(9), 0));
        return time.toInstant(zone(iso.group(10)));
    }

    /** A leap second, and midnight as 24:00, are where the next minute or day begins. */
    private static LocalDateTime at(LocalDate day, int hour, int minute, int second) {
        boolean midnight = hour == 24 && minute == 0 && second == 0;
        LocalDateTime time =
                LocalTime.of(midnight ? 0 : hour, minute, Math.min(second, 59)).atDate(day.plusDays(midnight ? 1 : 0));
        return second == 60 ? time.plusSeconds(1) : time;
    }

    private static Optional<LocalDate> day(String text) {
        for (Pattern form : List.of(CTIME, DAY_FIRST, MONTH_FIRST)) {
            Matcher matcher = form.matcher(text);
            while (matcher.find()) {
                boolean dayFirst = form.equals(DAY_FIRST);
                Integer month = MONTHS.get(matcher.group(dayFirst ? 2 : 1).toLowerCase(Locale.ROOT));
                if (month != null) {
                    int day = Integer.parseInt(matcher.group(dayFirst ? 1 : 2));
                    return Optional.of(LocalDate.of(year(matcher.group(3)), month, day));
                }
            }
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.find()) {
            return Optional.of(LocalDate.of(
                    number(yearFirst.group(1), 0), number(yearFirst.group(2), 0), number(yearFirst.group(3), 0)));
        }
        return numbers(text);
    }

    /** Day first, as most of the world writes, unless only the other way makes a date. */
    private static Optional<LocalDate> numbers(String text) {
        Matcher matcher = NUMBERS.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        int second = Integer.parseInt(matcher.group(2));
        boolean american = second > 12;
        return Optional.of(
                LocalDate.of(Integer.parseInt(matcher.group(3)), american ? first : second, american ? second : first));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year < CENTURY_TURN ? 2000 + year : 1900 + year;
    }

    private static LocalTime timeOfDay(String text) {
        Matcher time = TIME_OF_DAY.matcher(text);
        if (!time.find()) {
            return LocalTime.MIDNIGHT;
        }
        int hour = Integer.parseInt(time.group(1));
        if (time.group(4) != null) {
            hour = hour % 12 + (time.group(4).equalsIgnoreCase("p") ? 12 : 0);
        }
        return LocalTime.of(hour % 24, number(time.group(2), 0), Math.min(number(time.group(3), 0), 59));
    }

    private static ZoneOffset zoneOfDay(String text) {
        Matcher time = TIME_OF_DAY.matcher(text);
        return time.find() ? zone(time.group(5)) : ZoneOffset.UTC;
    }

    private static ZoneOffset zone(@Nullable String name) {
        if (name == null) {
            return ZoneOffset.UTC;
        }
        Matcher offset = OFFSET.matcher(name.strip().toUpperCase(Locale.ROOT));
        if (!offset.matches()) {
            return ZoneOffset.ofHours(ZONES.getOrDefault(name.strip().toUpperCase(Locale.ROOT), 0));
        }
        int sign = offset.group(1).equals("-") ? -1 : 1;
        int hours = Integer.parseInt(offset.group(2));
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * number(offset.group(3), 0));
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    /** Names of months, full and short, alone and as part of a date; one that means two months in two languages is left out. */
    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : List.of(
                "en", "de", "fr", "es", "it", "pt", "nl", "sv", "no", "da", "fi", "pl", "cs", "sk", "sl", "hr", "hu",
                "ro", "bg", "el", "ru", "uk", "tr", "et", "lv", "lt", "id", "vi", "ar", "fa", "he", "hi")) {
            for (String country : List.of("", "EG")) {
                DateFormatSymbols names = new DateFormatSymbols(new Locale(language, country));
                add(names.getMonths(), months);
                add(names.getShortMonths(), months);
            }
        }
        months.put("sept", 9);
        months.values().removeIf(month -> month < 0);
        return Map.copyOf(months);
    }

    private static void add(String[] names, Map<String, Integer> months) {
        for (int month = 0; month < 12; month++) {
            String name = names[month].toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
            if (!name.isBlank() && !Character.isDigit(name.charAt(0))) {
                int number = month + 1;
                months.merge(name, number, (one, other) -> one.equals(other) ? one : Integer.valueOf(-1));
            }
        }
    }
}
