package io.tidings.adapter.smtplegacy.options;

import io.tidings.error.InvalidArgumentException;
import java.time.Duration;

/**
 * How long each step may take. All are positive and at most a day; none is a pause between octets, so a relay that
 * drips does not stretch them.
 *
 * @param connect to connect to one address of a relay. Looking the name up has the limits of the operating system
 * @param read for the whole reply to a command, and for the TLS handshake
 * @param write for each write, of at most 16 KiB
 * @param finalReply for the reply to the final dot; relays look through the message before they answer, and to give up
 *     early makes duplicates (RFC 5321, 4.5.3.2.6)
 * @param claim to wait for a connection when all are in use
 * @param send for a whole send, whatever happens in it
 */
public record TimeLimits(
        Duration connect, Duration read, Duration write, Duration finalReply, Duration claim, Duration send) {

    public TimeLimits {
        requirePositive("connect", connect);
        requirePositive("read", read);
        requirePositive("write", write);
        requirePositive("finalReply", finalReply);
        requirePositive("claim", claim);
        requirePositive("send", send);
    }

    /** Connect 5 s, read and write 30 s, final reply 120 s, claim 10 s, a whole send 180 s. */
    public static TimeLimits defaults() {
        return new TimeLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(120),
                Duration.ofSeconds(10),
                Duration.ofSeconds(180));
    }

    static void requirePositive(String field, Duration value) {
        if (value.isNegative() || value.toMillis() == 0 || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new InvalidArgumentException(field, "must be from 1 ms to a day");
        }
    }
}
