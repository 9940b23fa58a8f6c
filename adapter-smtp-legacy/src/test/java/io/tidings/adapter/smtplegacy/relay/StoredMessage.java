package io.tidings.adapter.smtplegacy.relay;

import java.util.List;

/**
 * What a relay took over.
 *
 * @param mail the MAIL command
 * @param rcpts the RCPT commands that it agreed to
 * @param data the message, dots undone, as ISO-8859-1
 * @param connection over which it came
 */
public record StoredMessage(String mail, List<String> rcpts, String data, int connection) {

    /** The value of the Message-ID up to the at sign. */
    public String id() {
        int start = data.indexOf("Message-ID: <") + "Message-ID: <".length();
        return data.substring(start, data.indexOf('@', start));
    }
}
