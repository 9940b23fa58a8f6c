package io.tidings.testkit;

import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.Attempt;
import io.tidings.email.Capabilities;
import io.tidings.email.Constraint;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Header;
import io.tidings.email.Outcome;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;

/** The smallest port that keeps every promise; its steps can be overridden to break one each. */
public class ReferencePort implements EmailPort, FarSide {

    private final Capabilities capabilities;
    private final List<ReceivedMessage> received = new CopyOnWriteArrayList<>();
    /** Senders share it, closing has it alone. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    public ReferencePort() {
        this(Capabilities.unlimited());
    }

    public ReferencePort(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    public Rig rig() {
        return new Rig(this, this);
    }

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public SendResult send(EmailMessage message) {
        Objects.requireNonNull(message, "message");
        lock.readLock().lock();
        try {
            requireOpen();
            return trySend(message);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public List<SendResult> sendAll(List<EmailMessage> messages) {
        requireOpen();
        return EmailPort.super.sendAll(messages);
    }

    SendResult trySend(EmailMessage message) {
        Optional<Constraint> exceeded = exceeded(message);
        if (exceeded.isPresent()) {
            return new Rejected(Failure.unsupported(exceeded.get()), List.of());
        }
        try {
            deliver(arriving(altered(message)));
        } catch (IOException e) {
            return new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.UNREADABLE_ATTACHMENT), List.of());
        }
        return accepted(message);
    }

    static SendResult accepted(EmailMessage message) {
        Attempt attempt = new Attempt("reference", Outcome.accepted(), Instant.EPOCH, Duration.ZERO);
        return new Accepted("reference", message.id().value(), Map.of(), List.of(attempt));
    }

    Optional<Constraint> exceeded(EmailMessage message) {
        return capabilities.exceededBy(message, Instant.now());
    }

    EmailMessage altered(EmailMessage message) {
        return message;
    }

    ReceivedMessage arriving(EmailMessage message) throws IOException {
        List<ReceivedAttachment> attachments = new ArrayList<>();
        for (Attachment attachment : message.attachments()) {
            attachments.add(new ReceivedAttachment(
                    attachment.fileName(), attachment.contentType(), read(attachment), attachment.contentId()));
        }
        return new ReceivedMessage(
                message.id(),
                message.from(),
                message.replyTo(),
                message.to(),
                message.cc(),
                envelope(message),
                message.subject(),
                message.html(),
                message.text(),
                attachments,
                message.headers().stream().collect(Collectors.toMap(Header::name, Header::value)),
                visible(message),
                message.tags(),
                message.metadata(),
                message.sendAt());
    }

    byte[] read(Attachment attachment) throws IOException {
        try (InputStream content = attachment.content().openChecked()) {
            return content.readAllBytes();
        }
    }

    Set<EmailAddress> envelope(EmailMessage message) {
        return Set.copyOf(message.recipients());
    }

    String visible(EmailMessage message) {
        return message.from().address() + addresses(message.to()) + addresses(message.cc()) + message.subject();
    }

    static String addresses(List<EmailAddress> addresses) {
        return addresses.stream()
                .map(each -> each.displayName().orElse("") + " <" + each.address() + ">")
                .collect(Collectors.joining(", "));
    }

    void deliver(ReceivedMessage message) {
        received.add(message);
    }

    @Override
    public List<ReceivedMessage> received() {
        return List.copyOf(received);
    }

    private void requireOpen() {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The port is closed");
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        closed = true;
        lock.writeLock().unlock();
    }
}
