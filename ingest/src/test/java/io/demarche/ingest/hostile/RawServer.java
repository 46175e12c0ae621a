package io.demarche.ingest.hostile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that sends, byte for byte, what it is told to. */
final class RawServer implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    /** What is sent after a request was read; the connection is closed behind it. */
    interface Script {

        /** May run for as long as somebody reads. */
        void send(OutputStream out) throws IOException, InterruptedException;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the server
    RawServer() throws IOException {
        threads.submit(this::accept);
    }

    URI add(String path, Script script) {
        scripts.put(path, script);
        return at(path);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + path);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a connection's failure is its client's
    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                threads.submit(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            String request = String.valueOf(in.readLine());
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                // the header fields do not matter
            }
            String path = request.replaceFirst("^\\S+ ", "").replaceFirst(" \\S+$", "");
            Script script = scripts.getOrDefault(
                    path, out -> out.write(bytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")));
            script.send(connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException e) {
            // the client has hung up, as it should on some
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
