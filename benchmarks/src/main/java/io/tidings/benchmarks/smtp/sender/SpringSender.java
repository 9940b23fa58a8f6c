package io.tidings.benchmarks.smtp.sender;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Spring's sender with its own helper. */
final class SpringSender implements Sender {

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    SpringSender(int port) {
        sender.setHost("127.0.0.1");
        sender.setPort(port);
    }

    @Override
    public void send() throws IOException, MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "utf-8");
        helper.setFrom(Letter.FROM, Letter.SENDER);
        helper.setTo(new InternetAddress(Letter.TO, Letter.RECIPIENT, "utf-8"));
        helper.setSubject(Letter.SUBJECT);
        helper.setText(Letter.TEXT, Letter.HTML);
        sender.send(message);
    }

    @Override
    public void close() {
        // It keeps no connection.
    }
}
