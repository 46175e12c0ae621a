package io.demarche.api.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import io.demarche.api.store.Expiring;
import io.demarche.api.web.Caller;
import io.demarche.api.web.RefusedException;
import io.demarche.core.pipeline.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Who may call what. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(SecuritySettings.class)
public class SecurityConfiguration {

    /** Pages load nothing from elsewhere. Swagger UI writes its own styles into the page and shows small pictures as data. */
    private static final String CONTENT =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none';"
                    + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Accounts accounts(JdbcClient jdbc, Transactions transactions, InstantSource clock) {
        return new Accounts(jdbc, transactions, clock);
    }

    @Bean
    AuditLog auditLog(JdbcClient jdbc, Transactions transactions, InstantSource clock, JsonMapper json) {
        return new AuditLog(jdbc, transactions, clock, json);
    }

    @Bean
    Expiring oldAuditEntries(AuditLog log, SecuritySettings settings) {
        Duration kept = settings.auditKept();
        return now -> kept == null ? 0 : log.forgetBefore(now.minus(kept));
    }

    /** What the first administrator needs. */
    @Bean
    public Setup setup(
            SecuritySettings settings,
            Accounts accounts,
            SecureRandom random,
            @Value("${server.address:0.0.0.0}") String address) {
        if (settings.open()) {
            if (!isLoopback(address)) {
                throw new IllegalStateException(
                        "a server without accounts listens on loopback only: take demarche.security.open (serve --open) away, or"
                                + " server.address=" + address);
            }
            return Setup.none();
        }
        return settings.setup() || !accounts.hasAdministrator()
                ? Setup.with(settings.setupKey(), random)
                : Setup.none();
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Bean
    AccountController accountController(Accounts accounts, Setup setup, InstantSource clock, SecureRandom random) {
        return new AccountController(accounts, setup, clock, random);
    }

    @Bean
    AuditController auditController(AuditLog log) {
        return new AuditController(log);
    }

    @Bean
    Limits limits(SecuritySettings settings) {
        return new Limits(settings.requestsPerMinute(), settings.failuresPerMinute());
    }

    @Bean
    Keys keys(Accounts accounts, Limits limits) {
        return new Keys(accounts, limits);
    }

    @Bean
    SessionController sessionController(
            Keys keys, SecuritySettings settings, Setup setup, ObjectProvider<ClientRegistrationRepository> logins) {
        return new SessionController(keys, settings.open(), setup, logins.getIfAvailable());
    }

    @Bean
    WebMvcConfigurer auditing(AuditLog log) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AuditInterceptor(log)).addPathPatterns("/api/**");
            }
        };
    }

    /** Paths that hide what they lead to, such as those with // or ;. */
    @Bean
    RequestRejectedHandler pathRefusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return (request, response, e) -> problems.resolveException(
                request,
                response,
                null,
                new RefusedException(
                        HttpStatus.BAD_REQUEST,
                        "ambiguous-request",
                        "the path, the host or a field of the request holds what nothing here needs, such as // or ;",
                        Map.of()));
    }

    @Bean
    SecurityFilterChain access(
            HttpSecurity http,
            SecuritySettings settings,
            Keys keys,
            Accounts accounts,
            Limits limits,
            InstantSource clock,
            ObjectProvider<ClientRegistrationRepository> logins,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        Refusals refusals = new Refusals(problems);
        http.securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access((authentication, context) ->
                                new AuthorizationDecision(AccessTable.line(context.getRequest())
                                        .need()
                                        .isMetBy(
                                                authentication.get().getPrincipal() instanceof Caller caller
                                                        ? caller
                                                        : null))));
        if (settings.open()) {
            http.csrf(csrf -> csrf.disable()).addFilterBefore(new OpenFilter(problems), CsrfFilter.class);
        } else {
            http.csrf(csrf -> csrf.ignoringRequestMatchers(SecurityConfiguration::isSafeFromForgery))
                    .addFilterBefore(new CallerFilter(keys, accounts, limits, problems), CsrfFilter.class);
            if (logins.getIfAvailable() != null) {
                Logins handler = new Logins(accounts, settings.rolesClaim(), settings.groups(), clock);
                http.oauth2Login(login ->
                        login.loginPage("/login.html").successHandler(handler).failureHandler(handler));
            }
        }
        return http.build();
    }

    /** No other site's page can make a browser send a key, and where nobody needs to be let in, there is nothing to abuse. */
    private static boolean isSafeFromForgery(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null || request.getSession(false) == null;
    }
}
