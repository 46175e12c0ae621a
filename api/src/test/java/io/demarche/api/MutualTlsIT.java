package io.demarche.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A receiver that takes webhooks only from who shows a certificate, and whose own nobody vouches for but itself. */
@Timeout(120)
class MutualTlsIT {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void onlyACertificateOpensTheDoor() throws Exception {
        KeyStore receiver = keyPair("receiver");
        KeyStore sender = keyPair("sender");
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        HttpsServer server = receiver(receiver, sender, received);
        String url = "https://127.0.0.1:" + server.getAddress().getPort() + "/";
        Map<String, String> tls = Map.of(
                "authorities",
                        pem("CERTIFICATE", receiver.getCertificate("receiver").getEncoded()),
                "certificate",
                        pem("CERTIFICATE", sender.getCertificate("sender").getEncoded()),
                "key", pem("PRIVATE KEY", sender.getKey("sender", PASSWORD).getEncoded()));
        try (TestServer demarche = new TestServer(folder)) {
            JsonNode known =
                    demarche.post("/api/v1/subscriptions", Map.of("url", url, "credentials", Map.of("tls", tls)));
            JsonNode unknown = demarche.post(
                    "/api/v1/subscriptions",
                    Map.of("url", url, "credentials", Map.of("tls", Map.of("authorities", tls.get("authorities")))));
            demarche.post("/api/v1/articles", Map.of("text", "Norway expelled two Russian diplomats."));

            assertThat(received.poll(60, TimeUnit.SECONDS)).isEqualTo("CN=sender");
            assertThat(attempt(demarche, known).get("outcome").asString()).isEqualTo("ACCEPTED");
            assertThat(attempt(demarche, unknown).get("outcome").asString()).isEqualTo("UNREACHABLE");
            assertThat(received).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    private static JsonNode attempt(TestServer demarche, JsonNode subscription) throws Exception {
        String path = "/api/v1/subscriptions/" + subscription.get("id").asString() + "/deliveries";
        JsonNode attempts = demarche.json(path).get(0).get("attempts");
        while (attempts.isEmpty()) {
            Thread.onSpinWait();
            attempts = demarche.json(path).get(0).get("attempts");
        }
        return attempts.get(0);
    }

    private static HttpsServer receiver(KeyStore own, KeyStore trusted, BlockingQueue<String> received)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            authorities.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        authorities.setCertificateEntry("sender", trusted.getCertificate("sender"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = context.getDefaultSSLParameters();
                ssl.setNeedClientAuth(true);
                parameters.setSSLParameters(ssl);
            }
        });
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            received.add(((com.sun.net.httpserver.HttpsExchange) exchange)
                    .getSSLSession()
                    .getPeerPrincipal()
                    .getName());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** A key pair with a certificate of its own, made by the JDK's keytool. */
    private KeyStore keyPair(String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).describedAs(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private static String pem(String what, byte[] encoded) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text);
    }
}
