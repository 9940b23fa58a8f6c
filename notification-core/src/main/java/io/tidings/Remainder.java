package io.tidings;

import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Unconfirmed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Of a message whose fate is known for some recipients, the one that is for the others. */
final class Remainder {

    private Remainder() {}

    /**
     * The message without those who have it, or were refused. They are shown as ever, unless the adapter's envelope
     * cannot name fewer than the headers; then they are left out of the headers, too. If somebody has the message, or
     * nobody would be left in {@code To}, that cannot be: the result needs a separate envelope, and the guards refuse
     * it.
     */
    static EmailMessage of(EmailMessage message, Unconfirmed result, boolean separateEnvelope) {
        Set<EmailAddress> done = new LinkedHashSet<>(message.recipients());
        done.removeIf(recipient ->
                !result.served().contains(recipient) && !result.refused().containsKey(recipient));
        if (done.isEmpty()) {
            return message;
        }
        done.addAll(message.withheld());
        List<EmailAddress> to = without(done, message.to());
        if (separateEnvelope || !result.served().isEmpty() || to.isEmpty()) {
            return message.toBuilder().withheld(done).build();
        }
        return message.toBuilder()
                .to(to)
                .cc(without(done, message.cc()))
                .bcc(without(done, message.bcc()))
                .build();
    }

    private static List<EmailAddress> without(Set<EmailAddress> done, List<EmailAddress> recipients) {
        return recipients.stream().filter(each -> !done.contains(each)).toList();
    }
}
