package io.tidings.testkit.sendgrid;

import io.tidings.testkit.sendgrid.http.HttpRequest;
import java.util.Objects;

/**
 * A request as it arrived. Holds personal data and the key; not in its string.
 *
 * @param head method, target and headers
 * @param body in UTF-8; empty if it was not read to its end
 */
public record RecordedRequest(HttpRequest head, String body) {

    public RecordedRequest {
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(body, "body");
    }

    /** Method and path. */
    @Override
    public String toString() {
        return "RecordedRequest[" + head + "]";
    }
}
