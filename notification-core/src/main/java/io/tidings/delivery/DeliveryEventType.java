package io.tidings.delivery;

/** What happened to a message. Delivery and engagement are apart: an opened message is not thereby delivered. */
public enum DeliveryEventType {
    /** The provider has it and has not tried to deliver it yet. */
    QUEUED(false, 2),
    /** A provider took responsibility. */
    SENT(false, 1),
    /** Not sent, and never will be as it is. */
    REJECTED(false, 6),
    /** The provider could not send it, for a reason of its own. */
    FAILED(false, 5),
    /** The recipient's host refused it for good. */
    BOUNCED(false, 7),
    /** Not sent or not delivered yet, may work later. */
    DEFERRED(false, 3),
    /** The recipient's host took it. */
    DELIVERED(false, 4),
    /** An automatic reply came back. */
    AUTORESPONDED(false, -1),
    /** It was opened, by a person or a machine. */
    OPENED(true, -1),
    /** A link in it was followed. */
    CLICKED(true, -1),
    /** The recipient called it spam. */
    COMPLAINED(false, 8),
    /** The recipient asked not to get such messages. */
    UNSUBSCRIBED(true, -1),
    /** The recipient asked to get such messages again. */
    SUBSCRIBED(true, -1),
    /** Handed over with no definite answer; or an event that is not understood. */
    UNKNOWN(false, 0);

    private final boolean engagement;
    private final int rank;

    DeliveryEventType(boolean engagement, int rank) {
        this.engagement = engagement;
        this.rank = rank;
    }

    /** Whether it says what the reader did, rather than where the message is. */
    public boolean isEngagement() {
        return engagement;
    }

    /** Which of several decides where a message is: the highest; negative if it says nothing about that. */
    int rank() {
        return rank;
    }
}
