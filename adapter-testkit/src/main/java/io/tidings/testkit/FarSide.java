package io.tidings.testkit;

import java.util.List;

/**
 * What stands behind an adapter in a test: a mail server, a provider's simulator, a mailbox. The contract judges an
 * adapter by this side alone. Thread-safe.
 */
public interface FarSide {

    /**
     * A snapshot of what has arrived, in the order of arrival: one entry for each message and each time that it was
     * sent, however many mailboxes it went to and however many messages one request carried. Holds at least everything
     * that the far side has accepted so far; a far side that stores later than it answers must wait here. Also answers
     * after the port was closed.
     */
    List<ReceivedMessage> received();
}
