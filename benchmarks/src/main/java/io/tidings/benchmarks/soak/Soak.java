package io.tidings.benchmarks.soak;

import io.tidings.Notifier;
import io.tidings.benchmarks.soak.farside.Providers;
import io.tidings.spi.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends messages through fail-over between two providers that fail, and finds out what became of them. */
final class Soak {

    /** No longer than this are messages sent. */
    static final Duration LONGEST = Duration.ofSeconds(100);

    private static final int SENDERS = 16;
    /** How much faster the notifiers' clock goes: breakers stay open for 1 ms rather than 5 s. */
    private static final int SPEED = 5_000;

    private Soak() {}

    /** Sends so many messages, half with either provider first, and waits until nothing is under way. */
    static SoakReport run(long seed, int messages) throws IOException, InterruptedException {
        try (Providers providers = new Providers(seed)) {
            List<Route> routes =
                    List.of(route(providers, "sendgrid", "smtp-legacy"), route(providers, "smtp-legacy", "sendgrid"));
            long start = System.nanoTime();
            List<Sent> sent = send(seed, messages, routes, start);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            routes.forEach(route -> route.notifier().close());
            Findings findings = new Findings(messages, sent, providers.settle());
            return new SoakReport(seed, took, findings, providers.faults());
        }
    }

    private static List<Sent> send(long seed, int messages, List<Route> routes, long start)
            throws InterruptedException {
        AtomicInteger left = new AtomicInteger(messages);
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<List<Sent>>> parts = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                Load load = new Load(seed * SENDERS + i, routes, left);
                parts.add(senders.submit(() -> load.run(() -> System.nanoTime() - start < LONGEST.toNanos())));
            }
            List<Sent> sent = new ArrayList<>();
            for (Future<List<Sent>> part : parts) {
                sent.addAll(part.get());
            }
            return sent;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a send threw", e.getCause());
        } finally {
            senders.shutdownNow();
        }
    }

    private static Route route(Providers providers, String first, String second) {
        Map<String, String> settings = new HashMap<>(providers.settings());
        settings.putAll(Map.of(
                "tidings.email.adapter", "failover",
                "tidings.email.from", "portal@example.gov",
                "tidings.failover.order", first + "," + second,
                "tidings.failover.max-wait", "300ms"));
        settings.putAll(Map.of(
                "tidings.sendgrid.max-connections", Integer.toString(SENDERS),
                "tidings.sendgrid.read-timeout", "150ms",
                "tidings.sendgrid.request-timeout", "1s"));
        settings.putAll(Map.of(
                "tidings.smtp-legacy.max-connections", Integer.toString(SENDERS),
                "tidings.smtp-legacy.read-timeout", "150ms",
                "tidings.smtp-legacy.final-timeout", "150ms",
                "tidings.smtp-legacy.send-timeout", "1s"));
        return new Route(
                first,
                Notifier.builder()
                        .settings(Settings.of(settings))
                        .clock(fastClock())
                        .build());
    }

    private static InstantSource fastClock() {
        Instant start = Instant.now();
        return () -> start.plus(Duration.between(start, Instant.now()).multipliedBy(SPEED));
    }
}
