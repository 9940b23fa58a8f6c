package io.tidings.adapter.smtplegacy.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the lines of a reply together. Serves one reply. */
final class ReplyParser {

    /** A relay states its extensions one on a line; there are some dozens in all. */
    private static final int MAX_LINES = 200;

    private final List<String> lines = new ArrayList<>(2);
    private int code;

    /**
     * Takes the next line, without its end.
     *
     * @return the reply, if this was its last line
     * @throws MalformedReplyException if this is no line of a reply, or of another reply
     */
    Optional<Reply> add(String line) throws MalformedReplyException {
        int lineCode = code(line);
        if (lines.size() == MAX_LINES || (!lines.isEmpty() && lineCode != code)) {
            throw new MalformedReplyException();
        }
        code = lineCode;
        lines.add(line.length() > 4 ? line.substring(4) : "");
        return line.length() > 3 && line.charAt(3) == '-' ? Optional.empty() : Optional.of(Reply.of(code, lines));
    }

    private static int code(String line) throws MalformedReplyException {
        if (line.length() < 3 || (line.length() > 3 && line.charAt(3) != ' ' && line.charAt(3) != '-')) {
            throw new MalformedReplyException();
        }
        int code = 0;
        for (int i = 0; i < 3; i++) {
            char digit = line.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new MalformedReplyException();
            }
            code = 10 * code + digit - '0';
        }
        if (code < 200 || code > 599) {
            throw new MalformedReplyException();
        }
        return code;
    }

    /** What came in is no reply. */
    static final class MalformedReplyException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
