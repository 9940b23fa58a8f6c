package io.tidings.adapter.smtplegacy.options;

/** How the connection to a relay is secured. TLS is 1.2 or later, and the certificate must name the host. */
public enum TlsMode {
    /** {@code STARTTLS} (RFC 3207) before anything else; a relay that does not offer it gets nothing. */
    REQUIRED(587),
    /** TLS from the first octet (RFC 8314). */
    IMPLICIT(465),
    /** No TLS. Only for a relay on the loopback interface. */
    NONE(25);

    private final int defaultPort;

    TlsMode(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** The port that relays listen on for this. */
    public int defaultPort() {
        return defaultPort;
    }
}
