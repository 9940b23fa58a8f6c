package io.tidings.adapter.smtplegacy.dialogue;

import io.tidings.adapter.smtplegacy.wire.Phase;
import io.tidings.adapter.smtplegacy.wire.Reply;
import io.tidings.adapter.smtplegacy.wire.Verdicts;
import io.tidings.email.EmailAddress;
import io.tidings.email.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which recipients of a transaction the relay took. */
final class Recipients {

    private final Map<EmailAddress, Failure> refused = new LinkedHashMap<>();
    private final List<EmailAddress> left = new ArrayList<>();
    private int taken;

    /** @param reply not 421, and a reply that RCPT can have */
    void add(EmailAddress recipient, Reply reply) {
        if (reply.isPositive()) {
            taken++;
        } else if (taken > 0 && isTooMany(reply)) {
            left.add(recipient);
        } else {
            refused.put(recipient, Verdicts.of(Phase.RCPT, reply));
        }
    }

    /**
     * RFC 5321, 4.5.3.1.10: 452, or 552 from old relays. Without a status code 452 may also mean that there is no room,
     * which the next transaction shows, since there it comes first.
     */
    private static boolean isTooMany(Reply reply) {
        return (reply.code() == 452 && reply.status().isEmpty())
                || ((reply.code() == 452 || reply.code() == 552) && reply.is(5, 3));
    }

    boolean anyTaken() {
        return taken > 0;
    }

    Transfer transfer(boolean accepted) {
        return new Transfer(accepted, refused, List.copyOf(left));
    }
}
