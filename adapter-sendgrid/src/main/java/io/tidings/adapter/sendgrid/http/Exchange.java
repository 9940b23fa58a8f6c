package io.tidings.adapter.sendgrid.http;

import io.tidings.email.FailureReason;
import java.io.IOException;
import java.time.Duration;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;

/** One request on one connection, and what became of it. Used by one thread, and by the watchdog. */
final class Exchange implements Watchdog.Watched {

    /** How long an answer is waited for if the request could not be written in full. */
    private static final long EARLY_ANSWER_NANOS = 1_000_000_000;

    private final Connections connections;
    private final HttpClientConnection connection;
    private final AnswerReader reader;
    private final long readNanos;

    private volatile long deadline;
    private volatile boolean writing;
    private volatile long lastProgress;
    private boolean handedOver;

    /** Guarded by this object, as is the next. */
    private boolean overdue;

    private boolean over;

    Exchange(Connections connections, HttpClientConnection connection, Duration readTimeout, long deadline) {
        this.connections = connections;
        this.connection = connection;
        this.reader = new AnswerReader(connection);
        this.readNanos = readTimeout.toNanos();
        this.deadline = deadline;
    }

    /** Sends the request, reads the answer, and gives the connection back. */
    HttpResult run(OutgoingRequest request, Watchdog watchdog) {
        watchdog.watch(this);
        try {
            return exchange(request);
        } finally {
            watchdog.forget(this);
            boolean reusable = end() && reader.reusableMillis() > 0;
            if (reusable) {
                connections.giveBack(connection, reader.reusableMillis());
            } else {
                connections.discard(connection);
            }
        }
    }

    private HttpResult exchange(OutgoingRequest request) {
        try {
            if (!connection.isOpen()) {
                connections.open(connection);
            }
        } catch (IOException | HttpException e) {
            return failure(Failures.ofConnecting(e));
        }
        try {
            write(request.begin(this::wrote, this::handOver), request.hasBody());
        } catch (UnreadableBodyException e) {
            return failure(FailureReason.UNREADABLE_ATTACHMENT);
        } catch (IOException | HttpException e) {
            return earlyAnswer(failure(Failures.ofWriting(e)));
        }
        try {
            return reader.answer(head(), handedOver);
        } catch (IOException | HttpException e) {
            return failure(Failures.ofReading(e));
        }
    }

    private void write(HttpRequest request, boolean hasBody) throws IOException, HttpException {
        wrote();
        writing = true;
        connection.sendRequestHeader(request);
        if (hasBody) {
            connection.sendRequestEntity((HttpEntityEnclosingRequest) request);
        } else {
            handOver();
        }
        connection.flush();
        writing = false;
    }

    private void wrote() {
        lastProgress = System.nanoTime();
    }

    private void handOver() {
        handedOver = true;
    }

    /** The far side may have said why it takes no more of the request. */
    private HttpResult earlyAnswer(HttpFailure failure) {
        writing = false;
        shorten(EARLY_ANSWER_NANOS);
        try {
            return reader.answer(head(), handedOver);
        } catch (IOException | HttpException e) {
            return failure;
        }
    }

    private HttpResponse head() throws IOException, HttpException {
        long nanos = Math.min(readNanos, deadline - System.nanoTime());
        connection.setSocketTimeout((int) Math.max(1, nanos / 1_000_000));
        HttpResponse head = reader.head();
        shorten(readNanos);
        return head;
    }

    /** What is left of the answer must come within this time. */
    private void shorten(long nanos) {
        long sooner = System.nanoTime() + nanos;
        if (sooner - deadline < 0) {
            deadline = sooner;
        }
    }

    private HttpFailure failure(FailureReason reason) {
        return new HttpFailure(isOverdue() ? FailureReason.TIMED_OUT : reason, handedOver);
    }

    private synchronized boolean isOverdue() {
        return overdue;
    }

    /** After this the watchdog leaves the connection alone. Says whether it did so until now. */
    private synchronized boolean end() {
        over = true;
        return !overdue;
    }

    @Override
    public synchronized void endIfOverdue(long nanoTime) {
        boolean late = nanoTime - deadline > 0 || (writing && nanoTime - lastProgress > readNanos);
        if (!late || over || overdue) {
            return;
        }
        overdue = true;
        try {
            connection.shutdown();
        } catch (IOException alreadyBroken) {
            // The thread that uses it will notice.
        }
    }
}
