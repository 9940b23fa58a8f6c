package io.tidings.adapter.inmemory.assertj;

import io.tidings.adapter.inmemory.Mailbox;
import io.tidings.adapter.inmemory.ReceivedEmail;
import io.tidings.email.EmailAddress;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions on everything that arrived in a {@link Mailbox}. Failures list what is there. */
public final class MailboxAssert extends AbstractAssert<MailboxAssert, Mailbox> {

    MailboxAssert(Mailbox actual) {
        super(actual, MailboxAssert.class);
    }

    /** Nothing arrived. */
    public MailboxAssert isEmpty() {
        return hasMessages(0);
    }

    /** Exactly so many messages arrived. */
    public MailboxAssert hasMessages(int count) {
        List<ReceivedEmail> arrived = arrived();
        if (arrived.size() != count) {
            throw failure(
                    "Expected the mailbox to have %d messages, but it has %d:%n%s",
                    count, arrived.size(), Descriptions.of(arrived));
        }
        return this;
    }

    /** At least one message reached this address, as to, copy or blind-copy recipient. */
    public MailboxAssert hasMessageTo(EmailAddress recipient) {
        messagesTo(recipient);
        return this;
    }

    /** At least one message reached this address, as to, copy or blind-copy recipient. */
    public MailboxAssert hasMessageTo(String recipient) {
        return hasMessageTo(EmailAddress.of(recipient));
    }

    /** No message reached this address. */
    public MailboxAssert hasNoMessageTo(String recipient) {
        isNotNull();
        List<ReceivedEmail> found = actual.messagesTo(recipient);
        if (!found.isEmpty()) {
            throw failure("Expected no message to %s, but there is:%n%s", recipient, Descriptions.of(found));
        }
        return this;
    }

    /** Goes on with the only message that arrived. */
    public ReceivedEmailAssert singleMessage() {
        hasMessages(1);
        return on(actual.messages().get(0));
    }

    /** Goes on with the only message that reached this address. */
    public ReceivedEmailAssert singleMessageTo(String recipient) {
        List<ReceivedEmail> found = messagesTo(EmailAddress.of(recipient));
        if (found.size() != 1) {
            throw failure(
                    "Expected one message to %s, but there are %d:%n%s",
                    recipient, found.size(), Descriptions.of(found));
        }
        return on(found.get(0));
    }

    /** Goes on with one of the messages, in the order in which they arrived; the first is 0. */
    public ReceivedEmailAssert message(int index) {
        List<ReceivedEmail> arrived = arrived();
        if (index < 0 || index >= arrived.size()) {
            throw failure(
                    "Expected a message at index %d, but the mailbox has %d:%n%s",
                    index, arrived.size(), Descriptions.of(arrived));
        }
        return on(arrived.get(index));
    }

    private List<ReceivedEmail> messagesTo(EmailAddress recipient) {
        List<ReceivedEmail> arrived = arrived();
        List<ReceivedEmail> found = arrived.stream()
                .filter(email -> email.envelope().contains(recipient))
                .toList();
        if (found.isEmpty()) {
            throw failure("Expected a message to %s, but there is:%n%s", recipient.address(), Descriptions.of(arrived));
        }
        return found;
    }

    private List<ReceivedEmail> arrived() {
        isNotNull();
        return actual.messages();
    }

    private ReceivedEmailAssert on(ReceivedEmail email) {
        return new ReceivedEmailAssert(email).as(descriptionText());
    }
}
