package io.tidings.adapter.smtplegacy.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.DeliveryLog;
import io.tidings.delivery.RejectReason;
import io.tidings.email.MessageId;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way: a bounce in a mailbox, read over IMAP, in the history of the message. */
class BounceMailboxTest {

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());

    private final DeliveryLog log = DeliveryLog.inMemory();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix-unknown-user", "postfix-envid", "postfix-verp", "qmail-no-mailbox"})
    void theTimelineSaysBouncedAndWhy(String sample) throws MessagingException, IOException {
        String line = Samples.expected().get(sample).get(0);
        MessageId id = new MessageId(line.substring(line.lastIndexOf(' ') + 1));
        deliver(Samples.read(sample));

        int firstTime = readMailbox();
        int secondTime = readMailbox();

        assertThat(firstTime).isOne();
        assertThat(secondTime).as("read again").isZero();
        assertThat(log.timeline(id)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(DeliveryEventType.BOUNCED);
            assertThat(event.rejectReason()).get().isIn(RejectReason.INVALID, RejectReason.BOUNCED);
            assertThat(event.recipient()).get().hasToString("j•••@example.org");
        });
    }

    private void deliver(byte[] bounce) throws MessagingException {
        GreenMailUser mailbox = server.setUser("bounces@portal.example.gov", "bounces", "secret");
        mailbox.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bounce)));
    }

    /** How many events were new. */
    private int readMailbox() throws MessagingException, IOException {
        BounceParser parser = new BounceParser();
        int news = 0;
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", server.getImap().getPort(), "bounces", "secret");
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.getMessages()) {
                    ByteArrayOutputStream raw = new ByteArrayOutputStream();
                    message.writeTo(raw);
                    for (DeliveryEvent event : parser.parse(raw.toByteArray())) {
                        news += log.append(event) ? 1 : 0;
                    }
                }
            }
        }
        return news;
    }
}
