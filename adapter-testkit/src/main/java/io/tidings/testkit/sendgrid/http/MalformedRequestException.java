package io.tidings.testkit.sendgrid.http;

import java.io.IOException;

/** What arrived is not HTTP/1.1, or beyond the bounds of this server. */
final class MalformedRequestException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedRequestException(String message) {
        super(message);
    }
}
