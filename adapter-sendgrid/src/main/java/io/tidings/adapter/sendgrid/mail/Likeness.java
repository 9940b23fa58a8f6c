package io.tidings.adapter.sendgrid.mail;

import io.tidings.email.Attachment;
import io.tidings.email.Content;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What messages must have in common to travel in one request: all but recipients, id, idempotency key and headers of
 * their own. Attachments are the same only by identity, because nobody wants to read them to find out. Messages with
 * copies {@linkplain #travelsAlone travel alone}.
 */
public record Likeness(
        List<String> addresses,
        Content content,
        List<Identity> attachments,
        List<String> tags,
        Map<String, String> metadata,
        Optional<Instant> sendAt) {

    /** The likeness of a message. */
    public static Likeness of(EmailMessage message) {
        return new Likeness(
                addresses(message),
                message.content(),
                message.attachments().stream().map(Identity::new).toList(),
                message.tags(),
                message.metadata(),
                message.sendAt());
    }

    /** Whether it must not share a request, whatever the others are like. */
    public static boolean travelsAlone(EmailMessage message) {
        return !message.cc().isEmpty() || !message.bcc().isEmpty();
    }

    /** With their names, which equal addresses may lack. */
    private static List<String> addresses(EmailMessage message) {
        return Stream.concat(Stream.of(message.from()), message.replyTo().stream())
                .flatMap(address -> Stream.of(address.address(), name(address)))
                .toList();
    }

    private static String name(EmailAddress address) {
        return address.displayName().orElse("");
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "Likeness";
    }

    /** An attachment that is equal to itself. */
    record Identity(Attachment attachment) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Identity that
                    && attachment.content() == that.attachment.content()
                    && attachment.equals(that.attachment);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(attachment.content());
        }
    }
}
