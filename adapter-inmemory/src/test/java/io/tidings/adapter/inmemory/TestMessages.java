package io.tidings.adapter.inmemory;

import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailMessageBuilder;
import java.io.IOException;
import java.io.InputStream;

/** Messages with sensible defaults; a test names what matters. */
public final class TestMessages {

    public static final EmailAddress JANE = EmailAddress.of("jane@example.gov", "Doe, \"Jane\"");
    public static final EmailAddress RAUL = EmailAddress.of("raúl@example.org");
    public static final EmailAddress KIM = EmailAddress.of("kim@example.com");

    private TestMessages() {}

    public static EmailMessageBuilder message() {
        return EmailMessage.builder()
                .from(EmailAddress.of("portal@example.gov", "Data Portal"))
                .to(JANE)
                .template("data-submitted")
                .subject("Your data was submitted")
                .html("<p>Thank you</p>")
                .text("Thank you");
    }

    public static EmailMessage message(Attachment... attachments) {
        return message().attachments(attachments).build();
    }

    public static Attachment file(String name, ContentSource content) {
        return Attachment.of(name, "application/octet-stream", content);
    }

    /** So many octets that are made while they are read; none is held. */
    public static ContentSource generated(long size) {
        return source(size, () -> new InputStream() {
            private long read;

            @Override
            public int read() {
                return read == size ? -1 : octet(read++);
            }
        });
    }

    public static int octet(long index) {
        return (int) (index * 31 + (index >> 8)) & 0xff;
    }

    public static byte[] generatedBytes(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) octet(i);
        }
        return bytes;
    }

    public static ContentSource source(long statedSize, Opener opener) {
        return new ContentSource() {
            @Override
            public long size() {
                return statedSize;
            }

            @Override
            public InputStream open() throws IOException {
                return opener.open();
            }
        };
    }

    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }
}
