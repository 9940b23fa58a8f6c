package io.tidings.adapter.smtplegacy;

import io.tidings.adapter.smtplegacy.dialogue.Content;
import io.tidings.mime.EncodedMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message as {@link io.tidings.mime.MimeWriter} writes it. */
final class MimeContent implements Content {

    private final EncodedMessage message;
    private final long size;

    MimeContent(EncodedMessage message) {
        this.message = message;
        size = message.size();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean needsSmtpUtf8() {
        return message.needsSmtpUtf8();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        message.write(out);
    }
}
