package io.demarche.api.command;

import java.util.ArrayList;
import java.util.List;

import io.demarche.api.security.Setup;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Starts the server (the default). It listens on loopback unless told otherwise, and stops on Ctrl-C. Every setting"
                        + " of docs/configuration.md may be given as --key=value, for example --demarche.source.floor=10m, or as an environment"
                        + " variable, for example DEMARCHE_SOURCE_FLOOR.")
final class ServeCommand implements Runnable {

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(names = "--port", description = "Default: 8080")
    private @Nullable Integer port;

    @Option(names = "--address", description = "The address to listen on. Default: 127.0.0.1")
    private @Nullable String address;

    @Option(
            names = "--open",
            description =
                    "Lets everybody on this machine do everything without an account. For trying it out; on loopback only.")
    private boolean open;

    @Option(
            names = "--setup",
            description =
                    "Prints a setup key although there are accounts, since the last administrator's key was lost.")
    private boolean setup;

    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        List<String> properties = new ArrayList<>();
        if (port != null) {
            properties.add("server.port=" + port);
        }
        if (address != null) {
            properties.add("server.address=" + address);
        }
        if (open) {
            properties.add("demarche.security.open=true");
        }
        if (setup) {
            properties.add("demarche.security.setup=true");
        }
        ConfigurableApplicationContext context = options.start(WebApplicationType.SERVLET, spec, settings, properties);
        System.out.println("Demarche listens on " + Addresses.of(context.getEnvironment()));
        System.out.println(Addresses.guide(context.getEnvironment()));
        context.getBean(Setup.class)
                .key()
                .ifPresent(key -> System.out.println(Addresses.setUp(context.getEnvironment(), key)));
    }

    /** The addresses of a running server. */
    static final class Addresses {

        private Addresses() {}

        static String of(Environment environment) {
            return "http://" + environment.getProperty("server.address") + ":"
                    + environment.getProperty("local.server.port");
        }

        static String guide(Environment environment) {
            String base = of(environment);
            return """
                      interface    %1$s/docs
                      events       %1$s/api/v1/events
                      health       %1$s/actuator/health
                      metrics      %1$s/actuator/prometheus
                      stop with Ctrl-C""".formatted(base);
        }

        static String setUp(Environment environment, String key) {
            return """

                    Nobody can administrate it yet. This setup key makes the first administrator, once:

                      %2$s

                    Open %1$s/login.html, or

                      curl -s -H 'Content-Type: application/json' %1$s/api/v1/setup --data '{"setupKey": "%2$s", "name": "your name"}'

                    To try it out without accounts, on this machine only: demarche serve --open""".formatted(of(environment), key);
        }
    }
}
