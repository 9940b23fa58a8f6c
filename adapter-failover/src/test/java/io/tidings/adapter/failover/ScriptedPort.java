package io.tidings.adapter.failover;

import io.tidings.email.Accepted;
import io.tidings.email.Attempt;
import io.tidings.email.Capabilities;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Outcome;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A provider that answers as it is told and keeps what it took. A broadcast is one request. Not thread-safe. */
final class ScriptedPort implements EmailPort {

    /** What to say to the messages of one request, and whether the provider then has them. */
    record Answer(Optional<Failure> failure, Map<EmailAddress, Failure> refused, boolean taken) {

        static Answer accept() {
            return new Answer(Optional.empty(), Map.of(), true);
        }

        static Answer fail(Failure failure) {
            return new Answer(Optional.of(failure), Map.of(), false);
        }

        static Answer fail(Verdict verdict) {
            return fail(Failure.of(verdict, reason(verdict)));
        }

        /** Handed over, and the answer got lost. */
        static Answer loseAnswer() {
            Failure lost = Failure.of(Verdict.UNKNOWN, FailureReason.CONNECTION_LOST);
            return new Answer(Optional.of(lost), Map.of(), true);
        }

        /** Accepts for the others. */
        static Answer refuse(Map<EmailAddress, Failure> refused) {
            return new Answer(Optional.empty(), refused, true);
        }
    }

    private final String name;
    private final InstantSource clock;
    private final Deque<Answer> script = new ArrayDeque<>();
    private final List<List<EmailMessage>> requests = new ArrayList<>();
    private final List<EmailMessage> copies = new ArrayList<>();
    private Answer otherwise = Answer.accept();
    private Capabilities capabilities = Capabilities.unlimited();
    private UnaryOperator<List<SendResult>> fault = results -> results;
    private boolean closed;
    private boolean failsToClose;

    ScriptedPort(String name, InstantSource clock) {
        this.name = name;
        this.clock = clock;
    }

    static FailureReason reason(Verdict verdict) {
        return switch (verdict) {
            case MESSAGE -> FailureReason.INVALID_MESSAGE;
            case RECIPIENT_PERMANENT -> FailureReason.INVALID_RECIPIENT;
            case RECIPIENT_TEMPORARY -> FailureReason.MAILBOX_UNAVAILABLE;
            case SENDER -> FailureReason.SENDER_NOT_ALLOWED;
            case ACCOUNT -> FailureReason.AUTHENTICATION_FAILED;
            case RATE -> FailureReason.RATE_LIMITED;
            case TRANSPORT -> FailureReason.SERVICE_UNAVAILABLE;
            case UNKNOWN -> FailureReason.TIMED_OUT;
        };
    }

    ScriptedPort next(Answer... answers) {
        script.addAll(List.of(answers));
        return this;
    }

    ScriptedPort always(Answer answer) {
        otherwise = answer;
        return this;
    }

    ScriptedPort can(Capabilities value) {
        capabilities = value;
        return this;
    }

    /** Does something else to its results than it should. */
    ScriptedPort breaksWith(UnaryOperator<List<SendResult>> value) {
        fault = value;
        return this;
    }

    /** What was offered, request by request. */
    List<List<EmailMessage>> requests() {
        return requests;
    }

    /** What it has, one copy for each time that it was handed over. */
    List<EmailMessage> copies() {
        return copies;
    }

    void failsToClose() {
        failsToClose = true;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public SendResult send(EmailMessage message) {
        return sendAll(List.of(message)).get(0);
    }

    @Override
    public List<SendResult> sendAll(List<EmailMessage> messages) {
        requests.add(List.copyOf(messages));
        Answer answer = script.isEmpty() ? otherwise : script.removeFirst();
        Outcome outcome = answer.failure().<Outcome>map(failure -> failure).orElse(Outcome.accepted());
        List<Attempt> attempts = List.of(new Attempt(name, outcome, clock.instant(), Duration.ZERO));
        if (answer.taken()) {
            copies.addAll(messages);
        }
        return fault.apply(messages.stream()
                .map(message -> result(message, answer, attempts))
                .toList());
    }

    private SendResult result(EmailMessage message, Answer answer, List<Attempt> attempts) {
        Map<EmailAddress, Failure> refused = new LinkedHashMap<>(answer.refused());
        refused.keySet().retainAll(message.recipients());
        if (answer.failure().isEmpty()) {
            return new Accepted(name, name + "-" + copies.size(), refused, attempts);
        }
        Failure failure = answer.failure().get();
        if (failure.verdict() == Verdict.RECIPIENT_PERMANENT || failure.verdict() == Verdict.RECIPIENT_TEMPORARY) {
            message.recipients().forEach(recipient -> refused.put(recipient, failure));
        }
        Class<? extends SendResult> kind = failure.verdict().result();
        if (kind == Rejected.class) {
            return new Rejected(failure, refused, attempts);
        }
        return kind == Unconfirmed.class
                ? new Unconfirmed(name, failure, attempts)
                : new Deferred(failure, refused, attempts);
    }

    @Override
    public void close() {
        closed = true;
        if (failsToClose) {
            throw new IllegalStateException(name);
        }
    }
}
