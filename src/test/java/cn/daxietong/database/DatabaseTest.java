package cn.daxietong.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A test of SQL without the web application, on a fresh migrated database of its class (about 0.2 s). {@link Reading}, {@link Writing} and
 * {@link TestDatabase} may be parameters of the constructor or of any test:
 *
 * <pre>{@code
 * @DatabaseTest
 * class LeadsTest {
 *     private final Leads leads;
 *
 *     LeadsTest(Reading reading, Writing writing) {
 *         leads = new Leads(reading, writing);
 *     }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DatabaseTest.FreshDatabase.class)
public @interface DatabaseTest {
    /** Makes the database when the class begins; JUnit closes it, and so drops it, when the class and those nested in it have ended. */
    final class FreshDatabase implements BeforeAllCallback, ParameterResolver {
        private static final ExtensionContext.Namespace NAMESPACE =
                ExtensionContext.Namespace.create(FreshDatabase.class);

        @Override
        public void beforeAll(ExtensionContext context) {
            of(context);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            var type = parameter.getParameter().getType();
            return type == Reading.class || type == Writing.class || type == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var type = parameter.getParameter().getType();
            if (type == Reading.class) {
                return of(context).reading();
            }
            return type == Writing.class ? of(context).writing() : of(context);
        }

        private static TestDatabase of(ExtensionContext context) {
            return context.getStore(NAMESPACE)
                    .computeIfAbsent("database", key -> TestDatabase.fresh(), TestDatabase.class);
        }
    }
}
