package io.demarche.ingest.extract;

/** Looks at characters one by one, as is done with all text of a page. */
final class Scan {

    private Scan() {}

    /** White space as a reader sees it. */
    static boolean isSpace(char letter) {
        return letter <= ' '
                || letter == '\u00A0'
                || (letter >= '\u2000' && letter <= '\u200B')
                || letter == '\u3000'
                || letter == '\uFEFF';
    }

    /**
     * The length with runs of white space folded to one and none at the ends, and the number of commas, of Latin, Arabic and East Asian
     * scripts.
     *
     * @return the length in the lower half, the commas in the upper
     */
    static long lengthAndCommas(String text) {
        int length = 0;
        int commas = 0;
        boolean space = true;
        for (int place = 0; place < text.length(); place++) {
            char letter = text.charAt(place);
            boolean now = isSpace(letter);
            if (!now) {
                length += space && length > 0 ? 2 : 1;
                commas += isComma(letter) ? 1 : 0;
            }
            space = now;
        }
        return ((long) commas << 32) | length;
    }

    private static boolean isComma(char letter) {
        return letter == ','
                || (letter > 0x600
                        && (letter == '\u060C' || letter == '\uFF0C' || letter == '\u3001' || letter == '\uFE50'));
    }
}
