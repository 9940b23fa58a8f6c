package io.tidings.benchmarks.smtp.sender;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Angus Mail with one transport for each thread, kept open all along. */
final class AngusSender implements Sender {

    private final Session session = Session.getInstance(new Properties());
    private final Queue<Transport> opened = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Transport> transport;

    AngusSender(int port) {
        transport = ThreadLocal.withInitial(() -> open(port));
    }

    private Transport open(int port) {
        try {
            Transport opening = session.getTransport("smtp");
            opened.add(opening);
            opening.connect("127.0.0.1", port, null, null);
            return opening;
        } catch (MessagingException e) {
            throw new IllegalStateException("no connection", e);
        }
    }

    @Override
    public void send() throws IOException, MessagingException {
        MimeMessage message = letter(session);
        message.saveChanges();
        transport.get().sendMessage(message, message.getAllRecipients());
    }

    /** As one writes it with Jakarta Mail. */
    static MimeMessage letter(Session session) throws IOException, MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(Letter.TEXT, "utf-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(Letter.HTML, "utf-8", "html");
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(Letter.FROM, Letter.SENDER, "utf-8"));
        message.setRecipient(RecipientType.TO, new InternetAddress(Letter.TO, Letter.RECIPIENT, "utf-8"));
        message.setSubject(Letter.SUBJECT, "utf-8");
        message.setSentDate(Date.from(Instant.now()));
        message.setContent(new MimeMultipart("alternative", text, html));
        return message;
    }

    @Override
    public void close() throws MessagingException {
        for (Transport each : opened) {
            each.close();
        }
    }
}
