package io.tidings.testkit;

import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailMessageBuilder;
import java.nio.charset.StandardCharsets;

/** Messages for tests: each test names only what matters to it, the rest has sensible defaults. */
public final class Messages {

    /** Who sends, unless the test says otherwise. */
    public static final EmailAddress SENDER = EmailAddress.of("portal@example.gov", "Data Portal");

    /** Who gets it, unless the test says otherwise. */
    public static final EmailAddress RECIPIENT = EmailAddress.of("jane@example.org", "Jane Doe");

    private Messages() {}

    /** A message with a new id, from {@link #SENDER} to {@link #RECIPIENT}, with a subject and a text body. */
    public static EmailMessage simple() {
        return message().build();
    }

    /** As {@link #simple()}, to be changed; each message that is built gets an id of its own. */
    public static EmailMessageBuilder message() {
        return EmailMessage.builder()
                .from(SENDER)
                .to(RECIPIENT)
                .subject("Your file was accepted")
                .text("Your file was accepted.\n");
    }

    /** {@code recipient<number>@example.org}. */
    public static EmailAddress recipient(int number) {
        return EmailAddress.of("recipient" + number + "@example.org");
    }

    /** A file with this content. */
    public static Attachment file(String name, byte[] bytes) {
        return Attachment.of(name, "application/octet-stream", ContentSource.of(bytes));
    }

    /** A text file with this content in UTF-8. */
    public static Attachment file(String name, String text) {
        return Attachment.of(name, "text/plain", ContentSource.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
