package io.tidings.adapter.smtplegacy.dkim;

import io.tidings.adapter.smtplegacy.dialogue.Content;
import java.io.IOException;
import java.io.OutputStream;

/** A message with its signatures before it. */
final class SignedContent implements Content {

    private final byte[] signatures;
    private final Content message;

    SignedContent(byte[] signatures, Content message) {
        this.signatures = signatures;
        this.message = message;
    }

    @Override
    public long size() {
        return signatures.length + message.size();
    }

    @Override
    public boolean needsSmtpUtf8() {
        return message.needsSmtpUtf8();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(signatures);
        message.write(out);
    }
}
