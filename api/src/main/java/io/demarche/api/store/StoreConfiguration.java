package io.demarche.api.store;

import io.demarche.core.pipeline.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions over all stores. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    @Bean
    Transactions transactions(PlatformTransactionManager manager) {
        return new SpringTransactions(new TransactionTemplate(manager));
    }
}
