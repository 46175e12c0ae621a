import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints every page of a query, a JSON document each, with the JDK alone:
 * {@code DEMARCHE_KEY=dmk_… java Events.java http://127.0.0.1:8080 'party=RUS&move=LIFT'}.
 */
public final class Events {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private Events() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        Optional<URI> page = Optional.of(URI.create(arguments[0] + "/api/v1/events?" + arguments[1]));
        while (page.isPresent()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(page.get()).timeout(Duration.ofSeconds(30));
            String key = System.getenv("DEMARCHE_KEY");
            if (key != null) {
                request.header("Authorization", "Bearer " + key);
            }
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.statusCode() + ": " + answer.body());
            }
            System.out.println(answer.body());
            page = answer.headers().firstValue("Link").map(NEXT::matcher).filter(Matcher::find).map(link -> URI.create(link.group(1)));
        }
    }
}
