package io.tidings.adapter.inmemory.junit;

import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.adapter.inmemory.Mailbox;
import io.tidings.spi.Settings;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands what a test needs to it, fresh for each test and safe with tests in parallel:
 *
 * <ul>
 *   <li>a {@link Mailbox};
 *   <li>an {@link InMemoryEmailAdapter} that sends to this mailbox;
 *   <li>{@link Settings} that choose the in-memory adapter and this mailbox, for a notifier that is built from them. To
 *       script the adapter that this notifier makes, take it from {@link Mailbox#adapters()}.
 * </ul>
 *
 * <p>All parameters of one test, of its constructor and of its {@code @BeforeEach} and {@code @AfterEach} methods
 * belong to the same mailbox. Adapter and mailbox are closed after the test.
 */
public final class MailboxExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(MailboxExtension.class);
    private static final Set<Class<?>> TYPES = Set.of(Mailbox.class, InMemoryEmailAdapter.class, Settings.class);

    /** Made by JUnit. */
    public MailboxExtension() {}

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "A mailbox belongs to one test: it cannot be asked for where several tests share it,"
                            + " as in @BeforeAll or the constructor of a test class with a life cycle per class");
        }
        TestMailbox own = context.getStore(NAMESPACE)
                .computeIfAbsent(TestMailbox.class, key -> new TestMailbox(), TestMailbox.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == Mailbox.class) {
            return own.mailbox();
        }
        return type == Settings.class ? own.settings() : own.adapter();
    }
}
