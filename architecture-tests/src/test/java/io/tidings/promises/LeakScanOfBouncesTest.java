package io.tidings.promises;

import static io.tidings.promises.Canaries.ADDRESS;
import static io.tidings.promises.Canaries.CANARY;
import static io.tidings.promises.Canaries.NOTIFICATION;
import static io.tidings.promises.Canaries.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notifier;
import io.tidings.adapter.smtplegacy.bounce.BounceParser;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.email.MessageId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes to a bounce mailbox, with the word in its addresses, texts and the message that it returns. */
class LeakScanOfBouncesTest extends LeakScanning {

    private enum Mail {
        REPORT("""
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                <%1$s> does not exist. %2$s

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; %2$s.example.org
                Original-Envelope-Id: %3$s

                Final-Recipient: rfc822; %1$s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 <%1$s> %2$s

                --b
                Content-Type: message/rfc822

                Subject: %2$s
                To: %1$s

                %2$s
                --b--
                """, DeliveryEventType.BOUNCED),
        VACATION("""
                Auto-Submitted: auto-replied
                In-Reply-To: <%3$s@portal.example.gov>

                %2$s is away.
                """, DeliveryEventType.AUTORESPONDED),
        OTHER("""

                %2$s
                """, DeliveryEventType.UNKNOWN);

        private final String text;
        private final DeliveryEventType type;

        Mail(String text, DeliveryEventType type) {
            this.text = text;
            this.type = type;
        }

        byte[] about(MessageId id) {
            String head = "From: %1$s\nTo: bounces@portal.example.gov\nSubject: %2$s\nMIME-Version: 1.0\n";
            return (head + text)
                    .formatted(ADDRESS.address(), CANARY, id.value())
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatComesToTheBounceMailbox(Mail mail) {
        try (Notifier notifier = builder(adapter()).build()) {
            MessageId id = notifier.send(NOTIFICATION, RECIPIENT).id();
            BounceParser parser = new BounceParser();

            List<DeliveryEvent> events = parser.parse(mail.about(id));
            events.forEach(notifier::record);

            assertThat(events).extracting(DeliveryEvent::type).containsExactly(mail.type);
            scan.add(parser);
            scan.add(events);
            scan.add(notifier.deliveryLog().timeline(id));
            scan.add(notifier.deliveryLog().unmatched());
            scan.add(notifier.deliveryLog().status(id, ADDRESS));
            scan.add(notifier.suppressionList().list());
        }
        assertNothingLeaked();
    }
}
