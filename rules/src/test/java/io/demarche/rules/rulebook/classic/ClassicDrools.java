package io.demarche.rules.rulebook.classic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.demarche.core.statement.Doing;
import io.demarche.core.statement.Evidence;
import io.demarche.core.statement.Measure;
import io.demarche.core.statement.Move;
import io.demarche.core.statement.Party;
import io.demarche.core.statement.Status;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/** Drools as it comes: rule text is compiled and interpreted. */
public final class ClassicDrools {

    private static final String HEAD = """
            package classic;
            import io.demarche.rules.rulebook.classic.Statement;
            import io.demarche.core.statement.Measure;
            import io.demarche.core.statement.Move;
            import io.demarche.core.statement.Status;
            import function io.demarche.rules.rulebook.classic.ClassicDrools.flag;
            """;

    private static final ThreadLocal<TreeSet<String>> FLAGS = ThreadLocal.withInitial(TreeSet::new);

    private final KieBase base;

    /** Compiles rules. */
    public ClassicDrools(String rules) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem().write("src/main/resources/classic/rules.drl", HEAD + rules);
        KieBuilder builder = services.newKieBuilder(files).buildAll();
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalArgumentException(builder.getResults().getMessages(Message.Level.ERROR) + "\n" + rules);
        }
        base = services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
        services.getRepository().removeKieModule(builder.getKieModule().getReleaseId());
    }

    /** Called by the rules. */
    public static void flag(Statement statement, String kind) {
        FLAGS.get().add(kind + " " + statement.told().evidence().start());
    }

    /** The kinds of flag raised, each with the place of its statement. */
    public SortedSet<String> flags(List<io.demarche.core.statement.Statement> statements) {
        FLAGS.get().clear();
        KieSession session = base.newKieSession();
        try {
            statements.forEach(statement -> session.insert(new Statement(statement)));
            session.fireAllRules();
            return new TreeSet<>(FLAGS.get());
        } finally {
            session.dispose();
        }
    }

    /** Runs a rule text on eighty statements. */
    public static void main(String... arguments) throws IOException {
        new ClassicDrools(Files.readString(Path.of(arguments[0])))
                .flags(IntStream.range(0, 80).mapToObj(i -> statement(i)).toList());
    }

    private static io.demarche.core.statement.Statement statement(int i) {
        Doing doing = new Doing(
                Measure.RECALL,
                Move.IMPOSE,
                Status.ADOPTED,
                List.of(new Party("A%02d".formatted(i))),
                List.of(new Party("RUS")),
                false);
        Evidence evidence = new Evidence(Evidence.Part.TEXT, i, i + 5, "words");
        return new io.demarche.core.statement.Statement(doing, new ArrayList<>(), false, null, 0.9, evidence);
    }
}
