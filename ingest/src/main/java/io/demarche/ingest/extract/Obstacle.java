package io.demarche.ingest.extract;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What may stand between a reader and an article. */
public enum Obstacle {
    /** The page asks for consent first; the text is not in it. */
    CONSENT("the page asks for consent before it shows its text"),
    /** The page asks who is there first; the text is not in it. */
    CHECK("the page wants proof that a person reads it, or denies access"),
    /** What is not paid for is only the beginning. */
    PAYWALL("only the beginning of the text is free");

    /** Longer than any notice, shorter than most articles. */
    private static final int NOTICE = 1_500;

    private static final Pattern ASKS_CONSENT = Pattern.compile(
            "(?iU)before you continue|consent|cookies?\\b.{0,40}\\b(?:accept|settings|policy|preferences)|(?:accept|use of|value) .{0,30}\\b(?:cookies?|privacy)|datenschutz.{0,40}zustimm|gestion des cookies");
    private static final Pattern ASKS_WHO = Pattern.compile(
            "(?iU)just a moment|attention required|are you (?:a )?(?:human|robot)|(?:verify|verifying|confirm) (?:that )?you are (?:a )?human|not a robot|access denied|captcha|unusual traffic|enable javascript and cookies|request blocked");

    private final String reason;

    Obstacle(String reason) {
        this.reason = reason;
    }

    /** For a person to read. */
    public String reason() {
        return reason;
    }

    /** Whether the text behind it is missing as a whole. */
    public boolean hidesAll() {
        return this != PAYWALL;
    }

    /** The obstacle on a page of that title and text; a notice is short, and says what it is early on. */
    static Optional<Obstacle> of(String title, String text, @Nullable String address, boolean paid) {
        if (text.length() >= NOTICE) {
            return Optional.empty();
        }
        String start = title + "\n" + text.substring(0, Math.min(text.length(), 400));
        if (ASKS_WHO.matcher(start).find()) {
            return Optional.of(CHECK);
        }
        boolean consentAddress = address != null && address.matches("(?i)https?://(?:consent|guce|cmp)\\..*");
        if (consentAddress || ASKS_CONSENT.matcher(start).find()) {
            return Optional.of(CONSENT);
        }
        return paid ? Optional.of(PAYWALL) : Optional.empty();
    }
}
