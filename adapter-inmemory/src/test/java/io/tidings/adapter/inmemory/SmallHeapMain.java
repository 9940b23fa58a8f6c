package io.tidings.adapter.inmemory;

import static io.tidings.adapter.inmemory.TestMessages.generated;
import static io.tidings.adapter.inmemory.TestMessages.octet;

import io.tidings.Notification;
import io.tidings.Notifier;
import io.tidings.Recipient;
import io.tidings.SendOptions;
import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.SendResult;
import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateId;
import io.tidings.template.TemplatePort;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sends big attachments through a notifier in a process with a small heap; run by {@link SmallHeapTest}. */
public final class SmallHeapMain {

    private static final long SIZE = 25L << 20;

    private SmallHeapMain() {}

    /** @param args a file to make and to attach */
    public static void main(String[] args) throws IOException {
        Path report = Path.of(args[0]);
        try (InputStream bytes = generated(SIZE).open()) {
            Files.copy(new BufferedInputStream(bytes), report);
        }
        InMemoryEmailAdapter adapter = new InMemoryEmailAdapter();
        try (Notifier notifier = Notifier.builder()
                .emailPort(adapter)
                .templatePort(new PlainTemplates())
                .from(EmailAddress.of("portal@example.gov"))
                .build()) {
            SendOptions options = SendOptions.builder()
                    .attachments(Attachment.of("report.bin", "application/octet-stream", ContentSource.of(report)))
                    .idempotencyKey("report")
                    .build();
            for (int i = 0; i < 4; i++) {
                Recipient recipient = Recipient.of("reader" + i + "@example.gov");
                SendResult result = notifier.send(new ReportReady("July"), recipient, options)
                        .result();
                require(result instanceof Accepted, "accepted");
            }
            require(adapter.mailbox().size() == 4, "arrived");
            for (ReceivedEmail email : adapter.mailbox().messages()) {
                requireContent(email.attachments().get(0).content());
            }
        }
        System.out.println("OK");
    }

    record ReportReady(String month) implements Notification {}

    private static final class PlainTemplates implements TemplatePort {
        @Override
        public RenderedTemplate render(TemplateId id, Map<String, Object> model, Locale locale, ZoneId zone) {
            return new RenderedTemplate("Your report", Optional.empty(), Optional.of(model.toString()));
        }

        @Override
        public boolean has(TemplateId id) {
            return true;
        }
    }

    private static void requireContent(ContentSource content) throws IOException {
        try (InputStream in = new BufferedInputStream(content.openChecked())) {
            long index = 0;
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                require(octet == octet(index++), "the same octets");
            }
            require(index == SIZE, "all octets");
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("Not " + what);
        }
    }
}
