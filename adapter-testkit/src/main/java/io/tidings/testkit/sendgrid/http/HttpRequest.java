package io.tidings.testkit.sendgrid.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The head of a request.
 *
 * @param method such as {@code POST}
 * @param target path and query as they came
 * @param version such as {@code HTTP/1.1}
 * @param headers by name in lower case; the values of one that came several times are joined by commas
 */
public record HttpRequest(String method, String target, String version, Map<String, String> headers) {

    public HttpRequest {
        headers = Map.copyOf(headers);
    }

    /** The value of a header, by its name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** What stands before the query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** What stands behind the first question mark; empty if there is none. */
    public String query() {
        return path().length() == target.length() ? "" : target.substring(path().length() + 1);
    }

    boolean isChunked() {
        return header("transfer-encoding")
                .map(String::strip)
                .filter("chunked"::equalsIgnoreCase)
                .isPresent();
    }

    boolean closes() {
        return version.equals("HTTP/1.0")
                || header("connection").filter("close"::equalsIgnoreCase).isPresent();
    }

    /** Method and path. */
    @Override
    public String toString() {
        return method + " " + path();
    }
}
