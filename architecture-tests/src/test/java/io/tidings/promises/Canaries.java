package io.tidings.promises;

import io.tidings.Notification;
import io.tidings.Recipient;
import io.tidings.SendOptions;
import io.tidings.SendOptionsBuilder;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventBuilder;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailMessageBuilder;
import io.tidings.email.Header;
import io.tidings.templates.catalogue.AccessRequestApproved;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** One word in every place of a message where something personal can be. */
final class Canaries {

    static final String CANARY = "Kanarie7";
    static final EmailAddress ADDRESS = EmailAddress.of("x" + CANARY + "@example.gov", CANARY + " Doe");
    static final EmailAddress COPY = EmailAddress.of("y" + CANARY + "@example.gov", CANARY);
    static final Recipient RECIPIENT = new Recipient(ADDRESS, Locale.ENGLISH, ZoneOffset.UTC);
    static final Notification NOTIFICATION = new AccessRequestApproved(CANARY, CANARY, CANARY);

    private Canaries() {}

    static SendOptionsBuilder options() {
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

    static EmailMessageBuilder message() {
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

    static DeliveryEvent event() {
        return event(DeliveryEventType.UNKNOWN).build();
    }

    static DeliveryEventBuilder event(DeliveryEventType type) {
        return DeliveryEvent.of(type, "fake", Instant.now())
                .recipient(ADDRESS)
                .diagnostic(CANARY)
                .eventId(CANARY)
                .providerId(CANARY)
                .group(CANARY)
                .raw(CANARY);
    }
}
