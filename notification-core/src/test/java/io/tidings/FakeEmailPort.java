package io.tidings;

import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.Capabilities;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.Failure;
import io.tidings.email.Outcome;
import io.tidings.email.SendResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A port that answers as the test says, and keeps what it was given. */
class FakeEmailPort implements EmailPort {

    final List<EmailMessage> received = new CopyOnWriteArrayList<>();
    final List<Integer> batches = new CopyOnWriteArrayList<>();
    volatile boolean closed;
    volatile Capabilities capabilities = Capabilities.unlimited();
    volatile Function<EmailMessage, SendResult> answer = message -> accepted();

    static SendResult accepted() {
        return new Accepted("fake", "provider-id", Map.of(), List.of(attempt(Outcome.accepted())));
    }

    static Attempt attempt(Outcome outcome) {
        return new Attempt("fake", outcome, ManualClock.START, Duration.ofMillis(7));
    }

    static List<Attempt> attempts(Failure failure) {
        return List.of(attempt(failure));
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public SendResult send(EmailMessage message) {
        received.add(message);
        return answer.apply(message);
    }

    @Override
    public List<SendResult> sendAll(List<EmailMessage> messages) {
        batches.add(messages.size());
        List<SendResult> results = new ArrayList<>();
        messages.forEach(message -> results.add(send(message)));
        return results;
    }

    @Override
    public void close() {
        closed = true;
    }
}
