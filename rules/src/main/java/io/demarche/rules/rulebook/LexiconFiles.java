package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.demarche.core.rulebook.Problem;
import io.demarche.core.rulebook.RulebookFile;
import io.demarche.rules.reading.english.LexiconAdditions;
import io.demarche.rules.reading.english.LexiconAdditions.File;
import io.demarche.rules.reading.english.LexiconAdditions.Line;

/** Reads what a rulebook adds to the lexicon. */
final class LexiconFiles {

    private static final String FOLDER = "lexicon/";
    private static final int MOST_LINES = 10_000;

    private LexiconFiles() {}

    /** The additions of all files; mistakes are added to the problems. */
    static LexiconAdditions read(List<RulebookFile> files, List<Problem> problems) {
        List<Line> lines = new ArrayList<>();
        for (RulebookFile file : files) {
            Optional<File> kind = File.named(file.path().substring(FOLDER.length()));
            if (kind.isEmpty()) {
                problems.add(new Problem(file.path(), 1, 1, "the lexicon is added to by " + File.names()));
                continue;
            }
            String[] texts = file.text().split("\n", -1);
            for (int i = 0; i < texts.length; i++) {
                try {
                    LexiconAdditions.line(kind.get(), texts[i]).ifPresent(lines::add);
                } catch (IllegalArgumentException e) {
                    problems.add(new Problem(file.path(), i + 1, 1, String.valueOf(e.getMessage())));
                }
            }
        }
        if (lines.size() > MOST_LINES) {
            problems.add(new Problem(FOLDER, 1, 1, "the lexicon is added to by at most " + MOST_LINES + " lines"));
        }
        return new LexiconAdditions(lines);
    }
}
