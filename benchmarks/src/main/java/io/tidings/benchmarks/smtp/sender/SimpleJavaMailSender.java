package io.tidings.benchmarks.smtp.sender;

import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/** Simple Java Mail with its batch module and as many connections as threads, all opened at the start. */
final class SimpleJavaMailSender implements Sender {

    private final Mailer mailer;

    SimpleJavaMailSender(int port, int inFlight) {
        mailer = MailerBuilder.withSMTPServer("127.0.0.1", port)
                .withTransportStrategy(TransportStrategy.SMTP)
                .withConnectionPoolCoreSize(inFlight)
                .withConnectionPoolMaxSize(inFlight)
                .buildMailer();
    }

    @Override
    public void send() throws Exception {
        Email letter = EmailBuilder.startingBlank()
                .from(Letter.SENDER, Letter.FROM)
                .to(Letter.RECIPIENT, Letter.TO)
                .withSubject(Letter.SUBJECT)
                .withPlainText(Letter.TEXT)
                .withHTMLText(Letter.HTML)
                .buildEmail();
        mailer.sendMail(letter).get();
    }

    @Override
    public void close() throws Exception {
        mailer.shutdownConnectionPool().get();
    }
}
