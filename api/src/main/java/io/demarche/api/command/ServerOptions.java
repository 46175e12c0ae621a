package io.demarche.api.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.demarche.api.DemarcheApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** What every command that opens the store may be told. */
final class ServerOptions {

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
