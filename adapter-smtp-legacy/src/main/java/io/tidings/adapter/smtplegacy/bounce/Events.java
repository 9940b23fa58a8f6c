package io.tidings.adapter.smtplegacy.bounce;

import io.tidings.adapter.smtplegacy.bounce.clue.Addresses;
import io.tidings.adapter.smtplegacy.bounce.message.Fields;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventBuilder;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.email.MessageId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes events of what one message says. */
final class Events {

    /** The name of the adapter. */
    static final String PROVIDER = "smtp-legacy";

    private static final int MAX_RAW = 64 * 1024;
    private static final Duration OLDEST = Duration.ofDays(30);

    private final byte[] raw;
    private final Fields headers;
    private final Optional<MessageId> id;
    private final Instant now;

    /**
     * @param raw the message
     * @param headers its headers
     * @param id of our message that it is about
     * @param now the time of reading
     */
    Events(byte[] raw, Fields headers, Optional<MessageId> id, Instant now) {
        this.raw = raw;
        this.headers = headers;
        this.id = id;
        this.now = now;
    }

    /** One for each finding; what is found twice counts once. */
    List<DeliveryEvent> of(List<Finding> findings) {
        Map<String, DeliveryEvent> events = new LinkedHashMap<>();
        String identity = identity();
        for (Finding finding : findings) {
            String eventId = eventId(identity, finding);
            DeliveryEventBuilder event = DeliveryEvent.of(finding.type(), PROVIDER, time(finding.at()))
                    .eventId(eventId)
                    .status(finding.status())
                    .diagnostic(finding.words())
                    .byMachine(finding.byMachine());
            id.ifPresent(event::messageId);
            finding.recipient().ifPresent(event::recipient);
            finding.reason().ifPresent(event::rejectReason);
            events.putIfAbsent(eventId, event.build());
        }
        return List.copyOf(events.values());
    }

    /** What is not understood, with the beginning of the message, a character for each octet. */
    List<DeliveryEvent> unknown() {
        DeliveryEventBuilder event = DeliveryEvent.of(DeliveryEventType.UNKNOWN, PROVIDER, time(Optional.empty()))
                .eventId(eventId(identity(), Finding.of(DeliveryEventType.UNKNOWN, Optional.empty())))
                .raw(new String(raw, 0, Math.min(raw.length, MAX_RAW), StandardCharsets.ISO_8859_1));
        id.ifPresent(event::messageId);
        return List.of(event.build());
    }

    private Instant time(Optional<Instant> given) {
        return given.filter(this::isPlausible)
                .or(() -> headers.first("date").flatMap(Dates::parse).filter(this::isPlausible))
                .orElse(now);
    }

    private boolean isPlausible(Instant at) {
        return !at.isAfter(now) && !at.isBefore(now.minus(OLDEST));
    }

    /** Its Message-ID, or else its octets without carriage returns, which a mailbox may add or take away. */
    private String identity() {
        return headers.first("message-id").map(String::strip).orElseGet(() -> {
            byte[] lines = new byte[raw.length];
            int length = 0;
            for (byte octet : raw) {
                if (octet != '\r') {
                    lines[length++] = octet;
                }
            }
            return hash(Arrays.copyOf(lines, length));
        });
    }

    /** A hash, since it holds an address. */
    private static String eventId(String identity, Finding finding) {
        return hash(String.join(
                        "\n",
                        identity,
                        finding.recipient().map(Addresses::key).orElse(""),
                        finding.type().name(),
                        finding.status().map(Object::toString).orElse(""))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] octets) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
