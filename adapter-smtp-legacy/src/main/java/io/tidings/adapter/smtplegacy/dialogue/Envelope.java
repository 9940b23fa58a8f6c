package io.tidings.adapter.smtplegacy.dialogue;

import io.tidings.adapter.smtplegacy.options.Dsn;
import io.tidings.email.EmailAddress;
import io.tidings.email.MessageId;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a message is handed over with (RFC 5321, 2.3.1).
 *
 * @param id by which a report can be matched to the message (RFC 3461, 4.4)
 * @param sender where reports go
 * @param recipients at least one
 * @param dsn what to ask reports for
 */
public record Envelope(MessageId id, String sender, List<EmailAddress> recipients, Dsn dsn) {

    private static final String HEX = "0123456789ABCDEF";

    public Envelope {
        recipients = List.copyOf(recipients);
    }

    /** This one for fewer recipients. */
    public Envelope to(List<EmailAddress> fewer) {
        return new Envelope(id, sender, fewer, dsn);
    }

    String mail(Extensions offered, Content content) {
        StringBuilder command =
                new StringBuilder(160).append("MAIL FROM:<").append(sender).append('>');
        if (offered.offers("SIZE")) {
            command.append(" SIZE=").append(content.size());
        }
        if (content.needsSmtpUtf8()) {
            command.append(offered.offers("8BITMIME") ? " BODY=8BITMIME SMTPUTF8" : " SMTPUTF8");
        }
        if (offered.offers("DSN")) {
            command.append(" RET=HDRS ENVID=").append(id.value());
        }
        return command.toString();
    }

    String rcpt(EmailAddress recipient, Extensions offered) {
        StringBuilder command = new StringBuilder(160)
                .append("RCPT TO:<")
                .append(recipient.address())
                .append('>');
        if (offered.offers("DSN")) {
            command.append(" NOTIFY=").append(dsn.parameter());
            if (!recipient.needsSmtpUtf8()) {
                command.append(" ORCPT=rfc822;").append(xtext(recipient.address()));
            }
        }
        return command.toString();
    }

    /** RFC 3461, 4. */
    private static String xtext(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
            if (octet > ' ' && octet < 0x7f && octet != '+' && octet != '=') {
                encoded.append((char) octet);
            } else {
                encoded.append('+').append(HEX.charAt(octet >> 4 & 15)).append(HEX.charAt(octet & 15));
            }
        }
        return encoded.toString();
    }

    /** Without the addresses. */
    @Override
    public String toString() {
        return "Envelope[" + id + ", " + recipients.size() + " recipients]";
    }
}
