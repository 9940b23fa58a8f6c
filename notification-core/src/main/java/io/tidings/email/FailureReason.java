package io.tidings.email;

import java.util.Locale;

/** Why a message was not sent, or is not known to have been sent, in words of our own: never text from outside. */
public enum FailureReason {
    // The message
    /** It asks for more than the adapter can carry; {@link Failure#exceeded()} says what. */
    UNSUPPORTED,
    /** The provider refused the message as malformed or too large. */
    INVALID_MESSAGE,
    /** The provider refused the content: spam, virus, policy. */
    CONTENT_REFUSED,
    /** An attachment could not be read, or is not of the size that its source stated. */
    UNREADABLE_ATTACHMENT,
    /** The template is missing, does not parse or does not fit the model. */
    TEMPLATE_FAILED,
    /** The time up to which the message was worth sending has passed. */
    EXPIRED,

    // The recipient
    /** There is no such mailbox, or it does not take mail. */
    INVALID_RECIPIENT,
    /** The address is suppressed: an earlier bounce, complaint or unsubscribe, or a guard of this environment. */
    SUPPRESSED,
    /** The mailbox does not take mail now: greylisted, full, busy. */
    MAILBOX_UNAVAILABLE,
    /** The provider that would send to the remaining recipients cannot leave out the refused ones. */
    ENVELOPE_NOT_SEPARATE,

    // The account with the provider
    /** The provider does not let this account use the message's {@code From}. */
    SENDER_NOT_ALLOWED,
    /** User name, password or API key are not valid. */
    AUTHENTICATION_FAILED,
    /** The account has no credits left, or is suspended. */
    CREDITS_EXHAUSTED,
    /** The account is known but may not send. */
    ACCESS_DENIED,
    /** The address that was configured for the provider is not its sending endpoint. */
    WRONG_ENDPOINT,
    /** The provider asks to send less for a while. */
    RATE_LIMITED,

    // The way there
    /** The host name does not resolve. */
    DNS_FAILED,
    /** No connection could be made. */
    CONNECT_FAILED,
    /** The connection could not be secured, for a reason that is none of the following. */
    TLS_FAILED("compare the TLS versions and ciphers of both sides; 1.2 is the oldest that is accepted"),
    /** The far side offers no TLS, or somebody on the way took the offer out. */
    TLS_NOT_OFFERED("check host and port, and have TLS switched on there; nothing was sent in clear"),
    /** The far side's certificate has expired, or is not valid yet. */
    CERTIFICATE_EXPIRED("have the certificate renewed there, and check this machine's clock"),
    /** The far side's certificate is not issued by an authority that is trusted here; it may have signed itself. */
    CERTIFICATE_NOT_TRUSTED("configure the authority that issued the certificate as trusted, or have it replaced"),
    /** The far side's certificate is for another host. */
    CERTIFICATE_WRONG_HOST("configure the host by a name that its certificate holds"),
    /** Plain text came in where TLS had to begin: somebody on the way tries to slip in replies. */
    TLS_TAMPERED("look for a proxy or an intruder between here and the far side"),
    /** The far side does not keep to the protocol. */
    PROTOCOL_ERROR,
    /** The far side was silent for too long. */
    TIMED_OUT,
    /** The connection broke. */
    CONNECTION_LOST,
    /** All connections were in use for too long. */
    POOL_EXHAUSTED,
    /** The provider says that it is out of service. */
    SERVICE_UNAVAILABLE,
    /** The provider failed after it had the whole message. */
    PROVIDER_FAILED,
    /** A provider is left alone for a while because its last attempts failed. */
    BREAKER_OPEN,

    // This process
    /** Another send with the same idempotency key is under way; ask again with the same key. */
    IN_PROGRESS,
    /** The suppression list or the idempotency store did not answer. */
    STORE_FAILED,
    /** The executor did not take the send, or did not run it before the notifier was closed. */
    EXECUTOR_REJECTED,
    /** The sending thread was interrupted. */
    INTERRUPTED,
    /** The adapter broke its contract. */
    ADAPTER_FAILED;

    private final String advice;

    FailureReason() {
        this("");
    }

    FailureReason(String advice) {
        this.advice = advice;
    }

    /** What an operator can do about it, as half a sentence; empty where the reason says it already. */
    public String advice() {
        return advice;
    }

    /** The reason in lower-case words, as for a table or a log line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
