package io.demarche.api.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

import javax.sql.DataSource;

import io.demarche.core.pipeline.Transactions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions over all stores, the vault for what is secret in them, and the end of what is kept for a time only. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
public class StoreConfiguration {

    @Bean
    Transactions transactions(PlatformTransactionManager manager, DataSource database) throws MetaDataAccessException {
        Transactions transactions = new SpringTransactions(new TransactionTemplate(manager));
        return Rows.isEmbedded(database) ? new SerialTransactions(transactions) : transactions;
    }

    @Bean
    ExpiryLoop expiryLoop(List<Expiring> expiring, InstantSource clock) {
        return new ExpiryLoop(expiring, clock);
    }

    @Bean
    Vault vault(VaultSettings settings, @Value("${demarche.data}") Path data) {
        List<String> keys = settings.keys();
        return keys == null || keys.isEmpty() ? Vault.in(data.resolve("secrets.key")) : new Vault(keys);
    }
}
