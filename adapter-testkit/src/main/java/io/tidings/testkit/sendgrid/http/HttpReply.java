package io.tidings.testkit.sendgrid.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A reply, right or wrong. Immutable; the bytes are not copied.
 *
 * @param status 100 to 599
 * @param headers in their order, without {@code Content-Length}
 * @param body the octets behind the head
 * @param filler so many more octets of no meaning behind them
 * @param statedLength the {@code Content-Length} if it is not to be the true one
 */
@SuppressWarnings("ArrayRecordComponent") // large, and nobody changes it
public record HttpReply(int status, Map<String, String> headers, byte[] body, long filler, OptionalLong statedLength) {

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(202, "Accepted"),
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(307, "Temporary Redirect"),
            Map.entry(308, "Permanent Redirect"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(413, "Request Entity Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Gateway Timeout"));

    public HttpReply {
        headers = new LinkedHashMap<>(headers);
    }

    /** A reply that states its true length. */
    public HttpReply(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, 0, OptionalLong.empty());
    }

    /** Head and body as they go on the wire, without the filler. */
    byte[] bytes() {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + REASONS.getOrDefault(status, "-") + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ")
                .append(statedLength.orElse(body.length + filler))
                .append("\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + body.length);
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /** The status only. */
    @Override
    public String toString() {
        return "HttpReply[" + status + "]";
    }
}
