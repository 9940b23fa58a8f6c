package io.tidings.adapter.sendgrid.webhook.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.delivery.DeliveryEvent;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.delivery.RejectReason;
import io.tidings.email.EnhancedStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each of SendGrid's events becomes. */
class EventTableTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-25T12:00:00Z");

    private static DeliveryEvent read(String members) throws IOException {
        List<DeliveryEvent> events = new EventReader(false)
                .read(
                        ("[{\"email\":\"jane@example.gov\",\"timestamp\":1790000000,\"sg_event_id\":\"id\"," + members
                                        + "}]")
                                .getBytes(StandardCharsets.UTF_8),
                        RECEIVED);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).provider()).isEqualTo("sendgrid");
        assertThat(events.get(0).authentic()).isTrue();
        return events.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "processed, QUEUED, ",
        "deferred, DEFERRED, ",
        "delivered, DELIVERED, ",
        "open, OPENED, ",
        "click, CLICKED, ",
        "spamreport, COMPLAINED, SPAM",
        "unsubscribe, UNSUBSCRIBED, UNSUBSCRIBED",
        "group_unsubscribe, UNSUBSCRIBED, UNSUBSCRIBED",
        "account_status_change, UNKNOWN, ",
        "something_new, UNKNOWN, ",
        "Processed, QUEUED, ",
    })
    void byItsType(String name, DeliveryEventType type, RejectReason reason) throws IOException {
        DeliveryEvent event = read("\"event\":\"" + name + "\"");

        assertThat(event.type()).isEqualTo(type);
        assertThat(event.rejectReason().orElse(null)).isEqualTo(reason);
        assertThat(event.group()).isEmpty();
        assertThat(event.byMachine()).isFalse();
        assertThat(event.raw().isPresent()).isEqualTo(type == DeliveryEventType.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "Bounced Address, REJECTED, BOUNCED",
        "Invalid, REJECTED, INVALID",
        "Unsubscribed Address, REJECTED, UNSUBSCRIBED",
        "Spam Reporting Address, REJECTED, SPAM",
        "Spam Content, REJECTED, BLOCKED",
        "Invalid SMTPAPI header, REJECTED, OTHER",
        "Recipient List over Package Quota, FAILED, OTHER",
        "bounced address, REJECTED, BOUNCED",
        "something new, REJECTED, OTHER",
        "'', REJECTED, OTHER",
    })
    void aDropByItsReason(String words, DeliveryEventType type, RejectReason reason) throws IOException {
        DeliveryEvent event = read("\"event\":\"dropped\",\"reason\":\"" + words + "\",\"status\":\"5.0.0\"");

        assertThat(event.type()).isEqualTo(type);
        assertThat(event.rejectReason()).contains(reason);
        assertThat(event.diagnostic()).isEqualTo(words);
        assertThat(event.status()).contains(new EnhancedStatus(5, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        // The type decides whether it is hard, the classification why.
        "bounce, Invalid Address, 5.1.1, true, INVALID",
        "bounce, Invalid Address, '', true, INVALID",
        "bounce, Technical Failure, 5.4.4, true, BOUNCED",
        "bounce, Content, 5.7.1, true, BOUNCED",
        "bounce, Reputation, 5.1.1, true, BOUNCED",
        "bounce, Frequency or Volume Too High, 5.7.1, true, BOUNCED",
        "bounce, Mailbox Unavailable, 5.2.2, true, BOUNCED",
        "bounce, Unclassified, 5.0.0, true, BOUNCED",
        "bounced, '', 5.0.0, true, BOUNCED",
        // Without one, the status does.
        "bounce, Unclassified, 5.1.1, true, INVALID",
        "bounce, '', 5.1.1, true, INVALID",
        "bounce, '', 5.1.10, true, INVALID",
        "bounce, '', 5.1.8, true, BOUNCED",
        "bounce, '', 5.2.1, true, BOUNCED",
        "bounce, '', 5.0.0, true, BOUNCED",
        "bounce, '', '', true, BOUNCED",
        "blocked, Invalid Address, 5.1.1, false, BLOCKED",
        "blocked, Content, 5.7.1, false, BLOCKED",
        "blocked, Reputation, 5.7.1, false, BLOCKED",
        "blocked, Frequency/Volume, 4.7.0, false, BLOCKED",
        "blocked, Technical, '', false, OTHER",
        "blocked, Technical Failure, 4.4.1, false, TIMED_OUT",
        "blocked, Mailbox Unavailable, '', false, OTHER",
        "blocked, Unclassified, 5.2.2, false, OTHER",
        "blocked, '', 4.2.2, false, OTHER",
        "blocked, '', 4.4.7, false, TIMED_OUT",
        "blocked, '', 5.4.7, false, TIMED_OUT",
        "blocked, '', 5.7.1, false, BLOCKED",
        "blocked, Unclassified, '', false, BLOCKED",
        "expired, '', 4.4.7, false, TIMED_OUT",
        "something new, Invalid Address, 5.1.1, false, OTHER",
        // As events were before there was a type.
        "'', '', 5.1.1, true, INVALID",
        "'', '', 5.0.0, true, BOUNCED",
        "'', '', 4.2.2, false, OTHER",
        "'', '', '', false, BLOCKED",
    })
    void aBounceByItsTypeClassificationAndStatus(
            String type, String classification, String status, boolean hard, RejectReason reason) throws IOException {
        DeliveryEvent event = read("\"event\":\"bounce\",\"type\":\"" + type + "\",\"bounce_classification\":\""
                + classification + "\",\"status\":\"" + status + "\"");

        assertThat(event.type()).isEqualTo(DeliveryEventType.BOUNCED);
        assertThat(event.isHardBounce()).isEqualTo(hard);
        assertThat(event.rejectReason()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "reason, 550 5.1.1 no such user, 5.1.1",
        "reason, 550-5.1.1 no such user, 5.1.1",
        "reason, 5.1.1 no such user, 5.1.1",
        "response, 250 2.0.0 OK, 2.0.0",
        "response, 450 try again later, ",
        "reason, 500 version 5.1.1 of nothing, ",
        "reason, 550 5.1.1.1 no code, 5.1.1",
    })
    void theStatusIsFoundInTheWords(String field, String words, String status) throws IOException {
        DeliveryEvent event = read("\"event\":\"bounce\",\"type\":\"bounce\",\"" + field + "\":\"" + words + "\"");

        assertThat(event.diagnostic()).isEqualTo(words);
        assertThat(event.status().map(EnhancedStatus::toString).orElse(null)).isEqualTo(status);
    }

    @Test
    void theFieldOfTheStatusWins() throws IOException {
        assertThat(read("\"event\":\"bounce\",\"status\":\"5.7.1\",\"reason\":\"550 5.1.1 x\"")
                        .status())
                .contains(new EnhancedStatus(5, 7, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "open, true, true",
        "open, false, false",
        "open, '\"true\"', true",
        "open, null, false",
        "click, true, false",
    })
    void anOpenByAMachineIsTold(String name, String machine, boolean byMachine) throws IOException {
        assertThat(read("\"event\":\"" + name + "\",\"sg_machine_open\":" + machine)
                        .byMachine())
                .isEqualTo(byMachine);
    }

    @ParameterizedTest
    @CsvSource({
        "group_unsubscribe, 10, UNSUBSCRIBED, 10",
        "group_unsubscribe, '\"10\"', UNSUBSCRIBED, 10",
        "group_resubscribe, 10, SUBSCRIBED, 10",
        // An unsubscribe counts in any case; what would lift it must say what.
        "group_unsubscribe, null, UNSUBSCRIBED, ''",
        "group_resubscribe, null, UNKNOWN, ''",
        "group_resubscribe, {}, UNKNOWN, ''",
        // Every event of a message to a group names it.
        "delivered, 10, DELIVERED, ''",
        "unsubscribe, 10, UNSUBSCRIBED, ''",
    })
    void onlyAGroupsOwnEventsAreAboutIt(String name, String id, DeliveryEventType type, String group)
            throws IOException {
        DeliveryEvent event = read("\"event\":\"" + name + "\",\"asm_group_id\":" + id);

        assertThat(event.type()).isEqualTo(type);
        assertThat(event.group()).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({
        "LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0, LRzXl_NHStOGhQ4kofSm_A",
        "euo2iKxdSayPF4YE4--I7A.recvd-5f54b5d587-pczjm-1-67BADEEA-6.0, euo2iKxdSayPF4YE4--I7A",
        "5lFl7Fr1Rjme_EyzNNB_5A.stfilter-015.5185.55F883172.0, 5lFl7Fr1Rjme_EyzNNB_5A",
        "14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0, 14c5d75ce93.dfd.64b469",
        "abc.something-new.0, abc",
        "abc, abc",
        "'', ''",
        ".recvd-1, ''",
        "a b.recvd-1, ''",
    })
    void theProvidersIdIsThatOfTheSend(String messageId, String providerId) throws IOException {
        assertThat(read("\"event\":\"delivered\",\"sg_message_id\":\"" + messageId + "\"")
                        .providerId())
                .isEqualTo(providerId);
    }

    @ParameterizedTest
    @CsvSource({
        "abcdefghijklmnopqrstuvwxya, '', abcdefghijklmnopqrstuvwxya",
        "'', <abcdefghijklmnopqrstuvwxya@example.gov>, abcdefghijklmnopqrstuvwxya",
        "abcdefghijklmnopqrstuvwxya, <bbcdefghijklmnopqrstuvwxya@example.gov>, abcdefghijklmnopqrstuvwxya",
        "not one of ours but as lon, <bbcdefghijklmnopqrstuvwxya@example.gov>, bbcdefghijklmnopqrstuvwxya",
        "'', <LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>, ",
        "'', abcdefghijklmnopqrstuvwxya@example.gov, ",
        "'', <>, ",
        "'', '', ",
    })
    void theMessageIsKnownByItsIdOrItsHeader(String argument, String header, String id) throws IOException {
        assertThat(read("\"event\":\"delivered\",\"tidings_id\":\"" + argument + "\",\"smtp-id\":\"" + header + "\"")
                        .messageId()
                        .map(Object::toString)
                        .orElse(null))
                .isEqualTo(id);
    }
}
