package io.tidings.email;

/**
 * What a failure means for the next step. Retry, fail-over and circuit breaker decide on this enum alone, never on
 * text.
 */
public enum Verdict {
    /** The message itself is at fault, whoever sends it. */
    MESSAGE(Certainty.NOT_SENT, Remedy.NEVER, BreakerEffect.IGNORE, Rejected.class),

    /** This recipient cannot be reached, now or later. */
    RECIPIENT_PERMANENT(Certainty.NOT_SENT, Remedy.NEVER_FOR_RECIPIENT, BreakerEffect.IGNORE, Rejected.class),

    /** This recipient cannot be reached now: greylisting, a full mailbox. */
    RECIPIENT_TEMPORARY(Certainty.NOT_SENT, Remedy.SAME_PROVIDER_LATER, BreakerEffect.IGNORE, Deferred.class),

    /** This provider does not allow the message's {@code From}. */
    SENDER(Certainty.NOT_SENT, Remedy.SWITCH_PROVIDER, BreakerEffect.IGNORE, Deferred.class),

    /** This provider does not serve the account: a revoked key, no credits, a wrong endpoint. */
    ACCOUNT(Certainty.NOT_SENT, Remedy.SWITCH_PROVIDER, BreakerEffect.OPEN, Deferred.class),

    /** Too much at once for this provider. */
    RATE(Certainty.NOT_SENT, Remedy.SAME_PROVIDER_AFTER_WAIT, BreakerEffect.IGNORE, Deferred.class),

    /** The provider could not be reached, or did not take the message over. */
    TRANSPORT(Certainty.NOT_SENT, Remedy.RETRY_THEN_SWITCH, BreakerEffect.COUNT, Deferred.class),

    /** The message was handed over and no definite answer came back. */
    UNKNOWN(Certainty.UNKNOWN, Remedy.BY_POLICY, BreakerEffect.COUNT, Unconfirmed.class);

    /** Whether the message was sent. */
    public enum Certainty {
        /** It was not sent, for certain. */
        NOT_SENT,
        /** It may have been sent. */
        UNKNOWN
    }

    /** What may help. */
    public enum Remedy {
        /** Nothing: the message must change. */
        NEVER,
        /** Nothing, for this recipient; others are not affected. */
        NEVER_FOR_RECIPIENT,
        /** The same provider, later. */
        SAME_PROVIDER_LATER,
        /** The same provider after the stated wait; another one if that is too long. */
        SAME_PROVIDER_AFTER_WAIT,
        /** Another provider, at once. */
        SWITCH_PROVIDER,
        /** The same provider again, then another one. */
        RETRY_THEN_SWITCH,
        /** What the operator decided for unconfirmed messages: hold (the default) or resend. */
        BY_POLICY
    }

    /** What a circuit breaker makes of it. */
    public enum BreakerEffect {
        /** It says nothing about the provider's health. */
        IGNORE,
        /** One failure more. */
        COUNT,
        /** The provider is of no use until somebody acts: open at once. */
        OPEN
    }

    private final Certainty certainty;
    private final Remedy remedy;
    private final BreakerEffect breakerEffect;
    private final Class<? extends SendResult> result;

    Verdict(Certainty certainty, Remedy remedy, BreakerEffect breakerEffect, Class<? extends SendResult> result) {
        this.certainty = certainty;
        this.remedy = remedy;
        this.breakerEffect = breakerEffect;
        this.result = result;
    }

    /** Whether the message was sent. */
    public Certainty certainty() {
        return certainty;
    }

    /** What may help. */
    public Remedy remedy() {
        return remedy;
    }

    /** What a circuit breaker makes of it, unless {@link Failure#breakerEffect()} knows better. */
    public BreakerEffect breakerEffect() {
        return breakerEffect;
    }

    /** The only kind of result that may carry this verdict; the results' constructors enforce it. */
    public Class<? extends SendResult> result() {
        return result;
    }
}
