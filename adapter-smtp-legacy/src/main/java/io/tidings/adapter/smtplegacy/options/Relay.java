package io.tidings.adapter.smtplegacy.options;

import io.tidings.error.InvalidArgumentException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SMTP server that takes mail for others.
 *
 * @param host a host name or IP address, without brackets
 * @param port 1 to 65535; 0 for the usual one of the {@link TlsMode}
 */
public record Relay(String host, int port) {

    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.?)+");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1");
    private static final Pattern WRITTEN =
            Pattern.compile("(?:\\[(?<v6>[^\\]]*)\\]|(?<host>[^:\\[\\]]*))(?::(?<port>\\d{1,5}))?");

    public Relay {
        if (!HOST.matcher(host).matches()
                && !(host.contains(":") && IPV6.matcher(host).matches())) {
            throw new InvalidArgumentException("host", "must be a host name or an IP address");
        }
        if (port < 0 || port > 65_535) {
            throw new InvalidArgumentException("port", "must be from 1 to 65535, or 0 for the usual one");
        }
    }

    /**
     * Reads {@code relay.example.gov}, {@code relay.example.gov:2525}, {@code 192.0.2.1} or {@code [2001:db8::1]:25}.
     */
    public static Relay parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new InvalidArgumentException("host", "must be a host name or an IP address, with :port if need be");
        }
        String host = written.group("v6") == null ? written.group("host") : written.group("v6");
        String port = written.group("port");
        if (port != null && Integer.parseInt(port) == 0) {
            throw new InvalidArgumentException("port", "must be from 1 to 65535");
        }
        return new Relay(host, port == null ? 0 : Integer.parseInt(port));
    }

    /** This one, with a port if it has none. */
    public Relay withDefaultPort(int defaultPort) {
        return port == 0 ? new Relay(host, defaultPort) : this;
    }

    /** Whether the host is this machine by its very name; a name that only resolves to it does not count. */
    public boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + (port == 0 ? "" : ":" + port);
    }
}
