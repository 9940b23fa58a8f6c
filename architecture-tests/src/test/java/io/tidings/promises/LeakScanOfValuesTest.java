package io.tidings.promises;

import static io.tidings.promises.Canaries.ADDRESS;
import static io.tidings.promises.Canaries.CANARY;
import static io.tidings.promises.Canaries.RECIPIENT;
import static io.tidings.promises.Canaries.event;
import static io.tidings.promises.Canaries.message;
import static io.tidings.promises.Canaries.options;

import io.tidings.Notifier;
import io.tidings.SendOptions;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.delivery.DeliveryQuery;
import io.tidings.delivery.Fingerprint;
import io.tidings.delivery.RejectReason;
import io.tidings.delivery.Suppression;
import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.Content;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import io.tidings.email.IdempotencyKey;
import io.tidings.email.MessageId;
import io.tidings.spi.Secret;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateId;
import io.tidings.template.TemplateModel;
import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.FreeMarkerTemplatePort;
import io.tidings.templates.catalogue.AccessRequestApproved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What values say of themselves, and what is said when a value is refused. */
class LeakScanOfValuesTest extends LeakScanning {

    static Stream<ThrowingCallable> addresses() {
        String broken = CANARY + "\r\n";
        return Stream.of(
                () -> EmailAddress.of(CANARY),
                () -> EmailAddress.of(CANARY + "@" + CANARY + "@" + CANARY + " "),
                () -> EmailAddress.of("a@" + CANARY + "ß.example"),
                () -> EmailAddress.of("jane@example.gov", broken),
                () -> EmailAddress.parse(CANARY + ", <jane@example.gov>"),
                () -> EmailAddress.of("a@" + (CANARY + ".").repeat(40) + "gov"),
                () -> EmailAddress.of("a@" + CANARY + "_.example"),
                () -> EmailAddress.of("a@" + CANARY + "_é.example"),
                () -> EmailAddress.of("\"" + CANARY + "\"" + CANARY + "\"@example.gov"),
                () -> EmailAddress.of("\"" + CANARY + "\t\"@example.gov"),
                () -> EmailAddress.of(CANARY.repeat(9) + "@example.gov"),
                () -> EmailAddress.of("a@example.gov", CANARY.repeat(70)));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("addresses")
    void anAddressThatIsNone(ThrowingCallable call) {
        provoke(call);
        assertNothingLeaked();
    }

    static Stream<ThrowingCallable> contents() {
        String broken = CANARY + "\r\n";
        return Stream.of(
                () -> new Header(broken, "value"),
                () -> new Header("X-A", broken),
                () -> new Header("Subject", CANARY),
                () -> new Content(broken, Optional.of("a"), Optional.empty()),
                () -> new Content("a", Optional.of(CANARY + "\0"), Optional.empty()),
                () -> new TemplateId(CANARY),
                () -> new Header("X A", CANARY),
                () -> new Header("Content-" + CANARY, "a"),
                () -> new Content(CANARY, Optional.empty(), Optional.empty()),
                () -> new RenderedTemplate(CANARY, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("contents")
    void aHeaderOrContentThatIsRefused(ThrowingCallable call) {
        provoke(call);
        assertNothingLeaked();
    }

    static Stream<ThrowingCallable> attachments() {
        String broken = CANARY + "\r\n";
        return Stream.of(
                () -> Attachment.of(broken, "text/plain", ContentSource.of(new byte[0])),
                () -> Attachment.of("a", CANARY, ContentSource.of(new byte[0])),
                () -> Attachment.inline(broken, "a", "text/plain", ContentSource.of(new byte[0])),
                () -> Attachment.of(CANARY, "text", ContentSource.of(new byte[0])),
                () -> Attachment.of(CANARY, "text/plain", new Broken.Source(-1)));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("attachments")
    void anAttachmentThatIsRefused(ThrowingCallable call) {
        provoke(call);
        assertNothingLeaked();
    }

    static Stream<ThrowingCallable> messages() {
        String broken = CANARY + "\r\n";
        return Stream.of(
                () -> new IdempotencyKey(broken),
                () -> new MessageId(CANARY),
                () -> SendOptions.builder().tags(CANARY + "@example.gov").build(),
                () -> SendOptions.builder()
                        .metadata(Map.of("k", CANARY + "@example.gov"))
                        .build(),
                () -> SendOptions.builder().metadata(Map.of(CANARY + " ", "v")).build(),
                () -> message().template(CANARY + " ").build(),
                () -> message().cc(ADDRESS).build(),
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
                        .build());
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("messages")
    void aMessageThatIsRefused(ThrowingCallable call) {
        provoke(call);
        assertNothingLeaked();
    }

    static Stream<ThrowingCallable> models() {
        return Stream.of(
                () -> TemplateModel.of(CANARY),
                () -> TemplateModel.of(new Holder(new StringBuilder(CANARY).chars())),
                () -> TemplateModel.of(new Holder(Arrays.asList(CANARY, null))),
                () -> TemplateModel.of(new Holder(Map.of(1, CANARY))),
                () -> TemplateModel.of(new Exploding(CANARY)),
                () -> new AccessRequestApproved(" ", CANARY, CANARY),
                () -> new AccessRequestApproved(CANARY.repeat(70), CANARY, CANARY),
                () -> TemplateModel.of(new Holder(new AtomicReference<>(CANARY))),
                () -> TemplateModel.of(new Holder(Map.of(new StringBuilder(CANARY), 1))),
                () -> TemplateModel.of(new Holder(Map.of(CANARY, new Object()))),
                () -> TemplateModel.of(new Holder(Stream.iterate((Object) CANARY, List::of)
                        .skip(40)
                        .findFirst()
                        .orElseThrow())),
                () -> FreeMarkerTemplatePort.create()
                        .render(new TemplateId("greeting"), Map.of("brand", CANARY), Locale.ENGLISH, ZoneOffset.UTC));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("models")
    void aModelThatIsRefused(ThrowingCallable call) {
        provoke(call);
        assertNothingLeaked();
    }

    static Stream<ThrowingCallable> settingValues() {
        return Stream.of(
                () -> read(SettingKey.duration("tidings.a", Duration.ZERO, Duration.ofDays(1), "a")),
                () -> read(SettingKey.size("tidings.a", "a")),
                () -> read(SettingKey.uri("tidings.a", "a")),
                () -> read(SettingKey.path("tidings.a", "a")));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("settingValues")
    void aValueThatASettingRefuses(ThrowingCallable call) {
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
        scan.add(new Suppression(ADDRESS, RejectReason.SPAM, Instant.EPOCH, CANARY));
        scan.add(DeliveryQuery.all().recipient(ADDRESS));
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

    private static <T> T read(SettingKey<T> key) {
        return Settings.of(Map.of(key.name(), CANARY + "\0")).get(key);
    }

    private record Holder(Object value) {}

    private record Exploding(String value) {
        @Override
        public String value() {
            throw new IllegalStateException(value);
        }
    }
}
