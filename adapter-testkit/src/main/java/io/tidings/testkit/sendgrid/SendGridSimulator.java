package io.tidings.testkit.sendgrid;

import io.tidings.testkit.FarSide;
import io.tidings.testkit.ReceivedMessage;
import io.tidings.testkit.sendgrid.http.HttpExchange;
import io.tidings.testkit.sendgrid.http.HttpReply;
import io.tidings.testkit.sendgrid.http.HttpServer;
import io.tidings.testkit.sendgrid.http.Traffic;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * SendGrid's v3 Mail Send API in this process, on 127.0.0.1, without an account: it refuses what SendGrid refuses, in
 * SendGrid's words, keeps what it accepts for assertions, and fails in every way that a test asks for. Thread-safe.
 *
 * <p>It also answers what a check of the account asks: {@code GET /v3/scopes}, {@code GET /v3/whitelabel/domains},
 * {@code POST /v3/whitelabel/domains/{id}/validate} and {@code GET /v3/verified_senders}.
 */
public final class SendGridSimulator implements FarSide, AutoCloseable {

    private final String apiKey;
    private final Duration delay;
    private final InstantSource clock;
    private final FurtherChecks checks;
    private final Records records;
    private final SendGridApi api;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final HttpServer server;

    SendGridSimulator(SendGridSimulatorBuilder settings) {
        apiKey = settings.apiKey;
        delay = settings.delay;
        clock = settings.clock;
        checks = new FurtherChecks(settings.check);
        records = new Records(settings.capacity);
        Account account = new Account(apiKey, settings.scopes, settings.domains, settings.senders);
        api = new SendGridApi(account, clock, records);
        server = HttpServer.start(settings.port, this::handle);
    }

    /** Starts one with all defaults. */
    public static SendGridSimulator start() {
        return builder().start();
    }

    /** Another one. */
    public static SendGridSimulatorBuilder builder() {
        return new SendGridSimulatorBuilder();
    }

    /** Such as {@code http://127.0.0.1:40123}, for {@code tidings.sendgrid.base-url}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The only key that is valid. */
    public String apiKey() {
        return apiKey;
    }

    /** What {@code /v3/mail/send} answers. */
    public Script script() {
        return script(SendGridApi.MAIL_SEND);
    }

    /** What another path answers, such as {@code /v3/scopes}. */
    public Script script(String path) {
        return scripts.computeIfAbsent(path, any -> new Script());
    }

    /** As {@link Script#next(Answer...)} of {@link #script()}. */
    public void next(Answer... answers) {
        script().next(answers);
    }

    /** As {@link Script#always(Answer)} of {@link #script()}. */
    public void always(Answer answer) {
        script().always(answer);
    }

    /** Every request so far, in the order in which they had arrived. */
    public List<RecordedRequest> requests() {
        return records.requests();
    }

    /** What SendGrid would deliver, one for each personalization. */
    public List<SimulatedMail> mails() {
        return records.mails();
    }

    /** What was accepted in sandbox mode and goes nowhere. */
    public List<SimulatedMail> sandboxed() {
        return records.sandboxed();
    }

    /** What SendGrid would deliver, in the words of {@link io.tidings.testkit.EmailPortContract}. */
    @Override
    public List<ReceivedMessage> received() {
        return mails().stream().map(SimulatedMail::toReceivedMessage).toList();
    }

    /** Forgets requests and mails; the counters go on. */
    public void clear() {
        records.clear();
    }

    /** Connections and requests so far. */
    public Traffic traffic() {
        return server.traffic();
    }

    /**
     * Waits in real time until the counters are as expected.
     *
     * @throws AssertionError if they are not in time, or if the thread is interrupted
     */
    public Traffic awaitTraffic(Predicate<Traffic> expected, Duration timeout) {
        try {
            if (server.await(expected, timeout)) {
                return traffic();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("Not the expected traffic: " + traffic());
    }

    /** Closes every connection that waits for a request, without having said so, as SendGrid does with idle ones. */
    public void closeIdleConnections() {
        try {
            server.closeIdleConnections();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException, InterruptedException {
        Script script = scripts.get(exchange.request().path());
        Answer answer = script == null ? Answer.sendGrid() : script.take();
        if (answer.moment() == Moment.BEFORE_BODY) {
            records.add(exchange.request(), "");
            end(exchange, answer);
        } else if (answer.moment() == Moment.HALF_WAY_THROUGH_BODY) {
            exchange.readHalf();
            records.add(exchange.request(), "");
            end(exchange, answer);
        } else {
            answerWhole(exchange, answer);
        }
    }

    private void answerWhole(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
        Optional<byte[]> body = exchange.body(SendGridApi.MAX_BODY);
        String text =
                body.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
        boolean room = records.add(exchange.request(), text);
        if (exchange.request().path().equals(SendGridApi.MAIL_SEND)) {
            checks.add(text);
        }
        exchange.pause(delay.plus(answer.delay()));
        if (answer.latch().isPresent()) {
            exchange.await(answer.latch().get());
        }
        HttpReply own = answer.isTaking() && room
                ? api.reply(exchange.request(), body)
                : new HttpReply(room ? 202 : 503, Map.of(), new byte[0]);
        HttpReply reply = withUsualHeaders(exchange, room ? answer.reply().orElse(own) : own);
        if (answer.moment() == Moment.HALF_WAY_THROUGH_ANSWER) {
            exchange.replyHalf(reply);
            end(exchange, answer);
        } else if (answer.ending() == Answer.Ending.KEPT || answer.ending() == Answer.Ending.CLOSED) {
            end(exchange, answer);
            send(exchange, answer, reply);
        } else {
            end(exchange, answer);
        }
    }

    private static void send(HttpExchange exchange, Answer answer, HttpReply reply)
            throws IOException, InterruptedException {
        if (answer.drip().isPresent()) {
            exchange.drip(reply, answer.drip().get());
        } else {
            exchange.reply(reply);
        }
    }

    private static void end(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
        switch (answer.ending()) {
            case KEPT -> {}
            case CLOSED -> exchange.closeAfterwards();
            case CUT -> exchange.cut();
            case RESET -> exchange.reset();
            case SILENT -> {
                if (answer.moment() == Moment.BEFORE_BODY || answer.moment() == Moment.HALF_WAY_THROUGH_BODY) {
                    exchange.ignore();
                } else {
                    exchange.awaitClientGone();
                }
            }
        }
    }

    /** {@code /v3/mail/send} gives no rate limits, every other path does. */
    private HttpReply withUsualHeaders(HttpExchange exchange, HttpReply reply) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Server", "nginx");
        headers.put(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        headers.put("Connection", "keep-alive");
        if (!exchange.request().path().equals(SendGridApi.MAIL_SEND)) {
            headers.put("X-RateLimit-Limit", "600");
            headers.put("X-RateLimit-Remaining", "599");
            headers.put("X-RateLimit-Reset", Long.toString(clock.instant().getEpochSecond() + 60));
        }
        headers.putAll(reply.headers());
        return new HttpReply(reply.status(), headers, reply.body(), reply.filler(), reply.statedLength());
    }

    /**
     * Closes every connection and waits for its threads to end.
     *
     * @throws AssertionError if a further check has failed
     */
    @Override
    public void close() {
        server.close();
        checks.close();
    }
}
