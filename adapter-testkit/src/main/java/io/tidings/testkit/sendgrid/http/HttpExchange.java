package io.tidings.testkit.sendgrid.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One request and what is done about it. For one thread. */
public final class HttpExchange {

    /** No wait is longer, whatever the test forgot. */
    private static final long LONGEST_WAIT_MINUTES = 10;

    private final HttpConnection connection;
    private final HttpRequest request;
    private final HttpBody body;
    private final OutputStream out;
    private boolean continued;
    private boolean replied;
    private boolean last;

    HttpExchange(HttpConnection connection, HttpRequest request, HttpBody body, OutputStream out) {
        this.connection = connection;
        this.request = request;
        this.body = body;
        this.out = out;
        last = request.closes();
    }

    /** The head of the request. */
    public HttpRequest request() {
        return request;
    }

    /** Reads the body to its end, and gives it unless it has more than so many octets. */
    public Optional<byte[]> body(int most) throws IOException {
        sendContinue();
        return body.readAll(most);
    }

    /** Reads half of the body if its length is stated, else 64 KB of it. */
    public void readHalf() throws IOException {
        sendContinue();
        body.readHalf();
    }

    private void sendContinue() throws IOException {
        if (!continued
                && request.header("expect")
                        .filter("100-continue"::equalsIgnoreCase)
                        .isPresent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        continued = true;
    }

    /** Sends the reply. */
    public void reply(HttpReply reply) throws IOException {
        replied = true;
        last |= reply.statedLength().isPresent();
        connection.answering();
        out.write(reply.bytes());
        byte[] block = new byte[8_192];
        Arrays.fill(block, (byte) 'x');
        for (long left = reply.filler(); left > 0; left -= block.length) {
            out.write(block, 0, (int) Math.min(block.length, left));
        }
    }

    /** Sends the first half of the reply. */
    public void replyHalf(HttpReply reply) throws IOException {
        byte[] bytes = reply.bytes();
        out.write(bytes, 0, bytes.length / 2);
    }

    /** Sends the reply octet by octet, until it is done or the client goes away. */
    public void drip(HttpReply reply, Duration between) throws IOException, InterruptedException {
        replied = true;
        for (byte octet : reply.bytes()) {
            pause(between);
            out.write(octet);
        }
    }

    /** Closes the connection after this exchange, without having said so. */
    public void closeAfterwards() {
        last = true;
    }

    /** Closes the connection; the system resets it if the client has sent what was not read. */
    public void cut() {
        last = true;
        connection.close();
    }

    /** Resets the connection: what is under way in either direction is lost. */
    public void reset() {
        last = true;
        connection.reset();
    }

    /** Does nothing until the server is closed. */
    public void ignore() throws InterruptedException {
        last = true;
        pause(Duration.ofMinutes(LONGEST_WAIT_MINUTES));
    }

    /** Says nothing until the client goes away or the server is closed. */
    public void awaitClientGone() throws IOException {
        last = true;
        connection.awaitEnd();
    }

    /** Lets time pass; ends early if the server is closed. */
    public void pause(Duration time) throws InterruptedException {
        connection.closing().await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits until a test lets it go on. */
    public void await(CountDownLatch latch) throws InterruptedException {
        latch.await(LONGEST_WAIT_MINUTES, TimeUnit.MINUTES);
    }

    /** Whether the connection can be used again. */
    boolean finish() throws IOException {
        if (replied && !last && !body.isEnded()) {
            body.readAll(0);
        }
        return replied && !last;
    }
}
