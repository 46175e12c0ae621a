package io.demarche.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.demarche.api.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** A login at an OpenID Connect provider: a real one, which runs beside the server. */
class LoginIT {

    private static final String USER = "X-User";
    private static final String CALLBACK = "/login/oauth2/code/ministry";

    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext provider;
    private String issuer;

    @BeforeEach
    void start() {
        provider = SpringApplication.run(Provider.class, "--server.port=0");
        issuer = "http://127.0.0.1:" + provider.getEnvironment().getProperty("local.server.port");
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void aLoginElsewhereLetsInWithTheRolesThatItNames(@TempDir Path folder) throws Exception {
        try (TestServer server = server(folder)) {
            register(server);
            assertThat(server.get("/api/v1/session").body()).contains("/oauth2/authorization/ministry");

            String session = login(server, "ann", "/sources.html");

            String who =
                    get(server.base() + "/api/v1/session", "Cookie", session).body();
            assertThat(who).contains("\"name\":\"ann\"", "\"roles\":[\"ANALYST\"]");
            assertThat(get(server.base() + "/api/v1/rulebook/drafts", "Cookie", session)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(server.base() + "/api/v1/audit", "Cookie", session).statusCode())
                    .isEqualTo(403);
            String again = login(server, "ann", "/sources.html");
            assertThat(get(server.base() + "/api/v1/session", "Cookie", again).body())
                    .contains(who.substring(who.indexOf("\"account\""), who.indexOf("\"name\"")));
        }
    }

    @Test
    void whoHasNoRoleIsNotLetIn(@TempDir Path folder) throws Exception {
        try (TestServer server = server(folder)) {
            register(server);

            String session = login(server, "bob", "/login.html?refused=role");

            assertThat(get(server.base() + "/api/v1/events", "Cookie", session).statusCode())
                    .isEqualTo(401);
        }
    }

    private TestServer server(Path folder) {
        String registration = "spring.security.oauth2.client.registration.ministry.";
        return new TestServer(
                "demarche.data=" + folder,
                "demarche.security.roles-claim=groups",
                "demarche.security.groups.rule-editors=ANALYST",
                registration + "client-id=demarche",
                registration + "client-secret=secret",
                registration + "scope=openid",
                registration + "provider=ministry",
                registration + "redirect-uri={baseUrl}" + CALLBACK,
                registration + "authorization-grant-type=authorization_code",
                "spring.security.oauth2.client.provider.ministry.issuer-uri=" + issuer);
    }

    private void register(TestServer server) {
        ((InMemoryRegisteredClientRepository) provider.getBean(RegisteredClientRepository.class))
                .save(RegisteredClient.withId("demarche")
                        .clientId("demarche")
                        .clientSecret("{noop}secret")
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(server.base() + CALLBACK)
                        .scope("openid")
                        .build());
    }

    /** Goes the way of a browser, and gives the cookie of the session that it ends with. */
    private String login(TestServer server, String user, String end) throws Exception {
        HttpResponse<String> begun = get(server.base() + "/oauth2/authorization/ministry", "Accept", "text/html");
        String before = cookie(begun);
        HttpResponse<String> authorized = get(location(begun), USER, user);
        HttpResponse<String> back = get(location(authorized), "Cookie", before);
        assertThat(location(back)).endsWith(end);
        String after = back.headers().firstValue("Set-Cookie").isPresent() ? cookie(back) : before;
        if (end.equals("/sources.html")) {
            assertThat(after).isNotEqualTo(before);
        }
        return after;
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
    }

    private HttpResponse<String> get(String url, String field, String value) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(url)).header(field, value).build(), BodyHandlers.ofString());
    }

    /** An OpenID Connect provider that knows Ann, who edits rules, and Bob, who does nothing here. */
    @EnableWebSecurity
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Provider {

        @Bean
        SecurityFilterChain protocol(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .addFilterAfter(Provider::takeAtItsWord, SecurityContextHolderFilter.class)
                    .build();
        }

        /** Whoever says so is that user: how a provider finds out is its own affair. */
        private static void takeAtItsWord(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            String user = ((HttpServletRequest) request).getHeader(USER);
            if (user != null) {
                SecurityContextHolder.getContext()
                        .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                user,
                                null,
                                List.of(FactorGrantedAuthority.fromAuthority(
                                        FactorGrantedAuthority.PASSWORD_AUTHORITY))));
            }
            chain.doFilter(request, response);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("none")
                    .clientId("none")
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .build());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> groups() {
            return context -> context.getClaims()
                    .claims(claims -> claims.putAll(Map.of(
                            "preferred_username",
                            context.getPrincipal().getName(),
                            "groups",
                            context.getPrincipal().getName().equals("ann")
                                    ? List.of("rule-editors")
                                    : List.of("cooks"))));
        }

        @Bean
        JWKSource<SecurityContext> keys() throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            java.security.KeyPair pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate())
                    .keyID("one")
                    .build()));
        }
    }
}
