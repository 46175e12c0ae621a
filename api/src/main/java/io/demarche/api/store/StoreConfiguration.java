package io.demarche.api.store;

import java.sql.DatabaseMetaData;

import javax.sql.DataSource;

import io.demarche.core.pipeline.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions over all stores. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    @Bean
    Transactions transactions(PlatformTransactionManager manager, DataSource database) throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
        Transactions transactions = new SpringTransactions(new TransactionTemplate(manager));
        return "H2".equals(product) ? new SerialTransactions(transactions) : transactions;
    }
}
