package io.tidings.adapter.inmemory;

import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.MessageId;
import io.tidings.email.SendResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the adapter was asked to send and what it said, for the last so many messages. Thread-safe. */
final class SendLog {

    static final int MESSAGES = 10_000;
    static final int RESULTS_PER_MESSAGE = 100;

    private final Map<MessageId, Sent> sends = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MessageId, Sent> eldest) {
            return size() > MESSAGES;
        }
    };

    /** Noted before the message can arrive, so that who sees it arrive finds it here. */
    synchronized void begin(EmailMessage message, String providerId) {
        Sent before = sends.get(message.id());
        sends.put(
                message.id(),
                new Sent(
                        message.template(),
                        message.recipients().get(0),
                        providerId,
                        before == null ? new ArrayDeque<>(1) : before.results));
    }

    synchronized void end(MessageId id, SendResult result) {
        Sent sent = sends.get(id);
        if (sent != null) {
            if (sent.results.size() == RESULTS_PER_MESSAGE) {
                sent.results.removeFirst();
            }
            sent.results.addLast(result);
        }
    }

    synchronized Optional<Sent> find(MessageId id) {
        return Optional.ofNullable(sends.get(id));
    }

    synchronized List<SendResult> results(MessageId id) {
        return find(id).map(sent -> List.copyOf(sent.results)).orElse(List.of());
    }

    synchronized Map<MessageId, SendResult> lastResults() {
        Map<MessageId, SendResult> last = new LinkedHashMap<>();
        sends.forEach((id, sent) -> {
            SendResult result = sent.results.peekLast();
            if (result != null) {
                last.put(id, result);
            }
        });
        return last;
    }

    /** What is needed to report on a message; the results are guarded by the log. */
    record Sent(String template, EmailAddress firstRecipient, String providerId, Deque<SendResult> results) {}
}
