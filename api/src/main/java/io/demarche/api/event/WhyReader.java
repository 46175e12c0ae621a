package io.demarche.api.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.demarche.api.json.FlagJson;
import io.demarche.api.json.ReportJson;
import io.demarche.api.json.StatementJson;
import io.demarche.core.article.Article;
import io.demarche.core.article.ArticleStore;
import io.demarche.core.rulebook.Compilation;
import io.demarche.core.rulebook.Revision;
import io.demarche.core.rulebook.RevisionStore;
import io.demarche.core.rulebook.Rule;
import io.demarche.core.rulebook.Rulebook;
import io.demarche.core.rulebook.RulebookCompiler;
import io.demarche.core.rulebook.RulebookFile;
import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Explanation;
import io.demarche.core.statement.Reason;
import io.demarche.core.statement.Statement;
import org.jspecify.annotations.Nullable;

/** Finds out why an event was flagged: the words, the constructions, and the text of the rules. */
final class WhyReader {

    private final ArticleStore articles;
    private final Rulebook rulebook;
    private final RevisionStore revisions;
    private final RulebookCompiler compiler;

    WhyReader(ArticleStore articles, Rulebook rulebook, RevisionStore revisions, RulebookCompiler compiler) {
        this.articles = articles;
        this.rulebook = rulebook;
        this.revisions = revisions;
        this.compiler = compiler;
    }

    Why why(String eventId, ReportJson report) {
        Optional<Explained> explained = explained(report);
        Map<Integer, Past> pasts = new HashMap<>();
        return new Why(
                eventId,
                report.articleId(),
                report.title(),
                report.url(),
                explained.map(Explained::sentence).orElse(null),
                report.statement(),
                explained.map(Explained::reasons).orElse(null),
                report.flags().stream()
                        .map(flag -> raisedBy(flag, pasts.computeIfAbsent(flag.revision(), this::past)))
                        .toList());
    }

    private record Explained(@Nullable String sentence, List<Reason> reasons) {}

    /** The text is read anew: a copy is not, its places are those of the article that had the text first. */
    private Optional<Explained> explained(ReportJson report) {
        String id = report.copyOf() == null ? report.articleId() : report.copyOf();
        Optional<Article> article = articles.find(id);
        if (article.isEmpty()) {
            return Optional.empty();
        }
        Explanation explanation = rulebook.current().reader().explain(article.get());
        List<Statement> statements = explanation.reading().statements();
        for (int i = 0; i < statements.size(); i++) {
            if (isSame(StatementJson.of(statements.get(i)), report.statement())) {
                Evidence evidence = statements.get(i).evidence();
                String sentence = explanation.sentences().stream()
                        .map(Explanation.SentenceView::sentence)
                        .filter(place -> place.part() == evidence.part()
                                && place.start() <= evidence.start()
                                && evidence.start() < place.end())
                        .map(Evidence::quote)
                        .findFirst()
                        .orElse(null);
                return Optional.of(new Explained(sentence, explanation.reasons().get(i)));
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(StatementJson one, StatementJson other) {
        return one.measure() == other.measure()
                && one.move() == other.move()
                && one.status() == other.status()
                && one.actor().equals(other.actor())
                && one.target().equals(other.target())
                && one.part() == other.part()
                && one.start() == other.start();
    }

    /** What a revision held. */
    private record Past(List<RulebookFile> files, List<Rule> rules) {}

    private static Why.RaisedBy raisedBy(FlagJson flag, Past past) {
        Optional<Rule> rule = past.rules().stream()
                .filter(each -> each.name().equals(flag.rule()))
                .findFirst();
        return new Why.RaisedBy(
                flag.kind(),
                flag.severity(),
                flag.because(),
                flag.revision(),
                flag.rule(),
                rule.map(Rule::file).orElse(null),
                rule.map(Rule::line).orElse(null),
                rule.map(found -> text(found, past.files())).orElse(null));
    }

    private Past past(int number) {
        List<RulebookFile> files = revisions.find(number).map(Revision::files).orElse(List.of());
        if (rulebook.current().revision() == number) {
            return new Past(files, rulebook.current().rules());
        }
        return compiler.compile(number, files) instanceof Compilation.Compiled compiled
                ? new Past(files, compiled.rulebook().rules())
                : new Past(files, List.of());
    }

    /** From its first line to its {@code end}. */
    private static String text(Rule rule, List<RulebookFile> files) {
        List<String> lines = files.stream()
                .filter(file -> file.path().equals(rule.file()))
                .findFirst()
                .map(file -> file.text().lines().skip(rule.line() - 1L).toList())
                .orElse(List.of());
        int end = 0;
        while (end < lines.size() && !lines.get(end).strip().equals("end")) {
            end++;
        }
        return String.join("\n", lines.subList(0, Math.min(end + 1, lines.size())));
    }
}
