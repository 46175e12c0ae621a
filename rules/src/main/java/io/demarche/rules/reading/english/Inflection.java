package io.demarche.rules.reading.english;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forms of English verbs and nouns: the regular ones by rule, the others from a list. */
final class Inflection {

    private final Map<String, List<String>> irregular = new HashMap<>();

    Inflection() {
        for (String line : LexiconFile.lines("irregular.txt")) {
            List<String> forms = List.of(line.split(" ", -1));
            irregular.put(forms.get(0), forms);
        }
    }

    /** The forms of a verb; a + after it doubles its last letter, as an l may be anyway: canceled, cancelled. */
    Map<String, Form> verb(String entry) {
        boolean doubles = entry.endsWith("+");
        String base = doubles ? entry.substring(0, entry.length() - 1) : entry;
        Map<String, Form> forms = new LinkedHashMap<>();
        forms.put(base, Form.BASE);
        forms.putIfAbsent(thirdPerson(base), Form.THIRD_PERSON);
        List<String> listed = irregular.get(base);
        if (listed != null) {
            forms.putIfAbsent(listed.get(2), Form.PARTICIPLE);
            forms.putIfAbsent(listed.get(1), Form.PAST);
            forms.put(listed.get(3), Form.GERUND);
        } else {
            String stem = doubles ? base + base.charAt(base.length() - 1) : base;
            forms.put(past(stem), Form.PAST);
            forms.put(gerund(stem), Form.GERUND);
            if (base.matches(".*[^aeiou][aeiou]l")) {
                forms.putIfAbsent(past(base + "l"), Form.PAST);
                forms.putIfAbsent(gerund(base + "l"), Form.GERUND);
            }
        }
        return forms;
    }

    /** Singular and plural of a noun, the last word of a phrase being inflected. */
    static List<String> noun(String singular) {
        int head = singular.indexOf(" d'affaires");
        if (head > 0) {
            return List.of(singular, singular.substring(0, head) + "s" + singular.substring(head));
        }
        int of = singular.indexOf(" of ");
        String first = of > 0 ? singular.substring(0, of) : singular;
        return List.of(singular, plural(first) + singular.substring(first.length()));
    }

    private static String plural(String noun) {
        return noun.endsWith("man") ? noun.substring(0, noun.length() - 2) + "en" : thirdPerson(noun);
    }

    private static String thirdPerson(String base) {
        if (base.matches(".*(s|x|z|ch|sh|o)")) {
            return base + "es";
        }
        return base.matches(".*[^aeiou]y") ? base.substring(0, base.length() - 1) + "ies" : base + "s";
    }

    private static String past(String stem) {
        if (stem.endsWith("e")) {
            return stem + "d";
        }
        return stem.matches(".*[^aeiou]y") ? stem.substring(0, stem.length() - 1) + "ied" : stem + "ed";
    }

    private static String gerund(String stem) {
        boolean dropsE = stem.endsWith("e") && !stem.endsWith("ee");
        return (dropsE ? stem.substring(0, stem.length() - 1) : stem) + "ing";
    }
}
