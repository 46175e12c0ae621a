package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import io.demarche.core.rulebook.Compilation;
import io.demarche.core.rulebook.Compilation.Broken;
import io.demarche.core.rulebook.Compilation.Compiled;
import io.demarche.core.rulebook.Example;
import io.demarche.core.rulebook.Problem;
import io.demarche.core.rulebook.RulebookCompiler;
import io.demarche.core.rulebook.RulebookFile;
import io.demarche.core.statement.StatementReader;
import io.demarche.rules.reading.english.EnglishReader;
import io.demarche.rules.reading.english.LexiconAdditions;

/**
 * Compiles a rulebook: rules in {@code *.drl}, as far as the allow-list goes; lists of parties in {@code lists.yaml}; examples in
 * {@code examples/*.yaml}; additions to the lexicon in {@code lexicon/*.txt}. What it made of a file it keeps, so that of a rulebook
 * of which one file changed only that one is compiled again.
 */
public final class DrlCompiler implements RulebookCompiler {

    private static final int MOST_FILES = 1_000;
    private static final int MOST_RULES = 20_000;
    private static final int READERS_KEPT = 4;

    /** Twice the text of ten thousand rules. */
    private static final int CHARACTERS_KEPT = 4_000_000;

    private static final Map<String, SortedSet<String>> BUNDLED_LISTS = PartyLists.bundled();

    private final Recent<CompiledFile.Key, CompiledFile> files =
            new Recent<>(CHARACTERS_KEPT, key -> key.file().text().length());
    private final Recent<RulebookFile, ExampleFile.Content> exampleFiles =
            new Recent<>(CHARACTERS_KEPT, file -> file.text().length());
    private final Recent<LexiconAdditions, StatementReader> readers = new Recent<>(READERS_KEPT, additions -> 1);
    private final UnaryOperator<StatementReader> around;

    /** A compiler whose rulebooks read by {@link EnglishReader}s. */
    public DrlCompiler() {
        this(UnaryOperator.identity());
    }

    /** The same, with something put around each reader, to count or to time what it does. */
    public DrlCompiler(UnaryOperator<StatementReader> around) {
        this.around = around;
    }

    @Override
    public Compilation compile(int revision, List<RulebookFile> given) {
        if (given.size() > MOST_FILES) {
            return new Broken(List.of(new Problem("", 1, 1, "a rulebook has at most " + MOST_FILES + " files")));
        }
        List<RulebookFile> sorted = given.stream().sorted().toList();
        List<Problem> problems = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        LexiconAdditions additions = LexiconFiles.read(of(FileKind.LEXICON, sorted), problems);
        Vocabulary vocabulary = vocabulary(sorted, additions, problems);
        List<CompiledFile.Ready> rules = new ArrayList<>();
        for (RulebookFile file : of(FileKind.RULES, sorted)) {
            CompiledFile compiled =
                    files.get(new CompiledFile.Key(file, vocabulary), key -> CompiledFile.of(file, vocabulary));
            problems.addAll(compiled.problems());
            warnings.addAll(compiled.warnings());
            rules.addAll(compiled.rules());
        }
        checkNames(rules, problems);
        warnings.addAll(Doubles.among(rules));
        List<Example> examples = new ArrayList<>();
        for (RulebookFile file : of(FileKind.EXAMPLES, sorted)) {
            ExampleFile.Content content = exampleFiles.get(file, ExampleFile::read);
            examples.addAll(content.examples());
            problems.addAll(content.problems());
        }
        of(FileKind.UNKNOWN, sorted).forEach(file -> problems.add(new Problem(file.path(), 1, 1, FileKind.EXPECTED)));
        if (!problems.isEmpty()) {
            return new Broken(problems.stream().sorted(Problem.IN_ORDER_OF_TEXT).toList());
        }
        StatementReader reader = readers.get(additions, added -> around.apply(new EnglishReader(added)));
        return new Compiled(
                new KieRulebook(revision, rules, examples, vocabulary, reader),
                warnings.stream().sorted(Problem.IN_ORDER_OF_TEXT).toList());
    }

    private static Vocabulary vocabulary(
            List<RulebookFile> sorted, LexiconAdditions additions, List<Problem> problems) {
        SortedMap<String, String> names = new TreeMap<>(additions.parties());
        names.putAll(EnglishReader.parties());
        return new Vocabulary(names, PartyLists.with(BUNDLED_LISTS, of(FileKind.LISTS, sorted), problems));
    }

    private static void checkNames(List<CompiledFile.Ready> rules, List<Problem> problems) {
        if (rules.size() > MOST_RULES) {
            problems.add(
                    new Problem("", 1, 1, "a rulebook has at most " + MOST_RULES + " rules, found " + rules.size()));
        }
        Map<String, Problem> places = new HashMap<>();
        for (CompiledFile.Ready rule : rules) {
            Problem place = rule.at("");
            Problem earlier = places.putIfAbsent(rule.name(), place);
            if (earlier != null) {
                problems.add(rule.at("the name '" + rule.name() + "' is taken by the rule at " + earlier.file() + ":"
                        + earlier.line()));
            }
        }
    }

    private static List<RulebookFile> of(FileKind kind, List<RulebookFile> files) {
        return files.stream().filter(file -> FileKind.of(file.path()) == kind).toList();
    }
}
