package io.tidings.delivery;

/** What happened to a message. Delivery and engagement are apart: an opened message is not thereby delivered. */
public enum DeliveryEventType {
    /** The provider has it and has not tried to deliver it yet. */
    QUEUED(false),
    /** A provider took responsibility. */
    SENT(false),
    /** Not sent, and never will be as it is. */
    REJECTED(false),
    /** The provider could not send it, for a reason of its own. */
    FAILED(false),
    /** The recipient's host refused it for good. */
    BOUNCED(false),
    /** Not sent or not delivered yet, may work later. */
    DEFERRED(false),
    /** The recipient's host took it. */
    DELIVERED(false),
    /** An automatic reply came back. */
    AUTORESPONDED(false),
    /** It was opened, by a person or a machine. */
    OPENED(true),
    /** A link in it was followed. */
    CLICKED(true),
    /** The recipient called it spam. */
    COMPLAINED(false),
    /** The recipient asked not to get such messages. */
    UNSUBSCRIBED(true),
    /** The recipient asked to get such messages again. */
    SUBSCRIBED(true),
    /** Handed over with no definite answer; or an event that is not understood. */
    UNKNOWN(false);

    private final boolean engagement;

    DeliveryEventType(boolean engagement) {
        this.engagement = engagement;
    }

    /** Whether it says what the reader did, rather than where the message is. */
    public boolean isEngagement() {
        return engagement;
    }
}
