package io.tidings.adapter.sendgrid;

import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** What values of {@link SendGridConfig} must look like. The errors never hold the value. */
final class ConfigRules {

    static final int MOST_CONNECTIONS = 1000;

    static final String PROXY_ELSEWHERE = "must be on this machine if the server has no https";

    private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,1000}");

    /** Only what is this machine whatever a name server says. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0(:0){6}:1)]");

    private ConfigRules() {}

    static Secret apiKey(String value) {
        return new Secret(printable("apiKey", value));
    }

    static String subuser(String value) {
        return printable("subuser", value);
    }

    /** It becomes a header: a line break in it would become another one. */
    private static String printable(String field, String value) {
        if (!PRINTABLE.matcher(value).matches()) {
            throw new InvalidArgumentException(field, "must be 1 to 1000 printable ASCII characters without blanks");
        }
        return value;
    }

    static URI baseUrl(String value) {
        String rule =
                "must be https://host, with port and path if needed; http only to localhost or a loopback address";
        URI uri = uri("baseUrl", value, rule);
        boolean local = "http".equals(uri.getScheme())
                && LOOPBACK.matcher(uri.getHost()).matches();
        if (!"https".equals(uri.getScheme()) && !local) {
            throw new InvalidArgumentException("baseUrl", rule);
        }
        return uri;
    }

    static URI proxy(String value) {
        String rule = "must be http://host:port";
        URI uri = uri("proxy", value, rule);
        if (!"http".equals(uri.getScheme())
                || uri.getPort() < 0
                || !uri.getRawPath().isEmpty()) {
            throw new InvalidArgumentException("proxy", rule);
        }
        return uri;
    }

    /** An HTTP proxy is told everything that TLS does not hide, the key included. */
    static boolean isSafe(URI server, URI proxy) {
        return "https".equals(server.getScheme())
                || LOOPBACK.matcher(proxy.getHost()).matches();
    }

    private static URI uri(String field, String value, String rule) {
        try {
            URI uri = new URI(value);
            if (uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= 65_535) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new InvalidArgumentException(field, rule);
        }
        throw new InvalidArgumentException(field, rule);
    }
}
