package cn.daxietong.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Server, migration, pools, in this order; each bean needs the one before it, so that nothing meets a database half made. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean
    DatabaseServer databaseServer(
            @Value("${spring.datasource.url:}") String url,
            @Value("${spring.datasource.username:}") String user,
            @Value("${spring.datasource.password:}") String password,
            @Value("${daxietong.data:data}") Path data) {
        if (url.isBlank()) {
            return EmbeddedServer.start(data.resolve("postgres"), EmbeddedServer.Durability.DURABLE);
        }
        return new ExternalServer(new Login(url, user, password));
    }

    @Bean
    Migration migration(DatabaseServer server) {
        return Migration.of(server.owner());
    }

    @Bean
    Pools pools(
            Migration migration,
            @Value("${daxietong.database.readers:16}") int readers,
            @Value("${daxietong.database.writers:12}") int writers) {
        return Pools.of(migration, readers, writers);
    }

    @Bean
    Reading reading(Pools pools) {
        return pools.reading();
    }

    @Bean
    Writing writing(DataSource writerDataSource, PlatformTransactionManager transactionManager) {
        return new Writing(JdbcClient.create(writerDataSource), new TransactionTemplate(transactionManager));
    }

    /** The only data source that libraries find: sessions and timers write through it; the reading one is nobody's but {@link Reading}'s. */
    @Bean(destroyMethod = "")
    DataSource writerDataSource(Pools pools) {
        return pools.writer();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource writerDataSource) {
        return new JdbcTransactionManager(writerDataSource);
    }

    /** Open to all and without a session, because it is asked before anybody can sign in. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain healthIsOpen(HttpSecurity http) {
        return http.securityMatcher("/api/v1/health")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .securityContext(context -> context.disable())
                .sessionManagement(session -> session.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }
}
