package io.tidings.adapter.smtplegacy.bounce;

import io.tidings.adapter.smtplegacy.bounce.clue.MessageIds;
import io.tidings.adapter.smtplegacy.bounce.message.Fields;
import io.tidings.adapter.smtplegacy.bounce.message.Message;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells what became of messages from what comes to their envelope sender: delivery status notifications (RFC 3464 in
 * RFC 6522, RFC 6533), bounces in plain text, complaints (RFC 5965), read receipts (RFC 8098) and automatic replies
 * (RFC 3834). Give it each message of the mailbox as it is, and its events to the notifier.
 *
 * <table>
 * <caption>What becomes of what</caption>
 * <tr><td>failed, and the address is at fault</td><td>{@code BOUNCED} with {@code INVALID} or {@code BOUNCED}</td></tr>
 * <tr><td>failed otherwise: mailbox full, given up after days, refused as spam</td>
 *     <td>{@code BOUNCED} with {@code OTHER}, {@code TIMED_OUT}, {@code BLOCKED}</td></tr>
 * <tr><td>delayed</td><td>{@code DEFERRED}</td></tr>
 * <tr><td>delivered, relayed, expanded</td><td>{@code DELIVERED}</td></tr>
 * <tr><td>complaint of the type {@code abuse}</td><td>{@code COMPLAINED} with {@code SPAM}</td></tr>
 * <tr><td>displayed</td><td>{@code OPENED}</td></tr>
 * <tr><td>vacation reply, automatic reply</td><td>{@code AUTORESPONDED}</td></tr>
 * <tr><td>anything else</td><td>one {@code UNKNOWN} with the first 64 KiB of the message as
 *     {@link DeliveryEvent#raw()}, a character for each octet</td></tr>
 * </table>
 *
 * <p><b>Anybody can write to that mailbox.</b> Nothing in a bounce proves where it comes from. What cannot be guessed
 * is the id of the message, 128 random bits, which only the hosts on its way and its readers have seen: believe an
 * event whose {@link DeliveryEvent#messageId()} is in the delivery log and was sent to its recipient. An event without
 * an id is a hint; do not suppress an address for it alone.
 *
 * <p>The time of an event is the one that the report gives for it ({@code Last-Attempt-Date}, {@code Date}), since a
 * mailbox may be read long after; if that lies in the future or more than 30 days back, it is the time of reading.
 * {@link DeliveryEvent#eventId()} is the same whenever and however often the same message is read.
 *
 * <p>Thread-safe. Looks at the first 10 MiB of a message, 100 parts, 10 levels, and 1,000 recipients; logs nothing.
 */
public final class BounceParser {

    private static final int MAX_SIZE = 10 * 1024 * 1024;

    private final InstantSource clock;

    /** By the system's clock. */
    public BounceParser() {
        this(InstantSource.system());
    }

    /** By another clock. */
    public BounceParser(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * What a message says.
     *
     * @param raw the message as it came, whatever its line ends; any octets at all
     * @return at least one event; never an exception
     */
    public List<DeliveryEvent> parse(byte[] raw) {
        byte[] read = raw.length > MAX_SIZE ? Arrays.copyOf(raw, MAX_SIZE) : raw;
        try {
            return understand(read);
        } catch (RuntimeException defect) {
            // A mailbox must not get stuck at one message because this parser has a mistake.
            return new Events(read, Fields.none(), Optional.empty(), clock.instant()).unknown();
        }
    }

    /**
     * Likewise, from a stream, of which it reads no more than it looks at, and which it does not close.
     *
     * @throws IOException if the stream cannot be read
     */
    public List<DeliveryEvent> parse(InputStream raw) throws IOException {
        return parse(raw.readNBytes(MAX_SIZE));
    }

    /** Without a net, so that tests see every mistake. */
    List<DeliveryEvent> understand(byte[] raw) {
        Message message = Message.read(raw);
        Origin origin = new Origin(message.headers());
        Prose prose = new Prose(message);
        StatusReport status = new StatusReport(message, origin, prose);
        Fields feedback = FeedbackReport.fields(message);
        Fields receipt = ReadReport.fields(message);
        List<Fields> reports = new ArrayList<>(status.fields());
        reports.add(feedback);
        reports.add(receipt);

        Events events = new Events(raw, message.headers(), MessageIds.of(message, reports), clock.instant());
        List<Finding> findings;
        if (!feedback.isEmpty()) {
            findings = FeedbackReport.findings(feedback, prose.returned());
        } else if (!receipt.isEmpty() && !origin.isRejection()) {
            findings = ReadReport.findings(receipt, prose.returned());
        } else {
            findings = delivery(message, origin, prose, status);
        }
        return findings.isEmpty() ? events.unknown() : events.of(findings);
    }

    private static List<Finding> delivery(Message message, Origin origin, Prose prose, StatusReport status) {
        List<Finding> found = status.findings();
        if (found.isEmpty()) {
            found = PlainReport.findings(message.headers(), origin, prose);
        }
        if (found.isEmpty() && origin.isAutomaticReply() && !origin.isMailSystem()) {
            found = List.of(Finding.of(DeliveryEventType.AUTORESPONDED, origin.author()));
        }
        return found;
    }
}
