package io.demarche.api.network;

import java.util.List;

import io.demarche.ingest.fetch.AddressGuard;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The guard that fetching and sending share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NetworkSettings.class)
public class NetworkConfiguration {

    @Bean
    AddressGuard addressGuard(NetworkSettings settings) {
        return new AddressGuard(settings.allowed() == null ? List.of() : settings.allowed());
    }
}
