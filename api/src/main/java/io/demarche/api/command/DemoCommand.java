package io.demarche.api.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import io.demarche.api.demo.Demo;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Shows the whole line on bundled articles: a feed is ingested over loopback, flagged events are printed as they come, and"
                        + " a receiver shows the verified webhooks. Uses a fresh database in a temporary folder; runs until stopped by Ctrl-C.")
final class DemoCommand implements Callable<Integer> {

    private static final int USUAL_PORT = 8080;

    @Option(names = "--port", description = "Default: 8080, or any free one if that is taken.")
    private @Nullable Integer port;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("demarche-demo");
        ServerOptions options = new ServerOptions();
        options.data = data;
        PrintWriter out = spec.commandLine().getOut();
        out.println("Starting the server on an embedded database in " + data + " ...");
        ConfigurableApplicationContext context = options.start(
                WebApplicationType.SERVLET,
                List.of(
                        "server.port=" + (port == null ? freePort() : port),
                        "demarche.security.open=true",
                        "demarche.source.poll=200ms",
                        "demarche.network.allowed=127.0.0.1"));
        try (Demo demo = new Demo(ServeCommand.Addresses.of(context.getEnvironment()), out::println)) {
            demo.run();
            out.println(ServeCommand.Addresses.guide(context.getEnvironment()));
            Thread.currentThread().join();
        }
        return ExitCode.OK;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(USUAL_PORT, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            return 0;
        }
    }
}
