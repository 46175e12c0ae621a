package io.demarche.rules.reading.english;

/** How a head and its object stand to each other. */
enum Construction {
    ACTIVE("a verb with its object behind it"),
    PASSIVE("a passive with its object before it"),
    DESCRIBING("a participle that describes the noun before it"),
    RELATIVE("a relative clause behind its object"),
    NOMINAL("a noun of doing with its object"),
    GOVERNED("an object that a word of proposing, threatening or refusing governs"),
    POINTING_BACK("a verb with a pronoun for an object told of before"),
    ECHO("doing again what was told of last"),
    ELLIPSIS("an auxiliary without its verb, which is what was told of last"),
    TAKEBACK("taking back what was told of last"),
    GAPPED("a verb left out behind one more who does it, with another number"),
    INVERTED("as another did too, behind what was told"),
    REFUSAL("refusing what was told of last");

    private final String meaning;

    Construction(String meaning) {
        this.meaning = meaning;
    }

    /** Whether head and object stand as in a plain active sentence or a noun of doing, which are misread least. */
    boolean isPlain() {
        return this != PASSIVE
                && this != GOVERNED
                && this != ECHO
                && this != ELLIPSIS
                && this != GAPPED
                && this != INVERTED
                && this != TAKEBACK
                && this != REFUSAL;
    }

    /** Whether it says of what was told of last that another did it too, or refused. */
    boolean isOfLast() {
        return this == ECHO || this == INVERTED || this == REFUSAL;
    }

    String meaning() {
        return meaning;
    }
}
