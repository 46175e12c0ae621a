package io.demarche.api.idempotency;

import java.time.InstantSource;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.demarche.api.web.HoldsSecret;
import io.demarche.api.web.WebSettings;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keys of requests, behind the limit of bodies and behind whoever lets callers in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
public class IdempotencyConfiguration implements WebMvcConfigurer {

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            JdbcClient jdbc,
            InstantSource clock,
            WebSettings settings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        FilterRegistrationBean<IdempotencyFilter> filter = new FilterRegistrationBean<>(
                new IdempotencyFilter(new KeptAnswers(jdbc, clock, settings.keepAnswers()), problems));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }

    /** Says in the description of the interface that every POST takes a key. */
    @Bean
    OpenApiCustomizer idempotencyKeys() {
        return api -> api.getPaths().values().stream()
                .map(PathItem::getPost)
                .filter(Objects::nonNull)
                .forEach(post -> post.addParametersItem(new HeaderParameter()
                        .name(IdempotencyFilter.KEY)
                        .description("carries the request out once, however often it is sent under this key")
                        .schema(new StringSchema()
                                .pattern(IdempotencyFilter.KEYS.pattern())
                                .example("8e03978e-40d5-43e8-bc93-6894a57f9324"))));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(HoldsSecret.class)) {
                    request.setAttribute(IdempotencyFilter.SECRET, true);
                }
                return true;
            }
        });
    }
}
