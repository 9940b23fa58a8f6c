package io.tidings.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notification;
import io.tidings.NotificationListener;
import io.tidings.Notifier;
import io.tidings.NotifierBuilder;
import io.tidings.Receipt;
import io.tidings.Recipient;
import io.tidings.SendOptions;
import io.tidings.SendOptionsBuilder;
import io.tidings.SendReport;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.adapter.inmemory.script.Answer;
import io.tidings.delivery.Claim;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.Fingerprint;
import io.tidings.delivery.IdempotencyStore;
import io.tidings.delivery.RejectReason;
import io.tidings.delivery.Suppression;
import io.tidings.delivery.SuppressionList;
import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.Capabilities;
import io.tidings.email.Content;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailMessageBuilder;
import io.tidings.email.EmailPort;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.Header;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.Limit;
import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import io.tidings.error.TidingsException;
import io.tidings.spi.Secret;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateId;
import io.tidings.template.TemplateModel;
import io.tidings.template.TemplatePort;
import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.FreeMarkerTemplatePort;
import io.tidings.templates.catalogue.AccessRequestApproved;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drives every way in which a send can fail, with one word in every place where something personal can be, and looks
 * for the word in all that comes out.
 */
class LeakScanTest {

    private static final String CANARY = "Kanarie7";
    private static final EmailAddress ADDRESS = EmailAddress.of("x" + CANARY + "@example.gov", CANARY + " Doe");
    private static final EmailAddress COPY = EmailAddress.of("y" + CANARY + "@example.gov", CANARY);
    private static final Recipient RECIPIENT = new Recipient(ADDRESS, Locale.ENGLISH, ZoneOffset.UTC);
    private static final Notification NOTIFICATION = new AccessRequestApproved(CANARY, CANARY, CANARY);

    private record Greeting(String name, int count) implements Notification {}

    private final LeakScan scan = new LeakScan();

    @AfterEach
    void close() {
        scan.close();
    }

