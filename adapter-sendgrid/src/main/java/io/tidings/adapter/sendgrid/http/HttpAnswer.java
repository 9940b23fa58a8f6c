package io.tidings.adapter.sendgrid.http;

import java.util.Optional;

/**
 * An answer of which status line and headers arrived in full. Text from outside: not for logs or results.
 *
 * @param status 200 to 999
 * @param messageId the header {@code X-Message-Id}
 * @param retryAfter the header {@code Retry-After}
 * @param rateLimitReset the header {@code X-RateLimit-Reset}
 * @param body in UTF-8, at most {@link #MAX_BODY} octets of it; less if the far side sent less than it stated
 * @param handedOver whether the request had been written in full, or may have been
 */
public record HttpAnswer(
        int status,
        Optional<String> messageId,
        Optional<String> retryAfter,
        Optional<String> rateLimitReset,
        String body,
        boolean handedOver)
        implements HttpResult {

    /** How much of a body is read, in octets. */
    public static final int MAX_BODY = 64 * 1024;

    /** An answer that has neither headers nor a body. */
    public static HttpAnswer of(int status) {
        return new HttpAnswer(status, Optional.empty(), Optional.empty(), Optional.empty(), "", true);
    }

    /** The status only. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + "]";
    }
}
