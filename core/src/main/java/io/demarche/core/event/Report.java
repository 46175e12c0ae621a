package io.demarche.core.event;

import java.util.Comparator;
import java.util.List;

import io.demarche.core.article.Article;
import io.demarche.core.rulebook.Flag;
import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Statement;

/**
 * One article that tells of a doing, with the flags it raised.
 *
 * @param article the article
 * @param statement what in it tells of the doing
 * @param flags the flags raised on that statement; never empty
 */
public record Report(Article article, Statement statement, List<Flag> flags) {

    public Report {
        flags = List.copyOf(flags);
        if (flags.isEmpty()) {
            throw new IllegalArgumentException("a report without a flag is nobody's event, article " + article.id());
        }
    }

    /** The reports that follow from the flags on one article: one for each doing, told by its most confident statement. */
    public static List<Report> of(Article article, List<Flag> flags) {
        return Flag.byDoing(flags).values().stream()
                .map(same -> new Report(article, mostConfident(same), same))
                .toList();
    }

    /** What the article tells of. */
    public Doing doing() {
        return statement.doing();
    }

    private static Statement mostConfident(List<Flag> flags) {
        return flags.stream()
                .map(Flag::statement)
                .max(Comparator.comparingDouble(Statement::confidence))
                .orElseThrow();
    }
}