    @Test
    void theScanFindsALeak() {
        scan.addThrown(new IllegalStateException(new IOException("other-WORD")));

        assertThat(scan.linesWith("Other-Word")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void anyVerdict(Verdict verdict) {
        InMemoryEmailAdapter adapter = new InMemoryEmailAdapter();
        adapter.always(Answer.failing(Failure.of(verdict, FailureReason.PROVIDER_FAILED)));

        send(builder(adapter), NOTIFICATION, options().build());
    }

    @Test
    void acceptedWithRefusedRecipients() {
        InMemoryEmailAdapter adapter = new InMemoryEmailAdapter();
        adapter.always(
                Answer.refusing(Failure.of(Verdict.RECIPIENT_TEMPORARY, FailureReason.MAILBOX_UNAVAILABLE), COPY));
        send(builder(adapter), NOTIFICATION, options().build());

        InMemoryEmailAdapter refusingAll = new InMemoryEmailAdapter();
        refusingAll.always(Answer.refusing(
                Failure.of(Verdict.RECIPIENT_PERMANENT, FailureReason.INVALID_RECIPIENT), COPY, ADDRESS));
        send(builder(refusingAll), NOTIFICATION, options().build());
    }

    @Test
    void unconfirmedThenResentAndAbandoned() {
        InMemoryEmailAdapter adapter = new InMemoryEmailAdapter();
        adapter.always(Answer.unconfirmedAlthoughAccepted());
        try (Notifier notifier = builder(adapter).build()) {
            scan.add(notifier.send(NOTIFICATION, RECIPIENT, options().build()));
            scan.add(notifier.unconfirmed());
            MessageId id = notifier.unconfirmed().get(0).id();
            scan.add(notifier.resend(id));
            scan.add(notifier.abandon(id));
            provoke(() -> notifier.resend(id));
        }
        assertNothingLeaked();
    }

    @Test
    void aProviderThatRepeatsTheAddressInItsId() {
        send(
                builder(new Throwing() {
                    @Override
                    public SendResult send(EmailMessage message) {
                        return new Accepted("fake", CANARY, Map.of(), List.of());
                    }
                }),
                NOTIFICATION,
                options().build());
    }

    @Test
    void anAdapterThatThrows() {
        send(builder(new Throwing()), NOTIFICATION, options().build());
    }

    @Test
    void storesThatThrow() {
        InMemoryEmailAdapter adapter = new InMemoryEmailAdapter();
        send(
                builder(adapter).suppressionList(new ThrowingSuppressionList()),
                NOTIFICATION,
                options().build());
        send(
                builder(adapter()).deliveryLog(new ThrowingLog()),
                NOTIFICATION,
                options().build());
        send(
                builder(adapter()).idempotencyStore(new ThrowingStore(false)),
                NOTIFICATION,
                options().build());
        send(
                builder(adapter()).idempotencyStore(new ThrowingStore(true)),
                NOTIFICATION,
                options().build());
    }

    @Test
    void aListenerThatThrows() {
        send(
                builder(adapter()).listener(new NotificationListener() {
                    @Override
                    public void accepted(SendReport report) {
                        throw new IllegalStateException(CANARY);
                    }
                }),
                NOTIFICATION,
                options().build());
    }

    @Test
    void anExecutorThatRefuses() {
        try (Notifier notifier = builder(adapter()).build()) {
            notifier.sendAsync(NOTIFICATION, RECIPIENT, options().build(), task -> {
                        throw new IllegalStateException(CANARY);
                    })
                    .thenAccept(scan::add);
        }
        assertNothingLeaked();
    }

    @Test
    void guards() {
        send(
                builder(adapter()).allowedRecipients("*@example.org"),
                NOTIFICATION,
                options().build());
        send(builder(adapter()).redirectTo(COPY), NOTIFICATION, options().build());
        SuppressionList suppressions = SuppressionList.inMemory();
        suppressions.add(new Suppression(ADDRESS, RejectReason.BOUNCED, Instant.EPOCH));
        send(
                builder(adapter()).suppressionList(suppressions),
                NOTIFICATION,
                options().build());
        send(builder(adapter()), NOTIFICATION, options().expiry(Instant.EPOCH).build());
        scan.add(suppressions.list());
        assertNothingLeaked();
    }

    @Test
    void aMessageThatTheAdapterCannotCarry() {
        InMemoryEmailAdapter adapter = InMemoryEmailAdapter.builder()
                .capabilities(Capabilities.unlimited().without(Feature.TAGS))
                .build();

        send(builder(adapter), NOTIFICATION, options().build());
    }

    @Test
    void anAttachmentThatCannotBeRead() {
        ContentSource broken = new ContentSource() {
            @Override
            public long size() {
                return 3;
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException(CANARY);
            }
        };

        send(
                builder(adapter()),
                NOTIFICATION,
                options()
                        .attachments(Attachment.of(CANARY, "text/plain", broken))
                        .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${name?number}",
                "${name?date}",
                "${name?api.class}",
                "${name + count.x}",
                "${missing}",
                "<#stop name>",
                "<#include name>",
                "${name?eval}",
                "${name?interpret}",
                "<#list name as x></#list>",
                "${.data_model[name]}",
                "<#attempt>${name?number}<#recover>${.error}</#attempt>${name.x}",
                "${name?new()}",
                "<#setting locale=name>${missing}",
                "${name?matches('(' + name)}",
                "${name",
                "<#include '../../' + name>",
                "${('1 ' + name)?eval}",
                "${name?keep_before('')?no_such}",
            })
    void aTemplateThatFails(String source, @TempDir Path directory) throws IOException {
        Path template = Files.createDirectories(directory.resolve("greeting"));
        Files.writeString(template.resolve("subject.ftl"), "A greeting");
        Files.writeString(template.resolve("text.ftl"), source);
        FreeMarkerConfig defaults =
                FreeMarkerConfig.from(Settings.of(Map.of("tidings.templates.directory", directory.toString())));

        try (Notifier notifier = builder(adapter())
                .templatePort(new FreeMarkerTemplatePort(defaults))
                .build()) {
            Receipt receipt = notifier.send(new Greeting(CANARY, 1), RECIPIENT);
            assertThat(receipt.result().problem().orElseThrow().reason()).isEqualTo(FailureReason.TEMPLATE_FAILED);
            scan.add(receipt);
        }
        FreeMarkerTemplatePort port = new FreeMarkerTemplatePort(defaults);
        provoke(() -> port.render(
                new TemplateId("greeting"), TemplateModel.of(new Greeting(CANARY, 1)), Locale.ENGLISH, ZoneOffset.UTC));
        assertNothingLeaked();
    }

    @Test
    void aSubjectThatIsNone(@TempDir Path directory) throws IOException {
        Path template = Files.createDirectories(directory.resolve("greeting"));
        Files.writeString(template.resolve("subject.ftl"), "${name}\u0007");
        Files.writeString(template.resolve("text.ftl"), "text");

        send(
                builder(adapter())
                        .templatePort(new FreeMarkerTemplatePort(FreeMarkerConfig.from(
                                Settings.of(Map.of("tidings.templates.directory", directory.toString()))))),
                new Greeting(CANARY, 1),
                SendOptions.none());
    }

    @Test
    void aReusedKeyAndAClosedNotifier() {
        Notifier notifier = builder(adapter()).build();
        notifier.send(NOTIFICATION, RECIPIENT, options().build());
        provoke(() -> notifier.send(
                new AccessRequestApproved("other", CANARY, CANARY),
                RECIPIENT,
                options().build()));
        notifier.close();
        provoke(() -> notifier.send(NOTIFICATION, RECIPIENT));
        assertNothingLeaked();
    }

    @Test
    void anEventFromAProvider() {
        try (Notifier notifier = builder(adapter()).build()) {
            notifier.record(event());
        }
        try (Notifier notifier =
                builder(adapter()).deliveryLog(new ThrowingLog()).build()) {
            assertThat(thrownBy(() -> {
                        notifier.record(event());
                        return event();
                    }))
                    .isPresent();
        }
        assertNothingLeaked();
    }

    static Stream<Supplier<Object>> invalidArguments() {
        String broken = CANARY + "\r\n";
        return Stream.of(
                () -> EmailAddress.of(CANARY),
                () -> EmailAddress.of(CANARY + "@" + CANARY + "@" + CANARY + " "),
                () -> EmailAddress.of("a@" + CANARY + "ß.example"),
                () -> EmailAddress.of("jane@example.gov", broken),
                () -> EmailAddress.parse(CANARY + ", <jane@example.gov>"),
                () -> new Header(broken, "value"),
                () -> new Header("X-A", broken),
                () -> new Header("Subject", CANARY),
                () -> new Content(broken, Optional.of("a"), Optional.empty()),
                () -> new Content("a", Optional.of(CANARY + "\0"), Optional.empty()),
                () -> new IdempotencyKey(broken),
                () -> new MessageId(CANARY),
                () -> new TemplateId(CANARY),
                () -> Attachment.of(broken, "text/plain", ContentSource.of(new byte[0])),
                () -> Attachment.of("a", CANARY, ContentSource.of(new byte[0])),
                () -> Attachment.inline(broken, "a", "text/plain", ContentSource.of(new byte[0])),
                () -> SendOptions.builder().tags(CANARY + "@example.gov").build(),
                () -> SendOptions.builder()
                        .metadata(Map.of("k", CANARY + "@example.gov"))
                        .build(),
                () -> SendOptions.builder().metadata(Map.of(CANARY + " ", "v")).build(),
                () -> message().template(CANARY + " ").build(),
                () -> message().cc(ADDRESS).build(),
                () -> TemplateModel.of(CANARY),
                () -> TemplateModel.of(new Holder(new StringBuilder(CANARY).chars())),
                () -> TemplateModel.of(new Holder(Arrays.asList(CANARY, null))),
                () -> TemplateModel.of(new Holder(Map.of(1, CANARY))),
                () -> TemplateModel.of(new Exploding(CANARY)),
                () -> new AccessRequestApproved(" ", CANARY, CANARY),
                () -> new AccessRequestApproved(CANARY.repeat(70), CANARY, CANARY),
                () -> EmailAddress.of("a@" + (CANARY + ".").repeat(40) + "gov"),
                () -> EmailAddress.of("a@" + CANARY + "_.example"),
                () -> EmailAddress.of("a@" + CANARY + "_é.example"),
                () -> EmailAddress.of("\"" + CANARY + "\"" + CANARY + "\"@example.gov"),
                () -> EmailAddress.of("\"" + CANARY + "\t\"@example.gov"),
                () -> EmailAddress.of(CANARY.repeat(9) + "@example.gov"),
                () -> EmailAddress.of("a@example.gov", CANARY.repeat(70)),
                () -> new Header("X A", CANARY),
                () -> new Header("Content-" + CANARY, "a"),
                () -> new Content(CANARY, Optional.empty(), Optional.empty()),
                () -> new RenderedTemplate(CANARY, Optional.empty(), Optional.empty()),
                () -> Attachment.of(CANARY, "text", ContentSource.of(new byte[0])),
                () -> Attachment.of(CANARY, "text/plain", new BrokenSource(-1)),
                () -> new Accepted(CANARY, "id", Map.of(), List.of()),
                () -> new Fingerprint(CANARY),
                () -> EmailMessage.builder()
                        .from(ADDRESS)
                        .subject(CANARY)
                        .text(CANARY)
                        .build(),
                () -> message()
                        .headers(new Header(CANARY, "a"), new Header(CANARY, "b"))
                        .build(),
                () -> message().tags(Collections.nCopies(101, CANARY)).build(),
                () -> message().metadata(Map.of("a b", CANARY)).build(),
                () -> message()
                        .metadata(
                                IntStream.range(0, 101).boxed().collect(Collectors.toMap(i -> CANARY + i, i -> CANARY)))
                        .build(),
                () -> TemplateModel.of(new Holder(new AtomicReference<>(CANARY))),
                () -> TemplateModel.of(new Holder(Map.of(new StringBuilder(CANARY), 1))),
                () -> TemplateModel.of(new Holder(Map.of(CANARY, new Object()))),
                () -> TemplateModel.of(new Holder(Stream.iterate((Object) CANARY, List::of)
                        .skip(40)
                        .findFirst()
                        .orElseThrow())),
                () -> read(SettingKey.duration("tidings.a", Duration.ZERO, Duration.ofDays(1), "a")),
                () -> read(SettingKey.size("tidings.a", "a")),
                () -> read(SettingKey.uri("tidings.a", "a")),
                () -> read(SettingKey.path("tidings.a", "a")),
                () -> FreeMarkerTemplatePort.create()
                        .render(new TemplateId("greeting"), Map.of("brand", CANARY), Locale.ENGLISH, ZoneOffset.UTC));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("invalidArguments")
    void anInvalidArgument(Supplier<Object> call) {
        provoke(call);
        assertNothingLeaked();
    }

    static Stream<Map<String, String>> invalidSettings() {
        return Stream.of(
                Map.of("tidings.email.adapter", CANARY),
                Map.of("tidings.email.from", CANARY),
                Map.of("tidings.email.from-file", CANARY),
                Map.of("tidings.email.from", CANARY, "tidings.email.from-file", CANARY),
                Map.of("tidings.email.reply-to", CANARY + ",,"),
                Map.of("tidings.email.reply-to", CANARY + "@example.gov,,"),
                Map.of("tidings.email.allowed-recipients", CANARY + "@"),
                Map.of("tidings.email.redirect-to", CANARY),
                Map.of("tidings.email.unknown", CANARY),
                Map.of("tidings.sendgrid.api-key", CANARY, "tidings.email.form", CANARY),
                Map.of("tidings.inmemory.directory", "/dev/null/" + CANARY),
                Map.of("tidings.inmemory.mailbox", CANARY),
                Map.of("tidings.templates.directory", CANARY + "-does-not-exist"),
                Map.of("tidings.templates.default-locale", CANARY + "-" + CANARY),
                Map.of("tidings.templates.development", CANARY));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("invalidSettings")
    void aSettingThatIsWrong(Map<String, String> wrong) {
        Settings settings = Settings.of(wrong);
        scan.add(settings);

        provoke(() -> Notifier.configuredBy(settings));
        assertNothingLeaked();
    }

    @Test
    void aSettingsFileThatIsWrong(@TempDir Path directory) throws IOException {
        Path latin = Files.write(directory.resolve(CANARY), new byte[] {(byte) 0xe9});
        Path large = Files.write(directory.resolve(CANARY + "-large"), new byte[70_000]);
        for (Path file : List.of(latin, large)) {
            provoke(() -> Notifier.configuredBy(Settings.of(Map.of("tidings.email.from-file", file.toString()))));
        }
        assertNothingLeaked();
    }

    @Test
    void aTemplatePortThatThrows() {
        send(builder(adapter()).templatePort(new ThrowingTemplates()), NOTIFICATION, SendOptions.none());
    }

    @Test
    void anAttachmentThatCannotTellItsSize() {
        InMemoryEmailAdapter adapter = InMemoryEmailAdapter.builder()
                .capabilities(Capabilities.unlimited().with(Limit.ENCODED_BYTES, 1_000))
                .build();
        Attachment attachment = Attachment.of("a", "text/plain", new BrokenSource(1));

        try (Notifier notifier = builder(adapter).build()) {
            scan.add(notifier.send(message()
                    .attachments(attachment)
                    .idempotencyKey(Optional.empty())
                    .build()));
        }
        assertNothingLeaked();
    }

    @Test
    void aRedirectedMessageNamesNobody() {
        InMemoryEmailAdapter adapter = adapter();
        try (Notifier notifier =
                builder(adapter).redirectTo(EmailAddress.of("q@example.gov")).build()) {
            notifier.send(NOTIFICATION, RECIPIENT);
            adapter.mailbox().messages().get(0).message().headers().forEach(header -> scan.add(header.value()));
        }
        assertNothingLeaked();
    }

    @Test
    void copiesForMany() {
        try (Notifier notifier = builder(adapter()).build()) {
            provoke(() ->
                    notifier.sendAll(NOTIFICATION, List.of(RECIPIENT), options().build()));
        }
        assertNothingLeaked();
    }

    /** Records show their components unless somebody sees to it. */
    @Test
    void noValueShowsWhatIsPersonal() throws IOException {
        EmailMessage message = message().build();
        scan.add(ADDRESS);
        scan.add(RECIPIENT);
        scan.add(message);
        scan.add(message.content());
        scan.add(message.headers());
        scan.add(message.attachments());
        scan.add(message.idempotencyKey());
        scan.add(options().build());
        scan.add(new RenderedTemplate(CANARY, Optional.of(CANARY), Optional.empty()));
        scan.add(new Suppression(ADDRESS, RejectReason.SPAM, Instant.EPOCH));
        scan.add(new Secret(CANARY));
        scan.add(FreeMarkerConfig.from(Settings.of(Map.of("tidings.templates.brand.portal-name", CANARY))));
        scan.add(Settings.of(Map.of("tidings.email.from", CANARY)).with(Map.of("tidings.a", CANARY)));
        scan.add(event());
        InMemoryEmailAdapter adapter = adapter();
        adapter.send(message);
        scan.add(adapter);
        scan.add(adapter.mailbox());
        scan.add(adapter.mailbox().messages());
        scan.add(adapter.results());
        adapter.close();
        assertNothingLeaked();
    }

    private void send(NotifierBuilder builder, Notification notification, SendOptions options) {
        try (Notifier notifier = builder.build()) {
            scan.add(notifier.send(notification, RECIPIENT, options));
            scan.add(notifier.sendAll(
                    notification,
                    List.of(RECIPIENT, new Recipient(COPY, Locale.ENGLISH, ZoneOffset.UTC)),
                    SendOptions.none()));
        }
        assertNothingLeaked();
    }

    private void provoke(Supplier<?> call) {
        Optional<RuntimeException> thrown = thrownBy(call);
        assertThat(thrown).get().isInstanceOf(TidingsException.class);
        scan.addThrown(thrown.orElseThrow());
    }

    private static Optional<RuntimeException> thrownBy(Supplier<?> call) {
        try {
            call.get();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private void assertNothingLeaked() {
        assertThat(scan.size()).isPositive();
        assertThat(scan.linesWith(CANARY)).isEmpty();
    }

    private NotifierBuilder builder(EmailPort port) {
        return Notifier.builder()
                .emailPort(port)
                .templatePort(FreeMarkerTemplatePort.create())
                .from(EmailAddress.of("portal@example.gov", CANARY))
                .listener(scan)
                .listener(NotificationListener.logging());
    }

    private static InMemoryEmailAdapter adapter() {
        return new InMemoryEmailAdapter();
    }

    private static SendOptionsBuilder options() {
        return SendOptions.builder()
                .replyTo(EmailAddress.of("r" + CANARY + "@example.gov"))
                .cc(COPY)
                .bcc(EmailAddress.of("b" + CANARY + "@example.gov"))
                .headers(new Header("X-A", CANARY))
                .tags(CANARY)
                .metadata(Map.of("k", CANARY))
                .attachments(Attachment.of(CANARY, "text/plain", ContentSource.of(CANARY.getBytes())))
                .idempotencyKey(CANARY);
    }

    private static EmailMessageBuilder message() {
        return EmailMessage.builder()
                .from(EmailAddress.of("f" + CANARY + "@example.gov", CANARY))
                .to(ADDRESS)
                .subject(CANARY)
                .html(CANARY)
                .text(CANARY)
                .headers(new Header("X-A", CANARY))
                .metadata(Map.of("k", CANARY))
                .attachments(Attachment.inline("c" + CANARY, CANARY, "text/plain", ContentSource.of(new byte[3])))
                .idempotencyKey(CANARY);
    }

    private static DeliveryEvent event() {
        return DeliveryEvent.of(DeliveryEventType.UNKNOWN, "fake", Instant.EPOCH)
                .recipient(ADDRESS)
                .eventId(CANARY)
                .providerId(CANARY)
                .raw(CANARY)
                .build();
    }

    private static <T> T read(SettingKey<T> key) {
        return Settings.of(Map.of(key.name(), CANARY + "\0")).get(key);
    }

    private record Holder(Object value) {}

    /** Tells its size once, and throws from then on; a negative one each time. */
    private static final class BrokenSource implements ContentSource {
        private final AtomicInteger asked = new AtomicInteger();
        private final long size;

        BrokenSource(long size) {
            this.size = size;
        }

        @Override
        public long size() {
            if (size >= 0 && asked.incrementAndGet() > 2) {
                throw new IllegalStateException(CANARY);
            }
            return size;
        }

        @Override
        public InputStream open() {
            throw new IllegalStateException(CANARY);
        }
    }

    private static final class ThrowingTemplates implements TemplatePort {
        @Override
        public RenderedTemplate render(TemplateId id, Map<String, Object> model, Locale locale, ZoneId zone) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public boolean has(TemplateId id) {
            return true;
        }
    }

    private record Exploding(String value) {
        @Override
        public String value() {
            throw new IllegalStateException(value);
        }
    }

    private static class Throwing implements EmailPort {
        @Override
        public Capabilities capabilities() {
            return Capabilities.unlimited();
        }

        @Override
        public SendResult send(EmailMessage message) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public void close() {}
    }

    private static final class ThrowingSuppressionList implements SuppressionList {
        @Override
        public void add(Suppression suppression) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public List<Suppression> find(EmailAddress address) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public boolean lift(EmailAddress address, RejectReason reason) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public List<Suppression> list() {
            throw new IllegalStateException(CANARY);
        }
    }

    private static final class ThrowingLog implements DeliveryLog {
        @Override
        public void append(DeliveryEvent event) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public List<DeliveryEvent> timeline(MessageId id) {
            throw new IllegalStateException(CANARY);
        }
    }

    private record ThrowingStore(boolean grants) implements IdempotencyStore {
        @Override
        public Claim claim(IdempotencyKey key, EmailAddress recipient, Fingerprint fingerprint, MessageId id) {
            if (grants) {
                return new Claim.Granted();
            }
            throw new IllegalStateException(CANARY);
        }

        @Override
        public void settle(IdempotencyKey key, EmailAddress recipient, MessageId id, SendResult result) {
            throw new IllegalStateException(CANARY);
        }
    }
}
