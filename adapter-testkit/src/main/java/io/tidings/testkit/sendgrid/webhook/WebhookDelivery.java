package io.tidings.testkit.sendgrid.webhook;

import java.util.List;

/**
 * One batch and what became of it. Immutable.
 *
 * @param body as it was posted, in UTF-8
 * @param timestamp the header with the time of signing
 * @param signature the header with the signature
 * @param statuses what was answered to each attempt; 0 if nothing was
 */
public record WebhookDelivery(String body, String timestamp, String signature, List<Integer> statuses) {

    public WebhookDelivery {
        statuses = List.copyOf(statuses);
    }

    /** Whether it was answered with 2xx in the end. */
    public boolean isTaken() {
        return !statuses.isEmpty() && statuses.get(statuses.size() - 1) / 100 == 2;
    }

    /** What was answered. */
    @Override
    public String toString() {
        return "WebhookDelivery" + statuses;
    }
}
