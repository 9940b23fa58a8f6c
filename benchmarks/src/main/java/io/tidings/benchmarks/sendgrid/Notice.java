package io.tidings.benchmarks.sendgrid;

import com.sendgrid.helpers.mail.Mail;
import com.sendgrid.helpers.mail.objects.Attachments;
import com.sendgrid.helpers.mail.objects.Content;
import com.sendgrid.helpers.mail.objects.Email;
import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailMessageBuilder;
import io.tidings.email.SendResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** The same notice for each contender. */
final class Notice {

    static final String KEY = "SG.benchmark";

    private static final String SUBJECT = "Your access request was approved";
    private static final String TEXT = "Your request was approved; see https://portal.example.gov.\n".repeat(20);
    private static final String HTML = "<p>Your request was <b>approved</b>; see the portal.</p>\n".repeat(80);
    private static final String TYPE = "application/octet-stream";

    private Notice() {}

    static EmailMessageBuilder ours() {
        return EmailMessage.builder()
                .from(EmailAddress.of("portal@example.gov", "Data Portal"))
                .to(EmailAddress.of("jane@example.org", "Jane Doe"))
                .subject(SUBJECT)
                .text(TEXT)
                .html(HTML);
    }

    static EmailMessage ours(Path file) throws IOException {
        return ours().attachments(Attachment.of("data.bin", TYPE, ContentSource.of(file)))
                .build();
    }

    static Mail theirs() {
        Mail mail = new Mail(
                new Email("portal@example.gov", "Data Portal"),
                SUBJECT,
                new Email("jane@example.org", "Jane Doe"),
                new Content("text/plain", TEXT));
        mail.addContent(new Content("text/html", HTML));
        return mail;
    }

    static Mail theirs(Path file) throws IOException {
        Mail mail = theirs();
        try (InputStream content = Files.newInputStream(file)) {
            mail.addAttachments(
                    new Attachments.Builder("data.bin", content).withType(TYPE).build());
        }
        return mail;
    }

    /** A file of so many million octets that nothing compresses; deleted with the process. */
    static Path file(int megabytes) throws IOException {
        Path file = Files.createTempFile("tidings-benchmark", ".bin");
        file.toFile().deleteOnExit();
        byte[] block = new byte[1_000_000];
        Random random = new Random(4711);
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < megabytes; i++) {
                random.nextBytes(block);
                out.write(block);
            }
        }
        return file;
    }

    static SendResult requireAccepted(SendResult result) {
        if (!(result instanceof Accepted)) {
            throw new IllegalStateException("not accepted: " + result);
        }
        return result;
    }
}
