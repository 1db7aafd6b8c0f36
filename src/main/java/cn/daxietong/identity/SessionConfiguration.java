package cn.daxietong.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions live in the database, idle for half an hour at most, under a cookie that no script reads. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    private static final Duration IDLE = Duration.ofMinutes(30);

    // A session holds words and the sentence shown after a redirect; bytes of any other class are refused before they
    // become objects.
    private static final ObjectInputFilter EXPECTED = ObjectInputFilter.Config.createFilter(
            "maxbytes=200000;maxdepth=20;java.lang.*;java.util.*;java.util.concurrent.*;java.time.*;"
                    + "org.springframework.web.servlet.FlashMap;org.springframework.util.*;cn.daxietong.web.Flash;cn.daxietong.web.Flash$Kind;!*");

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> inOurTables() {
        return repository -> {
            repository.setTableName("identity.session");
            repository.setDefaultMaxInactiveInterval(IDLE);
        };
    }

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer withoutLostUpdates() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    ConversionService springSessionConversionService() {
        var service = new GenericConversionService();
        service.addConverter(Object.class, byte[].class, new SerializingConverter());
        service.addConverter(byte[].class, Object.class, new DeserializingConverter(SessionConfiguration::expected));
        return service;
    }

    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("session");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    private static Object expected(InputStream stored) throws IOException {
        try (var objects = new ObjectInputStream(new ByteArrayInputStream(stored.readAllBytes()))) {
            objects.setObjectInputFilter(EXPECTED);
            return objects.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("a session holds a class that is gone", e);
        }
    }
}
