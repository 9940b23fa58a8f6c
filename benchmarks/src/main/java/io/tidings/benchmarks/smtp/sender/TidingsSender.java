package io.tidings.benchmarks.smtp.sender;

import io.tidings.adapter.smtplegacy.SmtpLegacyConfig;
import io.tidings.adapter.smtplegacy.SmtpLegacyEmailAdapter;
import io.tidings.adapter.smtplegacy.options.PoolLimits;
import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailMessageBuilder;
import io.tidings.email.SendResult;
import java.util.List;

/** Ours, with its defaults but for TLS and as many connections as threads. */
public final class TidingsSender implements Sender {

    private final SmtpLegacyEmailAdapter adapter;

    /**
     * Connects when it first sends.
     *
     * @param inFlight how many connections it may open
     */
    public TidingsSender(int port, int inFlight) {
        adapter = new SmtpLegacyEmailAdapter(SmtpLegacyConfig.of("127.0.0.1:" + port)
                .withTls(TlsMode.NONE)
                .withPool(PoolLimits.defaults().withMaxConnections(inFlight)));
    }

    @Override
    public void send() {
        send(List.of());
    }

    /** Sends the letter with attachments. */
    public void send(List<Attachment> attachments) {
        EmailMessageBuilder message = EmailMessage.builder()
                .from(EmailAddress.of(Letter.FROM, Letter.SENDER))
                .to(EmailAddress.of(Letter.TO, Letter.RECIPIENT))
                .subject(Letter.SUBJECT)
                .text(Letter.TEXT)
                .html(Letter.HTML)
                .attachments(attachments);
        SendResult result = adapter.send(message.build());
        if (!(result instanceof Accepted)) {
            throw new IllegalStateException("not accepted: " + result);
        }
    }

    @Override
    public void close() {
        adapter.close();
    }
}
