package io.tidings.testkit.sendgrid;

import io.tidings.error.InvalidArgumentException;
import io.tidings.testkit.sendgrid.http.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/**
 * What the simulator does with one request. Immutable; one answer can serve many requests.
 *
 * <p>Only {@link #sendGrid()} and what is {@link #taking()} looks at the request, and takes the mail if SendGrid would.
 */
public final class Answer {

    /** What becomes of the connection. */
    enum Ending {
        KEPT,
        CLOSED,
        CUT,
        RESET,
        SILENT
    }

    private static final int MAX_STATUS = 599;
    private static final Duration MAX_DELAY = Duration.ofMinutes(10);

    private final boolean taking;
    private final Optional<HttpReply> reply;
    private final Ending ending;
    private final Moment moment;
    private final Duration delay;
    private final Optional<CountDownLatch> latch;
    private final Optional<Duration> drip;

    private Answer(
            boolean taking,
            Optional<HttpReply> reply,
            Ending ending,
            Moment moment,
            Duration delay,
            Optional<CountDownLatch> latch,
            Optional<Duration> drip) {
        this.taking = taking;
        this.reply = reply;
        this.ending = ending;
        this.moment = moment;
        this.delay = delay;
        this.latch = latch;
        this.drip = drip;
    }

    private static Answer of(boolean taking, Optional<HttpReply> reply, Ending ending, Moment moment) {
        return new Answer(taking, reply, ending, moment, Duration.ZERO, Optional.empty(), Optional.empty());
    }

    /** What SendGrid would do: check the request, take the mail, answer 202; or 4xx with what is wrong. */
    public static Answer sendGrid() {
        return of(true, Optional.empty(), Ending.KEPT, Moment.AFTER_BODY);
    }

    /** A status with an empty body, whatever the request says. */
    public static Answer status(int status) {
        if (status < 200 || status > MAX_STATUS) {
            throw new InvalidArgumentException("status", "must be from 200 to " + MAX_STATUS);
        }
        return of(false, Optional.of(new HttpReply(status, Map.of(), new byte[0])), Ending.KEPT, Moment.AFTER_BODY);
    }

    /** A status with one error in SendGrid's format, which names no field. */
    public static Answer error(int status, String message) {
        return status(status).body("application/json", Errors.json(message));
    }

    /** A status with one error in SendGrid's format. */
    public static Answer error(int status, String message, String field) {
        return status(status).body("application/json", Errors.json(message, field));
    }

    /** Closes the connection; the system resets it if the client has sent what was not read. The mail is lost. */
    public static Answer cut(Moment moment) {
        return of(false, Optional.empty(), Ending.CUT, moment);
    }

    /** Resets the connection. The mail is lost. */
    public static Answer reset(Moment moment) {
        return of(false, Optional.empty(), Ending.RESET, moment);
    }

    /** Says nothing more until the client goes away or the simulator is closed. The mail is lost. */
    public static Answer silence(Moment moment) {
        return of(false, Optional.empty(), Ending.SILENT, moment);
    }

    /**
     * This answer, although the mail is taken if SendGrid would take it: whoever sends it again makes a duplicate.
     *
     * @throws InvalidArgumentException if the body is not read to its end
     */
    public Answer taking() {
        if (moment == Moment.BEFORE_BODY || moment == Moment.HALF_WAY_THROUGH_BODY) {
            throw new InvalidArgumentException("answer", "must read all of the body to take a mail");
        }
        return new Answer(true, reply, ending, moment, delay, latch, drip);
    }

    /** This answer with a header; one of the same name is replaced, as {@code Date} and {@code Server} are. */
    public Answer header(String name, String value) {
        HttpReply old = requireReply();
        Map<String, String> headers = new LinkedHashMap<>(old.headers());
        headers.put(name, value);
        return with(new HttpReply(old.status(), headers, old.body(), old.filler(), old.statedLength()));
    }

    /** This answer with a body in UTF-8, of whatever type and whether it is well-formed or not. */
    public Answer body(String contentType, String text) {
        HttpReply old = header("Content-Type", contentType).requireReply();
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return with(new HttpReply(old.status(), old.headers(), body, old.filler(), old.statedLength()));
    }

    /** This answer with so many octets of no meaning at the end of its body, which nobody has to hold. */
    public Answer filler(long octets) {
        HttpReply old = requireReply();
        return with(new HttpReply(old.status(), old.headers(), old.body(), octets, old.statedLength()));
    }

    /** This answer, stating a length of its body that is not true; the connection is closed after it. */
    public Answer statingLength(long length) {
        HttpReply old = requireReply();
        return with(new HttpReply(old.status(), old.headers(), old.body(), old.filler(), OptionalLong.of(length)));
    }

    private HttpReply requireReply() {
        return reply.orElseThrow(() -> new InvalidArgumentException("answer", "must have a status of its own"));
    }

    private Answer with(HttpReply other) {
        return new Answer(taking, Optional.of(other), ending, moment, delay, latch, drip);
    }

    /** This answer, and the connection is closed after it without having said so. */
    public Answer thenClosing() {
        return new Answer(taking, reply, Ending.CLOSED, moment, delay, latch, drip);
    }

    /** This answer after so much time, in which nothing is taken yet; at most 10 minutes. */
    public Answer after(Duration time) {
        if (time.isNegative() || time.compareTo(MAX_DELAY) > 0) {
            throw new InvalidArgumentException("time", "must be from zero to 10 minutes");
        }
        return new Answer(taking, reply, ending, moment, time, latch, drip);
    }

    /** This answer when the test lets it, before which nothing is taken; after 10 minutes anyhow. */
    public Answer after(CountDownLatch signal) {
        return new Answer(taking, reply, ending, moment, delay, Optional.of(signal), drip);
    }

    /** This answer octet by octet, with so much time before each. */
    public Answer dripping(Duration between) {
        return new Answer(taking, reply, ending, moment, delay, latch, Optional.of(between));
    }

    boolean isTaking() {
        return taking;
    }

    Optional<HttpReply> reply() {
        return reply;
    }

    Ending ending() {
        return ending;
    }

    Moment moment() {
        return moment;
    }

    Duration delay() {
        return delay;
    }

    Optional<CountDownLatch> latch() {
        return latch;
    }

    Optional<Duration> drip() {
        return drip;
    }
}
