package io.demarche.rules.reading.english;

/** The form in which a word of doing stands. */
enum Form {
    BASE,
    THIRD_PERSON,
    PAST,
    PARTICIPLE,
    GERUND,
    NOUN;

    boolean isPresent() {
        return this == BASE || this == THIRD_PERSON;
    }

    /** Lifting them, the lifting of them: whether it may stand as a noun does. */
    boolean isNominal() {
        return this == GERUND || this == NOUN;
    }

    boolean isPastOrParticiple() {
        return this == PAST || this == PARTICIPLE;
    }
}
