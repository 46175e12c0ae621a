package io.demarche.rules.reading.english;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the year in which an article without a date was written, where its first words say it: a dateline, or a date of its own. */
final class WrittenYear {

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
                    + "|dec(?:ember)?)\\.?";
    private static final String YEAR = "((?:19|20)\\d\\d)";

    /** March 5, 2014; 5 March 2014; 05.03.2014; 2014-03-05. */
    private static final Pattern DATE = Pattern.compile("(?i:\\b" + MONTH + " \\d{1,2},? " + YEAR + "|\\b\\d{1,2} "
            + MONTH + " " + YEAR + "|\\b\\d\\d\\.\\d\\d\\." + YEAR + "|\\b" + YEAR + "-\\d\\d-\\d\\d)\\b");

    /** SEOUL, Feb 2023 -: a place in capitals, and a year behind it. */
    private static final Pattern DATELINE =
            Pattern.compile("\\s*[A-Z][A-Z ./-]{2,30}, (?:(?i:" + MONTH + ") )?" + YEAR + "\\b");

    /** In running text, a date has a word before it: broke off on 10 January 2019. */
    private static final Pattern RUNNING = Pattern.compile("\\b(?:[a-z]+|On|In|Since|From|After|Before|Until) $");

    /** What every date has: few texts begin with it, and the dates take long to look for. */
    private static final Pattern DIGITS = Pattern.compile(YEAR);

    private static final int OPENING = 240;

    private WrittenYear() {}

    /** The year that the first words of a text give, no later than {@code latest}; empty if they give none. */
    static OptionalInt of(String text, int latest) {
        String opening = text.substring(0, Math.min(OPENING, text.length()));
        boolean mayHave = opening.contains("19") || opening.contains("20");
        if (!mayHave || !DIGITS.matcher(opening).find()) {
            return OptionalInt.empty();
        }
        Matcher dateline = DATELINE.matcher(opening);
        if (dateline.lookingAt()) {
            return notAfter(latest, dateline);
        }
        Matcher date = DATE.matcher(opening);
        while (date.find()) {
            if (!RUNNING.matcher(opening.substring(0, date.start())).find()) {
                return notAfter(latest, date);
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt notAfter(int latest, Matcher found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                int year = Integer.parseInt(found.group(group));
                return year <= latest ? OptionalInt.of(year) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }
}
