package io.demarche.rules.rulebook;

import java.util.List;
import java.util.stream.Collectors;

import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;

/** Some rules and the sessions in which they are evaluated. */
final class Network {

    private final List<CompiledFile.Ready> rules;
    private final Sessions sessions;
    private @Nullable List<Network> halves;

    Network(List<CompiledFile.Ready> rules) {
        this.rules = List.copyOf(rules);
        this.sessions = new Sessions(KieBaseBuilder.createKieBaseFromModel(new ModelImpl("rulebook")
                .withRules(rules.stream().map(CompiledFile.Ready::rule).collect(Collectors.toList()))));
    }

    List<CompiledFile.Ready> rules() {
        return rules;
    }

    Sessions sessions() {
        return sessions;
    }

    /** The same rules in two parts; made when they are first asked for. */
    synchronized List<Network> halves() {
        if (halves == null) {
            int middle = rules.size() / 2;
            halves = List.of(new Network(rules.subList(0, middle)), new Network(rules.subList(middle, rules.size())));
        }
        return halves;
    }
}
