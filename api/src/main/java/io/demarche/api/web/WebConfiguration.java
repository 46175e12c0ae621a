package io.demarche.api.web;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Problems, limits, and the description of the interface. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(WebSettings.class)
@Import(Problems.class)
public class WebConfiguration implements WebMvcConfigurer {

    private static final String KEY = "key";
    private static final int BEFORE_BODIES_ARE_READ = Ordered.LOWEST_PRECEDENCE - 1;

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            WebSettings settings, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        FilterRegistrationBean<BodyLimitFilter> filter = new FilterRegistrationBean<>(
                new BodyLimitFilter(settings.maxBody().toBytes(), problems));
        filter.setOrder(BEFORE_BODIES_ARE_READ);
        return filter;
    }

    /** A list that has not changed is not sent again. What is streamed while it happens is left alone: nothing of it must wait. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> etagFilter() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter() {
                    @Override
                    protected boolean shouldNotFilter(HttpServletRequest request) {
                        return request.getRequestURI().endsWith("/events/stream");
                    }
                });
        filter.addUrlPatterns("/api/v1/events", "/api/v1/events/*", "/api/v1/events.atom", "/api/v1/events.jsonfeed");
        return filter;
    }

    /** Nested types bear the name of what holds them: several have a Wish. */
    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(true);
    }

    private static final class SchemaNames extends TypeNameResolver {

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            String name = super.nameForClass(type, options);
            Class<?> holder = type.getEnclosingClass();
            return holder == null || !name.equals(type.getSimpleName())
                    ? name
                    : holder.getSimpleName().replaceFirst("(Controller|Json)$", "") + name;
        }
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(KEY))
                .info(
                        new Info()
                                .title("Demarche")
                                .version("v1")
                                .description(
                                        "Articles in, statements and flags read from them, flagged events queried, webhooks out."));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/docs");
    }
}
