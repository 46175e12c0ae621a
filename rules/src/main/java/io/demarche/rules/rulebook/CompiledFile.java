package io.demarche.rules.rulebook;

import java.util.List;

import io.demarche.core.rulebook.Problem;
import io.demarche.core.rulebook.RulebookFile;
import org.drools.model.Rule;

/** What the compiler made of one rule file. */
record CompiledFile(List<Ready> rules, List<Problem> problems, List<Problem> warnings) {

    /** All on which that depends. */
    record Key(RulebookFile file, Vocabulary vocabulary) {}

    /**
     * A rule in both its forms.
     *
     * @param line where it begins in its file
     */
    record Ready(String file, int line, CheckedRule checked, Rule rule) {

        String name() {
            return checked.head().name();
        }

        io.demarche.core.rulebook.Rule summary() {
            RuleHead head = checked.head();
            return new io.demarche.core.rulebook.Rule(
                    head.name(),
                    file,
                    line,
                    head.title(),
                    head.description(),
                    head.severity(),
                    checked.raises().stream()
                            .map(CheckedRule.Raise::kind)
                            .distinct()
                            .toList(),
                    head.tags(),
                    head.enabled());
        }

        Problem at(String message) {
            return new Problem(file, line, 1, message);
        }
    }

    static CompiledFile of(RulebookFile file, Vocabulary vocabulary) {
        DrlFileChecker checker = new DrlFileChecker(SourceText.of(file), vocabulary);
        List<Ready> ready = checker.check().stream()
                .map(found -> new Ready(file.path(), found.line(), found.rule(), ModelBuilder.build(found.rule())))
                .toList();
        return new CompiledFile(ready, List.copyOf(checker.problems()), List.copyOf(checker.warnings()));
    }
}
