package io.demarche.rules.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.demarche.core.rulebook.Compilation;
import io.demarche.core.rulebook.Compilation.Broken;
import io.demarche.core.rulebook.Compilation.Compiled;
import io.demarche.core.rulebook.Problem;
import io.demarche.core.rulebook.Revision;
import io.demarche.core.rulebook.RuleFile;
import io.demarche.core.rulebook.RulebookCompiler;

/** Compiles rule files in DRL, as far as the allow-list goes. */
public final class DrlCompiler implements RulebookCompiler {

    @Override
    public Compilation compile(Revision revision) {
        List<Problem> problems = new ArrayList<>();
        List<CheckedRule> rules = new ArrayList<>();
        Map<String, String> fileOfRule = new HashMap<>();
        for (RuleFile file : revision.files()) {
            SourceText source = SourceText.of(file);
            DrlFileChecker checker = new DrlFileChecker(source);
            for (CheckedRule rule : checker.check()) {
                String name = rule.head().name();
                String earlier = fileOfRule.putIfAbsent(name, file.path());
                if (earlier != null) {
                    int second = source.text().lastIndexOf(name);
                    problems.add(source.problem(second, "the name '" + name + "' is taken by a rule in " + earlier));
                }
                rules.add(rule);
            }
            problems.addAll(checker.problems());
        }
        return problems.isEmpty() ? compiled(revision, rules) : new Broken(problems);
    }

    private static Compilation compiled(Revision revision, List<CheckedRule> rules) {
        return new Compiled(new KieRulebook(
                revision.number(),
                rules.stream()
                        .filter(rule -> rule.head().enabled())
                        .map(ModelBuilder::build)
                        .toList()));
    }
}
