package io.tidings.adapter.smtplegacy.dialogue;

import io.tidings.adapter.smtplegacy.wire.DialogueException;
import io.tidings.adapter.smtplegacy.wire.Phase;
import io.tidings.adapter.smtplegacy.wire.Wire;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way after DATA: doubles dots at the beginning of lines (RFC 5321, 4.5.2). A line counts as begun
 * after a lone CR or LF as well, so that no relay, however it reads them, sees an end before the end.
 */
final class DataStream extends OutputStream {

    private static final byte[] DOT = {'.'};
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] FINAL_DOT = {'.', '\r', '\n'};

    private final Wire wire;
    private final byte[] single = new byte[1];
    private byte beforeLast = '\r';
    private byte last = '\n';
    private @Nullable DialogueException failure;

    DataStream(Wire wire) {
        this.wire = wire;
    }

    @Override
    public void write(int octet) throws DialogueException {
        single[0] = (byte) octet;
        write(single, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws DialogueException {
        try {
            send(octets, offset, length);
        } catch (DialogueException e) {
            failure = e;
            throw e;
        }
    }

    private void send(byte[] octets, int offset, int length) throws DialogueException {
        int sent = offset;
        byte previous = last;
        for (int i = offset; i < offset + length; i++) {
            byte octet = octets[i];
            if (octet == '.' && (previous == '\n' || previous == '\r')) {
                wire.put(octets, sent, i - sent);
                wire.put(DOT, 0, 1);
                sent = i;
            }
            previous = octet;
        }
        wire.put(octets, sent, offset + length - sent);
        if (length > 0) {
            beforeLast = length > 1 ? octets[offset + length - 2] : last;
            last = previous;
        }
    }

    /** Throws again what writing threw, which whoever wrote may have wrapped; nothing if it threw nothing. */
    void rethrow() throws DialogueException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Sends what is left together with the final dot: from here on the relay may have the message. */
    void finish() throws DialogueException {
        if (last != '\n' || beforeLast != '\r') {
            wire.put(LINE_END, 0, LINE_END.length);
        }
        wire.put(FINAL_DOT, 0, FINAL_DOT.length);
        wire.requireTime();
        wire.enter(Phase.FINAL_DOT);
        wire.flush();
    }
}
