package io.demarche.rules.rulebook;

/** What a file of a rulebook holds, by its path. */
enum FileKind {
    RULES,
    LISTS,
    EXAMPLES,
    LEXICON,
    UNKNOWN;

    /** What to say of a file whose path tells nothing. */
    static final String EXPECTED =
            "a rulebook holds rules (*.drl), lists of parties (lists.yaml), examples (examples/*.yaml) and additions to the lexicon"
                    + " (lexicon/*.txt)";

    static FileKind of(String path) {
        if (path.endsWith(".drl")) {
            return RULES;
        }
        if (path.equals("lists.yaml")) {
            return LISTS;
        }
        if (path.startsWith("examples/") && path.endsWith(".yaml")) {
            return EXAMPLES;
        }
        return path.startsWith("lexicon/") && path.endsWith(".txt") ? LEXICON : UNKNOWN;
    }
}
