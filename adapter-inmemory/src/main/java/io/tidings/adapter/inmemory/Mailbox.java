package io.tidings.adapter.inmemory;

import io.tidings.adapter.inmemory.internal.Spool;
import io.tidings.email.EmailAddress;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Verdict;
import io.tidings.error.InvalidArgumentException;
import io.tidings.error.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The far side of the in-memory adapter: what arrived there, whatever the adapter said about it. Thread-safe.
 *
 * <p>Each adapter has a mailbox of its own unless it is given another one. An adapter that is made from settings joins
 * the mailbox that {@code tidings.inmemory.mailbox} names, which a test opened with {@link #open(String)}.
 *
 * <p>A mailbox that is full takes no more, and the adapter says so: nothing is dropped. Close it, so that nothing is
 * left on disk of attachments over 256 kB.
 */
public final class Mailbox implements AutoCloseable {

    /** How many messages a mailbox holds unless told otherwise. */
    public static final int DEFAULT_CAPACITY = 10_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    /** The only state that tests share: by names, which they choose apart from each other. */
    private static final Map<String, Mailbox> OPEN = new ConcurrentHashMap<>();

    private final Optional<String> name;
    private final int capacity;
    private final Spool spool;
    private final List<InMemoryEmailAdapter> adapters = new CopyOnWriteArrayList<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<ReceivedEmail> messages = new ArrayList<>();
    private boolean closed;

    Mailbox(Optional<String> name, int capacity, @Nullable Path spoolDirectory) {
        if (capacity < 1) {
            throw new InvalidArgumentException("capacity", "must be at least 1");
        }
        this.name = name;
        this.capacity = capacity;
        this.spool = new Spool(spoolDirectory);
    }

    /** A mailbox for {@link #DEFAULT_CAPACITY} messages. */
    public static Mailbox create() {
        return create(DEFAULT_CAPACITY);
    }

    /**
     * A mailbox of another size.
     *
     * @param capacity how many messages it holds at most; 1 or more
     */
    public static Mailbox create(int capacity) {
        return new Mailbox(Optional.empty(), capacity, null);
    }

    /**
     * A mailbox for {@link #DEFAULT_CAPACITY} messages that adapters can join by name, until it is closed.
     *
     * @param name 1 to 100 ASCII letters, digits, dots, hyphens and underscores; unique in this process
     * @throws InvalidArgumentException if a mailbox of that name is open
     */
    public static Mailbox open(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidArgumentException(
                    "mailbox", "must be 1 to 100 ASCII letters, digits, dots, hyphens and underscores");
        }
        Mailbox mailbox = new Mailbox(Optional.of(name), DEFAULT_CAPACITY, null);
        if (OPEN.putIfAbsent(name, mailbox) != null) {
            throw new InvalidArgumentException("mailbox", "must not be open already under the same name");
        }
        return mailbox;
    }

    static Optional<Mailbox> find(String name) {
        return Optional.ofNullable(OPEN.get(name));
    }

    /** Everything that arrived and was not cleared, oldest first; a copy. */
    public List<ReceivedEmail> messages() {
        lock.lock();
        try {
            return List.copyOf(messages);
        } finally {
            lock.unlock();
        }
    }

    /** What this address received as to, copy or blind-copy recipient, oldest first. */
    public List<ReceivedEmail> messagesTo(EmailAddress recipient) {
        return matching(email -> email.envelope().contains(recipient));
    }

    /**
     * What this address received as to, copy or blind-copy recipient, oldest first.
     *
     * @throws InvalidArgumentException if it is not an address
     */
    public List<ReceivedEmail> messagesTo(String recipient) {
        return messagesTo(EmailAddress.of(recipient));
    }

    /** What was rendered from this template, oldest first. */
    public List<ReceivedEmail> messagesOf(String template) {
        return matching(email -> email.message().template().equals(template));
    }

    private List<ReceivedEmail> matching(Predicate<ReceivedEmail> condition) {
        return messages().stream().filter(condition).toList();
    }

    /** How many messages arrived and were not cleared. */
    public int size() {
        lock.lock();
        try {
            return messages.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits in real time until at least so many messages are here, and returns all.
     *
     * @param timeout the longest wait, at most a day
     * @throws AssertionError if fewer arrived in time, if the mailbox is closed before, or if the thread is interrupted
     */
    public List<ReceivedEmail> awaitMessages(int count, Duration timeout) {
        if (timeout.isNegative() || timeout.compareTo(LONGEST_WAIT) > 0) {
            throw new InvalidArgumentException("timeout", "must be from zero to a day");
        }
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (messages.size() < count) {
                if (closed) {
                    throw missing(count, "the mailbox was closed");
                }
                if (left <= 0) {
                    throw missing(count, timeout + " passed");
                }
                left = changed.awaitNanos(left);
            }
            return List.copyOf(messages);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw missing(count, "the thread was interrupted");
        } finally {
            lock.unlock();
        }
    }

    private AssertionError missing(int count, String event) {
        return new AssertionError(
                "Expected at least " + count + " messages, but " + messages.size() + " had arrived when " + event);
    }

    /**
     * Empties the mailbox and deletes what is on disk of its attachments.
     *
     * @throws StoreException if a file cannot be deleted
     */
    public void clear() {
        List<ReceivedEmail> cleared;
        lock.lock();
        try {
            cleared = List.copyOf(messages);
            messages.clear();
        } finally {
            lock.unlock();
        }
        discardAttachments(cleared);
    }

    /**
     * The open adapters that send to this mailbox, in the order in which they joined: to script those made from
     * settings.
     */
    public List<InMemoryEmailAdapter> adapters() {
        return List.copyOf(adapters);
    }

    /**
     * Takes no more messages, frees the name, and deletes what is on disk of attachments. What arrived can still be
     * looked at. Idempotent.
     *
     * @throws StoreException if a file cannot be deleted
     */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        name.ifPresent(own -> OPEN.remove(own, this));
        discardAttachments(messages());
    }

    private static void discardAttachments(List<ReceivedEmail> emails) {
        emails.forEach(email -> Spool.discard(email.attachments()));
    }

    /** Where attachments are kept for this mailbox. */
    Spool spool() {
        return spool;
    }

    void join(InMemoryEmailAdapter adapter) {
        adapters.add(adapter);
    }

    void leave(InMemoryEmailAdapter adapter) {
        adapters.remove(adapter);
    }

    /** Takes the message, or says why not. */
    Optional<Failure> receive(ReceivedEmail email) {
        lock.lock();
        try {
            if (closed) {
                return Optional.of(Failure.of(Verdict.TRANSPORT, FailureReason.CONNECT_FAILED));
            }
            if (messages.size() >= capacity) {
                return Optional.of(Failure.of(Verdict.RECIPIENT_TEMPORARY, FailureReason.MAILBOX_UNAVAILABLE));
            }
            messages.add(email);
            changed.signalAll();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** How many messages it holds. */
    @Override
    public String toString() {
        return "Mailbox[" + size() + " messages]";
    }
}
