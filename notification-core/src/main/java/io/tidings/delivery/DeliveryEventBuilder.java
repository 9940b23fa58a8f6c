package io.tidings.delivery;

import io.tidings.email.EmailAddress;
import io.tidings.email.EnhancedStatus;
import io.tidings.email.MessageId;
import java.time.Instant;
import java.util.Optional;

/** Builds a {@link DeliveryEvent}; what is not set is not known. Not thread-safe. */
public final class DeliveryEventBuilder {

    private final DeliveryEventType type;
    private final String provider;
    private final Instant at;
    private Optional<MessageId> messageId = Optional.empty();
    private Optional<EmailAddress> recipient = Optional.empty();
    private Optional<RejectReason> rejectReason = Optional.empty();
    private Optional<EnhancedStatus> status = Optional.empty();
    private String diagnostic = "";
    private String template = "";
    private String eventId = "";
    private String providerId = "";
    private String group = "";
    private boolean authentic;
    private boolean byMachine;
    private Optional<String> raw = Optional.empty();

    DeliveryEventBuilder(DeliveryEventType type, String provider, Instant at) {
        this.type = type;
        this.provider = provider;
        this.at = at;
    }

    /** See {@link DeliveryEvent#messageId()}. */
    public DeliveryEventBuilder messageId(MessageId value) {
        messageId = Optional.of(value);
        return this;
    }

    /** See {@link DeliveryEvent#recipient()}. */
    public DeliveryEventBuilder recipient(EmailAddress value) {
        recipient = Optional.of(value);
        return this;
    }

    /** See {@link DeliveryEvent#rejectReason()}. */
    public DeliveryEventBuilder rejectReason(RejectReason value) {
        rejectReason = Optional.of(value);
        return this;
    }

    /** See {@link DeliveryEvent#status()}. */
    public DeliveryEventBuilder status(Optional<EnhancedStatus> value) {
        status = value;
        return this;
    }

    /** See {@link DeliveryEvent#diagnostic()}. */
    public DeliveryEventBuilder diagnostic(String value) {
        diagnostic = value;
        return this;
    }

    /** See {@link DeliveryEvent#template()}. */
    public DeliveryEventBuilder template(String value) {
        template = value;
        return this;
    }

    /** See {@link DeliveryEvent#eventId()}. */
    public DeliveryEventBuilder eventId(String value) {
        eventId = value;
        return this;
    }

    /** See {@link DeliveryEvent#providerId()}. */
    public DeliveryEventBuilder providerId(String value) {
        providerId = value;
        return this;
    }

    /** See {@link DeliveryEvent#group()}. */
    public DeliveryEventBuilder group(String value) {
        group = value;
        return this;
    }

    /** See {@link DeliveryEvent#authentic()}. */
    public DeliveryEventBuilder authentic(boolean value) {
        authentic = value;
        return this;
    }

    /** See {@link DeliveryEvent#byMachine()}. */
    public DeliveryEventBuilder byMachine(boolean value) {
        byMachine = value;
        return this;
    }

    /** See {@link DeliveryEvent#raw()}. */
    public DeliveryEventBuilder raw(String value) {
        raw = Optional.of(value);
        return this;
    }

    /** The event. */
    public DeliveryEvent build() {
        return new DeliveryEvent(
                type,
                provider,
                at,
                messageId,
                recipient,
                rejectReason,
                status,
                diagnostic,
                template,
                eventId,
                providerId,
                group,
                authentic,
                byMachine,
                raw);
    }
}
