package io.tidings.adapter.sendgrid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Header;
import io.tidings.email.Limit;
import io.tidings.email.MessageId;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Unconfirmed;
import io.tidings.email.Verdict;
import io.tidings.testkit.Messages;
import io.tidings.testkit.Sources;
import io.tidings.testkit.sendgrid.Answer;
import io.tidings.testkit.sendgrid.Moment;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BroadcastTest {

    private final SendGridSimulator simulator = SendGridSimulator.start();
    private final SendGridEmailAdapter adapter = new SendGridEmailAdapter(Adapters.config(simulator));

    @AfterEach
    void stop() {
        adapter.close();
        simulator.close();
    }

    /** Alike, but for recipient, id, key and a header. */
    private static List<EmailMessage> notices(int count) {
        EmailMessage first = Messages.message().html("<p>Accepted.</p>").build();
        return IntStream.range(0, count)
                .mapToObj(i -> first.toBuilder()
                        .id(MessageId.random())
                        .to(Messages.recipient(i))
                        .idempotencyKey("key " + i)
                        .headers(new Header("X-Number", Integer.toString(i)))
                        .content(first.content())
                        .build())
                .toList();
    }

    private List<String> arrivedIds() {
        return simulator.mails().stream()
                .map(mail -> mail.customArgs().get("tidings_id"))
                .toList();
    }

    private static List<String> ids(List<EmailMessage> messages) {
        return messages.stream().map(message -> message.id().value()).toList();
    }

    @Test
    void tenThousandNoticesAreTenRequests() {
        List<EmailMessage> notices = notices(10_000);

        List<SendResult> results = adapter.sendAll(notices);

        assertThat(simulator.requests()).hasSize(10);
        assertThat(arrivedIds()).isEqualTo(ids(notices));
        assertThat(results).hasSize(10_000).allSatisfy(result -> assertThat(result)
                .isInstanceOf(Accepted.class));
        assertThat(results.stream().map(SendResult::attempts).distinct()).hasSize(10);
        assertThat(simulator.mails().get(7).headers()).containsEntry("X-Number", "7");
    }

    @Test
    void aRequestsRecipientsAreCountedTogether() {
        EmailMessage first = Messages.simple();
        List<EmailMessage> crowds = Stream.of(0, 1, 2)
                .map(crowd -> first.toBuilder()
                        .id(MessageId.random())
                        .to(IntStream.range(0, 400)
                                .mapToObj(i -> Messages.recipient(crowd * 400 + i))
                                .toList())
                        .build())
                .toList();

        assertThat(adapter.sendAll(crowds))
                .allSatisfy(result -> assertThat(result).isInstanceOf(Accepted.class));

        assertThat(simulator.requests()).hasSize(2);
        assertThat(arrivedIds()).isEqualTo(ids(crowds));
    }

    @Test
    void whatDiffersInMoreTravelsApart() {
        EmailMessage first = Messages.message()
                .attachments(Attachment.of("a", "a/b", ContentSource.of(new byte[1])))
                .build();
        List<EmailMessage> different = List.of(
                first,
                first.toBuilder().id(MessageId.random()).build(),
                first.toBuilder().subject("Other").build(),
                first.toBuilder().from(first.from().withDisplayName("Other")).build(),
                first.toBuilder().replyTo(Messages.recipient(1)).build(),
                first.toBuilder()
                        .replyTo(Messages.recipient(1).withDisplayName("x"))
                        .build(),
                first.toBuilder().tags("t").build(),
                first.toBuilder().metadata(java.util.Map.of("k", "v")).build(),
                first.toBuilder().sendAt(Instant.now().plusSeconds(600)).build(),
                first.toBuilder()
                        .attachments(Attachment.of("a", "a/b", ContentSource.of(new byte[1])))
                        .build(),
                first.toBuilder().cc(Messages.recipient(2)).build(),
                first.toBuilder().cc(Messages.recipient(2)).build());

        assertThat(adapter.sendAll(different))
                .allSatisfy(result -> assertThat(result).isInstanceOf(Accepted.class));

        assertThat(simulator.requests()).hasSize(different.size() - 1);
        assertThat(simulator.mails()).hasSize(different.size());
    }

    @Test
    void resultsComeInTheOrderOfTheMessages() {
        List<EmailMessage> mixed = new ArrayList<>();
        for (EmailMessage notice : notices(20)) {
            mixed.add(notice);
            mixed.add(notice.toBuilder().id(MessageId.random()).subject("Other").build());
        }
        mixed.set(
                7,
                mixed.get(7).toBuilder()
                        .to(EmailAddress.of("jürgen@example.org"))
                        .build());

        List<SendResult> results = adapter.sendAll(mixed);

        assertThat(simulator.requests()).hasSize(2);
        assertThat(results.get(7)).isInstanceOf(Rejected.class);
        assertThat(results.get(7).attempts()).isEmpty();
        assertThat(results).filteredOn(Accepted.class::isInstance).hasSize(39);
        String otherRequest = ((Accepted) results.get(1)).providerId();
        for (int i = 0; i < mixed.size(); i++) {
            if (i != 7) {
                assertThat(((Accepted) results.get(i)).providerId().equals(otherRequest))
                        .isEqualTo(i % 2 == 1);
            }
        }
    }

    @Test
    void whoeverIsNamedFailsAloneAndTheOthersAreSentOnce() {
        List<EmailMessage> notices = notices(10);
        simulator.next(Answer.status(400).body("application/json", """
                        {"errors":[{"message":"m","field":"personalizations.3.to.0.email","help":null},
                                   {"message":"m","field":"personalizations.8","help":null}]}"""));

        List<SendResult> results = adapter.sendAll(notices);

        assertThat(simulator.requests()).hasSize(2);
        assertThat(results.get(3).problem().map(Failure::verdict)).contains(Verdict.MESSAGE);
        assertThat(results.get(3).attempts()).hasSize(1);
        assertThat(results.get(8)).isInstanceOf(Rejected.class);
        assertThat(results).filteredOn(Accepted.class::isInstance).hasSize(8).allSatisfy(result -> {
            assertThat(result.attempts()).hasSize(2);
            assertThat(result.attempts().get(0).outcome().failure()).isPresent();
        });
        List<String> expected = new ArrayList<>(ids(notices));
        expected.removeAll(ids(List.of(notices.get(3), notices.get(8))));
        assertThat(arrivedIds()).isEqualTo(expected);
    }

    @Test
    void aNumberThatIsNoneOfOursNamesNobody() {
        simulator.next(Answer.error(400, "m", "personalizations.7.to"), Answer.sendGrid(), Answer.sendGrid());

        assertThat(adapter.sendAll(notices(4)))
                .allSatisfy(result -> assertThat(result).isInstanceOf(Accepted.class));
        assertThat(simulator.requests()).hasSize(3);
    }

    @Test
    void whatAllShareFailsAllAtOnce() {
        simulator.always(Answer.error(400, "m", "content.0.value"));

        assertThat(adapter.sendAll(notices(50)))
                .allSatisfy(result -> assertThat(result).isInstanceOf(Rejected.class));
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void aRefusalThatNamesNothingIsHalvedUntilOnlyTheFaultyOneFails() {
        List<EmailMessage> notices = notices(8);
        Answer no = Answer.error(413, "too large");
        // 8 -> 4 and 4; the first 4 -> 2 and 2; the second 2 -> 1 and 1; the last of these is at fault.
        simulator.next(no, no, Answer.sendGrid(), no, Answer.sendGrid(), no, Answer.sendGrid());

        List<SendResult> results = adapter.sendAll(notices);

        assertThat(results.get(3)).isInstanceOf(Rejected.class);
        assertThat(results).filteredOn(Accepted.class::isInstance).hasSize(7);
        List<String> expected = new ArrayList<>(ids(notices));
        expected.remove(notices.get(3).id().value());
        assertThat(arrivedIds()).isEqualTo(expected);
        assertThat(simulator.requests()).hasSize(7);
    }

    @Test
    void theSearchGoesOnWhileItFindsWhatCanBeSent() {
        List<EmailMessage> notices = notices(400);
        Set<String> faulty = IntStream.range(0, 400)
                .filter(i -> i % 20 == 7)
                .mapToObj(i -> notices.get(i).id().value())
                .collect(Collectors.toSet());
        try (RefusingServer server = RefusingServer.of(faulty);
                SendGridEmailAdapter adapter =
                        new SendGridEmailAdapter(SendGridConfig.of("SG.x").withBaseUrl(server.url()))) {
            List<SendResult> results = adapter.sendAll(notices);

            for (int i = 0; i < 400; i++) {
                assertThat(results.get(i))
                        .as("message %d", i)
                        .isInstanceOf(i % 20 == 7 ? Rejected.class : Accepted.class);
            }
        }
    }

    @Test
    void theSearchForWhatIsAtFaultEnds() {
        simulator.always(Answer.error(400, "Bad Request"));

        List<SendResult> results = adapter.sendAll(notices(1000));

        assertThat(results).hasSize(1000).allSatisfy(result -> {
            assertThat(result).isInstanceOf(Rejected.class);
            assertThat(result.attempts()).isNotEmpty();
        });
        assertThat(simulator.requests()).hasSizeLessThanOrEqualTo(201);
        assertThat(simulator.mails()).isEmpty();
    }

    @Test
    void whatMayHaveBeenSentIsNotSentAgain() {
        simulator.next(Answer.cut(Moment.AFTER_BODY).taking());

        List<SendResult> results = adapter.sendAll(notices(5));

        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(Unconfirmed.class));
        assertThat(simulator.requests()).hasSize(1);
        assertThat(simulator.mails()).hasSize(5);
    }

    @Test
    void oneUnknownRequestDoesNotStopTheOthers() {
        simulator.next(Answer.status(500));

        List<SendResult> results = adapter.sendAll(notices(1500));

        assertThat(results.subList(0, 1000))
                .allSatisfy(result -> assertThat(result).isInstanceOf(Unconfirmed.class));
        assertThat(results.subList(1000, 1500))
                .allSatisfy(result -> assertThat(result).isInstanceOf(Accepted.class));
        assertThat(simulator.mails()).hasSize(500);
    }

    @Test
    void whoeverAsksToWaitIsNotAskedAgain() {
        simulator.next(Answer.status(429).header("Retry-After", "30"));

        List<SendResult> results = adapter.sendAll(notices(2500));

        assertThat(results).allSatisfy(result -> {
            assertThat(result).isInstanceOf(Deferred.class);
            assertThat(result.problem().flatMap(Failure::retryAfter)).contains(Duration.ofSeconds(30));
        });
        assertThat(results.get(2000).attempts()).isEmpty();
        assertThat(simulator.requests()).hasSize(1);
    }

    /** Each a request of its own. */
    private static List<EmailMessage> unlike(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Messages.message().subject("Number " + i).build())
                .toList();
    }

    @Test
    void aRevokedKeyIsNotTriedForEveryMessage() {
        simulator.always(Answer.status(401));

        List<SendResult> results = adapter.sendAll(unlike(5));

        assertThat(results).allSatisfy(result -> assertThat(result.problem().map(Failure::verdict))
                .contains(Verdict.ACCOUNT));
        assertThat(simulator.requests()).hasSize(1);
        assertThat(results.get(4).attempts()).isEmpty();
    }

    @Test
    void threeThatDidNotGetThroughInARowLeaveTheRestForAnother() {
        simulator.always(Answer.cut(Moment.AFTER_BODY));

        List<SendResult> results = adapter.sendAll(unlike(9));

        assertThat(simulator.requests()).hasSize(3);
        assertThat(results.subList(0, 3))
                .allSatisfy(result -> assertThat(result).isInstanceOf(Unconfirmed.class));
        assertThat(results.subList(3, 9)).allSatisfy(result -> {
            assertThat(result).isInstanceOf(Deferred.class);
            assertThat(result.problem().map(Failure::verdict)).contains(Verdict.TRANSPORT);
            assertThat(result.attempts()).isEmpty();
        });
    }

    @Test
    void aRefusalShowsThatTheProviderIsThere() {
        for (int i = 0; i < 2; i++) {
            simulator.next(Answer.status(503));
            simulator.next(Answer.status(503));
            simulator.next(i == 0 ? Answer.status(400) : Answer.sendGrid());
        }

        List<SendResult> results = adapter.sendAll(unlike(6));

        assertThat(simulator.requests()).hasSize(6);
        assertThat(results).noneSatisfy(result -> assertThat(result.attempts()).isEmpty());
    }

    @Test
    void whatIsNoLongerWorthSendingIsNotSent() {
        EmailMessage late =
                Messages.message().expiry(Instant.now().minusSeconds(1)).build();

        SendResult result = adapter.send(late);

        assertThat(result).isEqualTo(new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.EXPIRED), List.of()));
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aRequestThatWouldBeTooLargeIsNotSent() {
        EmailMessage large = Messages.message().text("\"".repeat(16_000_000)).build();

        SendResult result = adapter.send(large);

        assertThat(result.problem()).isEqualTo(Optional.of(Failure.unsupported(Limit.ENCODED_BYTES)));
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void aSharedAttachmentThatLiesFailsAllWhoShareIt() {
        Attachment lying = Attachment.of("a", "a/b", Sources.lying(10, 9));
        List<EmailMessage> notices = notices(3).stream()
                .map(notice -> notice.toBuilder()
                        .attachments(lying)
                        .content(notice.content())
                        .build())
                .toList();

        assertThat(adapter.sendAll(notices))
                .allSatisfy(result -> assertThat(result.problem().map(Failure::reason))
                        .contains(FailureReason.UNREADABLE_ATTACHMENT));
        assertThat(simulator.mails()).isEmpty();
    }

    @Test
    void anAttachmentThatCannotTellItsSizeIsUnreadable() {
        int[] asked = {0};
        ContentSource forgetful = new ContentSource() {
            @Override
            public long size() {
                if (asked[0]++ > 1) {
                    throw new IllegalStateException("canary");
                }
                return 1;
            }

            @Override
            public java.io.InputStream open() {
                return java.io.InputStream.nullInputStream();
            }
        };
        EmailMessage message = Messages.message()
                .attachments(Attachment.of("a", "a/b", forgetful))
                .build();

        assertThat(adapter.send(message).problem().map(Failure::reason)).contains(FailureReason.UNREADABLE_ATTACHMENT);
    }
}
