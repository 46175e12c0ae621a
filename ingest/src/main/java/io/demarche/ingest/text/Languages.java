package io.demarche.ingest.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/** Recognises the language of a text, by the model of Apache OpenNLP for 183 languages (ISO 639-3). It takes some 40 MB, from its first use on. */
public final class Languages {

    /** Fewer letters are as likely to be taken for another language. */
    private static final int FEWEST_LETTERS = 40;

    /** More say no more. */
    private static final int MOST_CHARACTERS = 600;

    /** By how much the likeliest is ahead of the next where it can be told from it. */
    private static final double LEAD = 1.25;

    private Languages() {}

    private static final class Loaded {

        private static final LanguageDetectorModel MODEL = model();

        /** Of what ISO 639-3 tells apart, news is written in one. */
        private static final Map<String, String> TAGS =
                new HashMap<>(Map.of("cmn", "zh", "pes", "fa", "nob", "nb", "ekk", "et", "lvs", "lv", "zlm", "ms"));

        static {
            for (String language : Locale.getISOLanguages()) {
                TAGS.putIfAbsent(Locale.forLanguageTag(language).getISO3Language(), language);
            }
        }

        private static LanguageDetectorModel model() {
            try (InputStream in = Languages.class.getResourceAsStream("/langdetect-183.bin")) {
                return new LanguageDetectorModel(Objects.requireNonNull(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The IETF tag of the language that a text is written in, of two letters where there are such; null if it is too short or two are as likely. */
    public static @Nullable String of(String text) {
        String start = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        boolean ideographic = start.codePoints().anyMatch(Character::isIdeographic);
        if (start.codePoints().filter(Character::isLetter).count()
                < (ideographic ? FEWEST_LETTERS / 4 : FEWEST_LETTERS)) {
            return null;
        }
        Language[] likeliest = new LanguageDetectorME(Loaded.MODEL).predictLanguages(start);
        String first = likeliest[0].getLang();
        return likeliest[0].getConfidence() >= LEAD * likeliest[1].getConfidence()
                ? Loaded.TAGS.getOrDefault(first, first)
                : null;
    }
}
