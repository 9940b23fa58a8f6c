package io.tidings.testkit.sendgrid.webhook;

import io.tidings.error.InvalidArgumentException;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import io.tidings.testkit.sendgrid.SimulatedMail;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;

/**
 * The Event Webhook of a simulated SendGrid: says what became of the mails that it took, signed as SendGrid signs, to
 * an endpoint on this machine and no other. Says it only when asked to, in the caller's thread. Thread-safe.
 *
 * <p>What is not answered with 2xx is posted again at once, as it was, 3 times at most; SendGrid does so for a day.
 */
public final class EventWebhook {

    private static final int MOST_SCRIPTED = 100_000;

    private final SendGridSimulator simulator;
    private final SigningKey key = new SigningKey();
    private final Reports reports = new Reports();
    private final Set<SimulatedMail> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Queue<List<WebhookEvent>> next = new ArrayDeque<>();
    private List<WebhookEvent> always = List.of(WebhookEvent.processed(), WebhookEvent.delivered());
    private Optional<Poster> poster = Optional.empty();
    private InstantSource clock = InstantSource.system();
    private int batch = 1_000;
    private int attempts = 3;
    private boolean doubled;
    private long shuffle;

    private EventWebhook(SendGridSimulator simulator) {
        this.simulator = simulator;
    }

    /** A webhook with keys of its own. It must be told where to report to. */
    public static EventWebhook of(SendGridSimulator simulator) {
        return new EventWebhook(Objects.requireNonNull(simulator, "simulator"));
    }

    /**
     * Reports to this endpoint from now on.
     *
     * @param url such as {@code http://127.0.0.1:8080/webhooks/sendgrid}
     * @throws InvalidArgumentException if that is not on this machine
     */
    public synchronized EventWebhook to(URI url) {
        poster = Optional.of(new Poster(url));
        return this;
    }

    /** The public key as SendGrid shows it, for {@code tidings.sendgrid.webhook.public-keys}. */
    public String publicKey() {
        return key.publicKey();
    }

    /** Signs and dates by another clock; the system's by default. */
    public synchronized EventWebhook clock(InstantSource source) {
        clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /** So many events in one request; 1,000 by default. */
    public synchronized EventWebhook batchesOf(int events) {
        batch = atLeastOne("events", events);
        return this;
    }

    /** Posts a batch so often until it is taken, at most 100 times; 3 times by default. */
    public synchronized EventWebhook attempts(int times) {
        attempts = Math.min(atLeastOne("times", times), 100);
        return this;
    }

    private static int atLeastOne(String field, int number) {
        if (number < 1) {
            throw new InvalidArgumentException(field, "must be at least 1");
        }
        return number;
    }

    /** Reports every event twice from now on, with the same id, as SendGrid may. */
    public synchronized EventWebhook doubled() {
        doubled = true;
        return this;
    }

    /**
     * Reports events in any order from now on.
     *
     * @param seed the same for the same order; not 0
     */
    public synchronized EventWebhook outOfOrder(long seed) {
        shuffle = seed;
        return this;
    }

    /** What becomes of one mail, behind those that are waiting. */
    public synchronized EventWebhook next(WebhookEvent... events) {
        if (next.size() == MOST_SCRIPTED) {
            throw new InvalidArgumentException("mails", "must not be more than " + MOST_SCRIPTED + " at a time");
        }
        next.add(List.of(events));
        return this;
    }

    /** What becomes of mails when nothing is waiting; at first they are processed and delivered. */
    public synchronized EventWebhook always(WebhookEvent... events) {
        always = List.of(events);
        return this;
    }

    /** Reports, by the script, every mail that was taken since the last time, one event for each recipient. */
    public synchronized List<WebhookDelivery> deliver() {
        Instant now = clock.instant();
        List<SimulatedMail> mails = simulator.mails();
        List<String> events = new ArrayList<>();
        for (SimulatedMail mail : mails) {
            if (reported.add(mail)) {
                List<WebhookEvent> scripted = next.poll();
                events.addAll(reports.of(mail, scripted == null ? always : scripted, now));
            }
        }
        Set<SimulatedMail> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(mails);
        reported.removeIf(mail -> !kept.contains(mail));
        return post(events, now);
    }

    /** Reports that these happened to one mail. Its turn in the script still comes. */
    public synchronized List<WebhookDelivery> report(SimulatedMail mail, WebhookEvent... events) {
        Instant now = clock.instant();
        return post(reports.of(mail, List.of(events), now), now);
    }

    private List<WebhookDelivery> post(List<String> events, Instant now) {
        Poster out = poster.orElseThrow(() -> new InvalidArgumentException("url", "must be given before, by to(...)"));
        List<String> all = new ArrayList<>(events);
        if (doubled) {
            all.addAll(events);
        }
        if (shuffle != 0) {
            Collections.shuffle(all, new Random(shuffle));
        }
        List<WebhookDelivery> deliveries = new ArrayList<>();
        for (int from = 0; from < all.size(); from += batch) {
            List<String> some = all.subList(from, Math.min(from + batch, all.size()));
            deliveries.add(out.post("[" + String.join(",\n", some) + "]\r\n", key, now, attempts));
        }
        return deliveries;
    }
}
