package io.tidings.benchmarks.soak;

import io.tidings.Receipt;
import io.tidings.benchmarks.soak.farside.Copies.Copy;
import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.EmailAddress;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import java.util.List;

/**
 * One message and what the library said became of it.
 *
 * @param first the provider to ask first
 * @param recipients for whom it was
 */
record Sent(String first, Receipt receipt, List<String> recipients) {

    SendResult result() {
        return receipt.result();
    }

    List<Attempt> attempts() {
        return result().attempts();
    }

    /** Whether the first provider was not asked, as its breaker was open. */
    boolean passedFirstOver() {
        return attempts().isEmpty() || !attempts().get(0).provider().equals(first);
    }

    /** What a provider may have, one for each recipient. */
    List<Copy> copies() {
        return recipients.stream()
                .map(recipient -> new Copy(receipt.id().toString(), recipient))
                .toList();
    }

    /** How many copies there must be for one recipient. */
    int least(String recipient) {
        return result() instanceof Accepted accepted && !accepted.refused().containsKey(EmailAddress.of(recipient))
                ? 1
                : 0;
    }

    /** How many copies there may be for one recipient. */
    int most(String recipient) {
        return result() instanceof Unconfirmed ? 1 : least(recipient);
    }
}
