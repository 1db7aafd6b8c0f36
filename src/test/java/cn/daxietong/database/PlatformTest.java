package cn.daxietong.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AliasFor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * A test of the whole platform on a migrated database, without demo data, with {@code MockMvcTester} and with beans as constructor parameters.
 *
 * <p>Classes with the same annotation share one running platform <em>and its database</em>, because starting it takes seconds: so make the
 * matters you need, and look for those and not for all. Whoever must be alone says {@code ownDatabase = true}. For a browser or a real
 * client: {@code webEnvironment = RANDOM_PORT} and {@code @LocalServerPort}. {@link TestDatabase} works beside it only as a database of its own.
 *
 * <pre>{@code
 * @PlatformTest
 * class WorklistPageTest {
 *     private final MockMvcTester web;
 *
 *     WorklistPageTest(MockMvcTester web) {
 *         this.web = web;
 *     }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@ContextCustomizerFactories(PlatformTest.OnFreshDatabase.class)
public @interface PlatformTest {
    /** Whether this class shares its platform and database with no other. */
    boolean ownDatabase() default false;

    @AliasFor(annotation = SpringBootTest.class)
    String[] properties() default {};

    @AliasFor(annotation = SpringBootTest.class)
    SpringBootTest.WebEnvironment webEnvironment() default SpringBootTest.WebEnvironment.MOCK;

    /** Gives each platform that is started for tests a database and a data folder under {@code target/}. */
    final class OnFreshDatabase implements ContextCustomizerFactory {
        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            var test = TestContextAnnotationUtils.findMergedAnnotation(testClass, PlatformTest.class);
            return new Database(test != null && test.ownDatabase() ? testClass : null);
        }
    }

    /** @param only the one class that this database is for, by which the platform is told from those that others share */
    record Database(@Nullable Class<?> only) implements ContextCustomizer {
        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            var sources = context.getEnvironment().getPropertySources();
            var fresh = new MapPropertySource("fresh database", TestDatabase.propertiesOfAFreshOne());
            // Before application.yaml, whose data folder and demo are a county's, and behind what a test says itself.
            if (sources.contains(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME)) {
                sources.addAfter(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, fresh);
            } else {
                sources.addFirst(fresh);
            }
        }
    }
}
