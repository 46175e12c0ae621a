package io.demarche.api.article;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.demarche.api.json.StatementJson;
import io.demarche.core.statement.ReadingStore.Version;
import io.demarche.core.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A text that an article had.
 *
 * @param since when it came in
 * @param statements what was read in it
 * @param changes since the text before; null for the first
 */
record VersionJson(
        int number,
        String title,
        String text,
        Instant since,
        List<StatementJson> statements,
        @Nullable Changes changes) {

    /**
     * What changed.
     *
     * @param title whether the headline did
     * @param added sentences that are new
     * @param removed sentences that are gone
     * @param told statements that are new; one that is only told in other words is not
     * @param untold statements that are gone
     */
    record Changes(
            boolean title,
            Collection<String> added,
            Collection<String> removed,
            List<StatementJson> told,
            List<StatementJson> untold) {}

    private static final Pattern END = Pattern.compile("(?<=[.!?؟])\\s+|(?<=[。！？])|\\n+");

    static VersionJson of(Version version, @Nullable Version before) {
        return new VersionJson(
                version.number(),
                version.title(),
                version.text(),
                version.since(),
                version.statements().stream().map(StatementJson::of).toList(),
                before == null ? null : changes(before, version));
    }

    private static Changes changes(Version before, Version after) {
        return new Changes(
                !before.title().equals(after.title()),
                without(sentences(after), sentences(before)),
                without(sentences(before), sentences(after)),
                untold(after, before),
                untold(before, after));
    }

    private static Set<String> sentences(Version version) {
        return END.splitAsStream(version.text())
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> without(Set<String> sentences, Set<String> others) {
        sentences.removeAll(others);
        return sentences;
    }

    private static List<StatementJson> untold(Version here, Version there) {
        Set<List<Object>> told =
                there.statements().stream().map(VersionJson::said).collect(Collectors.toSet());
        return here.statements().stream()
                .filter(statement -> !told.contains(said(statement)))
                .map(StatementJson::of)
                .toList();
    }

    private static List<Object> said(Statement statement) {
        return List.of(statement.doing(), Optional.ofNullable(statement.count()), statement.background());
    }
}
