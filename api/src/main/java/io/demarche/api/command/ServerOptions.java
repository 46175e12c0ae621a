package io.demarche.api.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.demarche.api.DemarcheApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What every command that opens the store may be told. */
final class ServerOptions {

    private static final Pattern SETTING = Pattern.compile("--[a-z][a-z0-9-]*(\\.[A-Za-z0-9-]+)+=(?s:.*)");

    @Option(names = "--data", paramLabel = "DIR", description = "Where the embedded database lies. Default: ./data")
    @Nullable
    Path data;

    @Option(
            names = "--rulebook",
            paramLabel = "DIR",
            description =
                    "A folder of rulebook files, published at the start if it has changed since it was last published.")
    @Nullable
    Path rulebook;

    /**
     * The settings among what looks like options and is none of ours, such as {@code --spring.datasource.url=jdbc:postgresql://…}, as
     * properties; anything else is refused.
     */
    static List<String> settings(CommandSpec command, List<String> unmatched) {
        for (String argument : unmatched) {
            if (!SETTING.matcher(argument).matches()) {
                throw new ParameterException(
                        command.commandLine(),
                        "Unknown option: '" + argument
                                + "'; a setting is given as --key=value, such as --server.port=8081");
            }
        }
        return unmatched.stream()
                .map(setting -> setting.substring("--".length()))
                .toList();
    }

    /** Starts the application with the settings that a command was given beside its options; likewise. */
    ConfigurableApplicationContext start(
            WebApplicationType type, CommandSpec command, List<String> unmatched, List<String> more) {
        List<String> properties = new ArrayList<>(settings(command, unmatched));
        properties.addAll(more);
        return start(type, properties);
    }

    /** Starts the application; {@code more} are properties as {@code key=value}. */
    ConfigurableApplicationContext start(WebApplicationType type, List<String> more) {
        List<String> arguments = new ArrayList<>();
        if (data != null) {
            arguments.add("--demarche.data=" + data.toAbsolutePath());
        }
        if (rulebook != null) {
            arguments.add("--demarche.rulebook.folder=" + rulebook);
        }
        more.forEach(property -> arguments.add("--" + property));
        SpringApplication application = new SpringApplication(DemarcheApplication.class);
        application.setWebApplicationType(type);
        application.setLogStartupInfo(false);
        return application.run(arguments.toArray(String[]::new));
    }
}
