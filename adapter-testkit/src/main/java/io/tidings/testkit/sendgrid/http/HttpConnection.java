package io.tidings.testkit.sendgrid.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: request after request until one side has enough. */
final class HttpConnection {

    private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);
    private static final int READ_TIMEOUT_MILLIS = 300_000;
    private static final int CLOSE_TIMEOUT_SECONDS = 10;

    /** Whether it is between two requests, in the middle of one, or only has to write the reply. */
    private enum State {
        IDLE,
        BUSY,
        ANSWERING
    }

    private final Socket socket;
    private final HttpHandler handler;
    private final TrafficCounter counter;
    private final CountDownLatch closing;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final HttpInput in;
    private final OutputStream out;

    private State state = State.IDLE;
    private boolean enough;

    HttpConnection(Socket socket, HttpHandler handler, TrafficCounter counter, CountDownLatch closing)
            throws IOException {
        this.socket = socket;
        this.handler = handler;
        this.counter = counter;
        this.closing = closing;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        in = new HttpInput(socket.getInputStream());
        out = socket.getOutputStream();
    }

    CountDownLatch closing() {
        return closing;
    }

    void run() {
        try {
            boolean more;
            do {
                more = serveOne();
            } while (more);
        } catch (MalformedRequestException e) {
            refuse(e);
        } catch (IOException e) {
            LOG.debug("A client went away: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
            ended.countDown();
        }
    }

    /** Whether there may be another one. */
    private boolean serveOne() throws IOException, InterruptedException {
        Optional<HttpRequest> head = in.head();
        if (head.isEmpty() || !enter(State.BUSY)) {
            return false;
        }
        counter.requested();
        HttpExchange exchange = new HttpExchange(this, head.get(), new HttpBody(in, head.get()), out);
        handler.handle(exchange);
        return exchange.finish() && enter(State.IDLE);
    }

    private void refuse(MalformedRequestException problem) {
        byte[] text = ("Bad request: " + problem.getMessage()).getBytes(StandardCharsets.UTF_8);
        try {
            out.write(new HttpReply(400, Map.of("Connection", "close"), text).bytes());
        } catch (IOException e) {
            LOG.debug("A client went away: {}", e.getClass().getSimpleName());
        }
    }

    void answering() {
        enter(State.ANSWERING);
    }

    private synchronized boolean enter(State next) {
        state = next;
        return !enough || next == State.ANSWERING;
    }

    /** Closes it now if it is between two requests, else after the reply; waits for that if the reply is under way. */
    void closeWhenIdle() throws InterruptedException {
        synchronized (this) {
            enough = true;
            if (state == State.BUSY) {
                return;
            }
            if (state == State.IDLE) {
                close();
            }
        }
        ended.await(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    void awaitEnd() throws IOException {
        in.awaitEnd();
    }

    void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            LOG.debug("A client went away: {}", e.getClass().getSimpleName());
        }
        close();
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A client went away: {}", e.getClass().getSimpleName());
        }
    }
}
