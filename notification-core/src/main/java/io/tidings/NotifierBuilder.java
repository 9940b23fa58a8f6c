package io.tidings;

import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.IdempotencyStore;
import io.tidings.delivery.SuppressionList;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailPort;
import io.tidings.error.ConfigurationException;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.InvalidArgumentException;
import io.tidings.internal.Assembly;
import io.tidings.internal.EmailKeys;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import io.tidings.template.TemplateId;
import io.tidings.template.TemplatePort;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a {@link Notifier} together. Needs an e-mail port, a template port and an author: given piece by piece, or by
 * {@link #settings}, or both, where what is given here wins. Not thread-safe.
 */
public final class NotifierBuilder {

    private static final Logger LOG = LoggerFactory.getLogger("io.tidings");

    private static final int MESSAGES_IN_LOG = 10_000;

    private Settings settings = Settings.of(Map.of());
    private boolean discover;
    private @Nullable EmailPort emailPort;
    private @Nullable TemplatePort templatePort;
    private @Nullable EmailAddress from;
    private @Nullable List<EmailAddress> replyTo;
    private @Nullable List<String> allowedRecipients;
    private @Nullable EmailAddress redirectTo;
    private InstantSource clock = InstantSource.system();
    private @Nullable DeliveryLog deliveryLog;
    private SuppressionList suppressionList = SuppressionList.inMemory();
    private @Nullable IdempotencyStore idempotencyStore;
    private final List<NotificationListener> listeners = new ArrayList<>();
    private final Set<TemplateId> expected = new LinkedHashSet<>();

    NotifierBuilder() {}

    /** Takes everything that is not given otherwise from settings, and looks for adapters on the class path. */
    public NotifierBuilder settings(Settings value) {
        settings = Objects.requireNonNull(value, "settings");
        discover = true;
        return this;
    }

    /** The adapter that sends; the notifier closes it. */
    public NotifierBuilder emailPort(EmailPort value) {
        emailPort = value;
        return this;
    }

    /** The adapter that renders; the notifier closes it. */
    public NotifierBuilder templatePort(TemplatePort value) {
        templatePort = value;
        return this;
    }

    /** The author of every message that names no other. */
    public NotifierBuilder from(EmailAddress value) {
        from = value;
        return this;
    }

    /** Where answers go, if a message says nothing else. */
    public NotifierBuilder replyTo(EmailAddress... values) {
        replyTo = List.of(values);
        return this;
    }

    /**
     * Only these are written to, as a guard for environments that are not production; everybody else is rejected.
     *
     * @param patterns {@code jane@example.gov}, {@code *@example.gov}, or a domain such as {@code *.example.gov}
     */
    public NotifierBuilder allowedRecipients(String... patterns) {
        allowedRecipients = List.of(patterns);
        return this;
    }

    /** Gets every message instead of its recipients, as a guard for environments that are not production. */
    public NotifierBuilder redirectTo(EmailAddress value) {
        redirectTo = value;
        return this;
    }

    /** The clock; by default the system's. */
    public NotifierBuilder clock(InstantSource value) {
        clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /** Where the history of messages is kept; by default the last 10,000 of the last 90 days in memory. */
    public NotifierBuilder deliveryLog(DeliveryLog value) {
        deliveryLog = Objects.requireNonNull(value, "deliveryLog");
        return this;
    }

    /** Who is not to be written to; by default a list in memory. */
    public NotifierBuilder suppressionList(SuppressionList value) {
        suppressionList = Objects.requireNonNull(value, "suppressionList");
        return this;
    }

    /** What has been sent; by default a store in memory for 24 hours. */
    public NotifierBuilder idempotencyStore(IdempotencyStore value) {
        idempotencyStore = Objects.requireNonNull(value, "idempotencyStore");
        return this;
    }

    /** Adds a listener. */
    public NotifierBuilder listener(NotificationListener value) {
        listeners.add(Objects.requireNonNull(value, "listener"));
        return this;
    }

    /** Checks now that the templates of these notifications are there, by their default names. */
    @SafeVarargs
    public final NotifierBuilder expecting(Class<? extends Notification>... types) {
        for (Class<? extends Notification> type : types) {
            expected.add(TemplateId.of(type));
        }
        return this;
    }

    /**
     * The notifier.
     *
     * @throws ConfigurationException with every problem that was found
     */
    public Notifier build() {
        // Adapters are made before the notifier to which they report.
        EventRelay relay = new EventRelay();
        List<ConfigurationProblem> problems = new ArrayList<>();
        Ports ports = discover ? discovered(relay, problems) : given(problems);
        try {
            DefaultNotifier notifier = assemble(ports, problems);
            relay.connect(notifier);
            return notifier;
        } catch (RuntimeException | Error e) {
            closeOwn(ports);
            throw e;
        }
    }

    private Ports discovered(EventRelay relay, List<ConfigurationProblem> problems) {
        Assembly assembly = new Assembly(settings, clock, relay);
        EmailPort email = emailPort != null ? emailPort : assembly.emailPort().orElse(null);
        TemplatePort templates =
                templatePort != null ? templatePort : assembly.templatePort().orElse(null);
        problems.addAll(assembly.problems());
        return new Ports(email, templates);
    }

    private Ports given(List<ConfigurationProblem> problems) {
        requirePort(problems, emailPort, "tidings.email.adapter", "emailPort");
        requirePort(problems, templatePort, "tidings.templates", "templatePort");
        return new Ports(emailPort, templatePort);
    }

    private DefaultNotifier assemble(Ports ports, List<ConfigurationProblem> problems) {
        EmailAddress author = from != null ? from : valid(EmailKeys.FROM).orElse(null);
        if (author == null && settings.problems(List.of(EmailKeys.FROM)).isEmpty()) {
            problems.add(new ConfigurationProblem(
                    EmailKeys.FROM.name(),
                    "must be set to the author of the messages, such as Portal <portal@example.gov>"));
        }
        AllowedRecipients allowed = allowed(problems);
        if (ports.templates() != null) {
            problems.addAll(missing(ports.templates()));
        }
        if (ports.email() == null || ports.templates() == null || author == null || !problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        Guards guards = new Guards(
                allowed,
                suppressionList,
                Optional.ofNullable(redirectTo).or(() -> valid(EmailKeys.REDIRECT_TO)),
                ports.email().capabilities());
        guards.announce();
        DeliveryLog log = deliveryLog != null
                ? deliveryLog
                : DeliveryLog.inMemory(MESSAGES_IN_LOG, settings.get(EmailKeys.RETENTION), clock);
        int softBounces = settings.get(EmailKeys.SOFT_BOUNCES);
        return new DefaultNotifier(
                ports.email(),
                ports.templates(),
                new Defaults(
                        author,
                        replyTo != null ? replyTo : valid(EmailKeys.REPLY_TO).orElse(List.of())),
                guards,
                new IdempotentSends(store(), DefaultNotifier.PATIENCE),
                new Reporter(log, new SuppressionFeed(log, suppressionList, softBounces), listeners),
                log,
                suppressionList,
                clock);
    }

    private IdempotencyStore store() {
        return idempotencyStore != null ? idempotencyStore : IdempotencyStore.inMemory(clock);
    }

    private AllowedRecipients allowed(List<ConfigurationProblem> problems) {
        try {
            return new AllowedRecipients(
                    allowedRecipients != null
                            ? allowedRecipients
                            : valid(EmailKeys.ALLOWED_RECIPIENTS).orElse(List.of()));
        } catch (InvalidArgumentException e) {
            problems.add(new ConfigurationProblem(EmailKeys.ALLOWED_RECIPIENTS.name(), e.getMessage()));
            return new AllowedRecipients(List.of());
        }
    }

    private List<ConfigurationProblem> missing(TemplatePort templates) {
        return expected.stream()
                .filter(id -> !templates.has(id))
                .map(id -> new ConfigurationProblem("template " + id, "is missing"))
                .toList();
    }

    /** The value of a key, unless it is one of the problems that are reported anyway. */
    private <T> Optional<T> valid(SettingKey<T> key) {
        return settings.problems(List.of(key)).isEmpty() ? settings.find(key) : Optional.empty();
    }

    private static void requirePort(
            List<ConfigurationProblem> problems, @Nullable Object port, String key, String method) {
        if (port == null) {
            problems.add(
                    new ConfigurationProblem(key, "is needed: call " + method + "(…), or settings(…) to find one"));
        }
    }

    /** What was made for a notifier that does not come to be; what the application gave stays its own. */
    private void closeOwn(Ports ports) {
        if (ports.email() != emailPort) {
            closeQuietly(ports.email());
        }
        if (ports.templates() != templatePort) {
            closeQuietly(ports.templates());
        }
    }

    /** The caller is about to hear why there is no notifier, which matters more. */
    private static void closeQuietly(@Nullable AutoCloseable port) {
        try {
            if (port != null) {
                port.close();
            }
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            LOG.error(
                    "{} could not be closed: {}",
                    port.getClass().getName(),
                    e.getClass().getName());
        }
    }

    private record Ports(
            @Nullable EmailPort email, @Nullable TemplatePort templates) {}
}
