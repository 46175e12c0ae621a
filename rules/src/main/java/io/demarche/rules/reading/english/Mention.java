package io.demarche.rules.reading.english;

import io.demarche.core.statement.Party;

/** A party named by the tokens from {@code from} up to, not including, {@code to}. */
record Mention(int from, int to, Party party, Kind kind) {

    /** The same, as one of that kind. */
    Mention as(Kind other) {
        return new Mention(from, to, party, other);
    }

    /** How a party may be named. */
    enum Kind {
        /** Russia, Moscow, the Kremlin. */
        NAME,
        /** Russians. */
        NATIONALS,
        /** Russian. */
        ADJECTIVE,
        /** Lavrov. */
        PERSON,
        /** Murmansk: where something is, not who does it. */
        PLACE
    }
}
