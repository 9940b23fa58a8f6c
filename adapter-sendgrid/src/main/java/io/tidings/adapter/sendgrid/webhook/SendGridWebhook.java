package io.tidings.adapter.sendgrid.webhook;

import io.tidings.adapter.sendgrid.webhook.WebhookResult.Verdict;
import io.tidings.adapter.sendgrid.webhook.event.EventReader;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.spi.EmailListener;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SendGrid's <a href="https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event">Event Webhook</a>, <a
 * href="https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features">signed</a>,
 * whatever serves HTTP. Thread-safe; one is enough.
 *
 * <p>A request is believed if its body, with the time before it, is signed with ECDSA on P-256 by one of the configured
 * keys, not too long ago. Nothing else reaches the JSON parser. The same request passes again as long as it is fresh:
 * {@code DeliveryLog.append} recognises events that it has by {@link DeliveryEvent#eventId()}.
 */
public final class SendGridWebhook {

    /** The header with the signature, in base64. */
    public static final String SIGNATURE_HEADER = "X-Twilio-Email-Event-Webhook-Signature";

    /** The header with the time of signing, in seconds since 1970. */
    public static final String TIMESTAMP_HEADER = "X-Twilio-Email-Event-Webhook-Timestamp";

    private static final int NOT_STORED = 503;

    private static final Logger LOG = LoggerFactory.getLogger(SendGridWebhook.class);

    private final SendGridWebhookConfig config;
    private final InstantSource clock;
    private final EventReader reader;
    private final Set<Verdict> reported = ConcurrentHashMap.newKeySet();

    /** With the system's clock. */
    @Inject
    public SendGridWebhook(SendGridWebhookConfig config) {
        this(config, InstantSource.system());
    }

    private SendGridWebhook(SendGridWebhookConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        reader = new EventReader(config.clientData());
    }

    /** With another clock, for the age of requests. */
    public static SendGridWebhook of(SendGridWebhookConfig config, InstantSource clock) {
        return new SendGridWebhook(config, Objects.requireNonNull(clock, "clock"));
    }

    /** How many octets a request may have; no more of it need be read. */
    public int maxBody() {
        return config.maxBody();
    }

    /**
     * Looks whether a request can be believed, and reads it. Never throws for what is in it.
     *
     * @param headers of the request, by name in any case; all, or those of the two names above
     * @param body the octets as they came, before anything decoded them
     */
    public WebhookResult receive(Map<String, List<String>> headers, byte[] body) {
        if (body.length > config.maxBody()) {
            return WebhookResult.refused(Verdict.TOO_LARGE);
        }
        Instant now = clock.instant();
        Verdict verdict = new SignedRequest(headers, body).verdict(config, now);
        if (verdict != Verdict.ACCEPTED) {
            return WebhookResult.refused(verdict);
        }
        try {
            return new WebhookResult(Verdict.ACCEPTED, reader.read(body, now));
        } catch (IOException e) {
            return WebhookResult.refused(Verdict.MALFORMED);
        }
    }

    /**
     * {@link #receive} and hands over every event, also after one that was not taken.
     *
     * @param sink where events are stored, such as {@code notifier::record}
     * @return the HTTP status to answer, without a body: 204 if every event was taken, 503 if one was not, so that
     *     SendGrid reports all of them again, else that of the {@link Verdict}
     */
    public int answer(Map<String, List<String>> headers, byte[] body, EmailListener sink) {
        WebhookResult result = receive(headers, body);
        return result.isAccepted() ? stored(result.events(), sink) : refused(result.verdict());
    }

    private static int stored(List<DeliveryEvent> events, EmailListener sink) {
        int missing = 0;
        String reason = "";
        for (DeliveryEvent event : events) {
            try {
                sink.event(event);
            } catch (RuntimeException e) {
                missing++;
                reason = e.getClass().getName();
            }
        }
        if (missing > 0) {
            LOG.warn(
                    "{} of {} events were not stored ({}); they will be reported again",
                    missing,
                    events.size(),
                    reason);
            return NOT_STORED;
        }
        return Verdict.ACCEPTED.status();
    }

    /** Warns once for each verdict: anybody can send such requests, as many as they like. */
    int refused(Verdict verdict) {
        if (reported.add(verdict)) {
            LOG.warn("A request to SendGrid's webhook is {}; further ones are logged at level debug", verdict);
        } else {
            LOG.debug("A request to SendGrid's webhook is {}", verdict);
        }
        return verdict.status();
    }
}
