package io.tidings.adapter.smtplegacy.options;

import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.Secret;
import java.util.Objects;

/**
 * Who we are to the relay. Sent by {@code AUTH PLAIN} (RFC 4616), or by {@code AUTH LOGIN} if the relay offers only
 * that, and only over TLS or the loopback interface.
 *
 * @param username not empty, without NUL
 * @param password not empty, without NUL
 */
public record Login(String username, Secret password) {

    public Login {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
        requireText("username", username);
        requireText("password", password.reveal());
    }

    private static void requireText(String field, String value) {
        if (value.isEmpty() || value.indexOf('\0') >= 0) {
            throw new InvalidArgumentException(field, "must not be empty or hold NUL");
        }
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "Login[•••]";
    }
}
