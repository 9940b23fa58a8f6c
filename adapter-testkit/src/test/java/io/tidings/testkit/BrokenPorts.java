package io.tidings.testkit;

import io.tidings.email.Accepted;
import io.tidings.email.Attachment;
import io.tidings.email.Attempt;
import io.tidings.email.Capabilities;
import io.tidings.email.Constraint;
import io.tidings.email.Content;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.Limit;
import io.tidings.email.MessageId;
import io.tidings.email.Outcome;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports that break one promise each; {@link EmailPortContractTest} expects the contract to find every one out. */
final class BrokenPorts {

    private BrokenPorts() {}

    static class DropsTextBesideHtml extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.html().isEmpty()
                    ? message
                    : message.toBuilder()
                            .content(new Content(message.subject(), message.html(), Optional.empty()))
                            .build();
        }
    }

    static class DropsHtmlBesideText extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.text().isEmpty()
                    ? message
                    : message.toBuilder()
                            .content(new Content(message.subject(), Optional.empty(), message.text()))
                            .build();
        }
    }

    static class CutsTrailingSpaces extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.text().isEmpty()
                    ? message
                    : message.toBuilder()
                            .text(message.text().get().replaceAll("[ \\t]+(?=\\n|$)", "") + "\n")
                            .build();
        }
    }

    static class KeepsOneReplyTo extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.toBuilder()
                    .replyTo(message.replyTo().stream().limit(1).toList())
                    .build();
        }
    }

    static class ConcatenatesDisplayNames extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.toBuilder()
                    .to(message.to().stream()
                            .map(each -> each.displayName()
                                    .filter(name -> name.matches("\\S+@\\S+, .*"))
                                    .map(name -> EmailAddress.of(name.substring(0, name.indexOf(','))))
                                    .orElse(each))
                            .toList())
                    .build();
        }
    }

    static class LosesDisplayNames extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.toBuilder()
                    .to(message.to().stream()
                            .map(each -> EmailAddress.of(each.address()))
                            .toList())
                    .build();
        }
    }

    static class DecodesSubjects extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.toBuilder()
                    .subject(message.subject().replace(Sample.ENCODED_LOOK_ALIKE, "Not encoded"))
                    .build();
        }
    }

    static class DropsHeaders extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.toBuilder().headers(List.of()).build();
        }
    }

    static class SortsTags extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.toBuilder()
                    .tags(message.tags().stream().sorted().toList())
                    .build();
        }
    }

    static class SpellsTagsInAscii extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.toBuilder()
                    .tags(message.tags().stream()
                            .map(tag -> tag.replaceAll("[^ -~]", "?"))
                            .toList())
                    .build();
        }
    }

    static class DropsMetadata extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.toBuilder().metadata(Map.of()).build();
        }
    }

    static class TakesValuesForJson extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            Map<String, String> metadata = new HashMap<>(message.metadata());
            metadata.values().removeIf(value -> value.equals("null"));
            return message.toBuilder().metadata(metadata).build();
        }
    }

    static class SendsAtOnce extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.toBuilder().sendAt(Optional.empty()).build();
        }
    }

    static class SendsASecondLate extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.toBuilder()
                    .sendAt(message.sendAt().map(at -> at.plusSeconds(1)))
                    .build();
        }
    }

    static class ChangesTheId extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.toBuilder().id(MessageId.random()).build();
        }
    }

    static class ServesWhoIsWithheld extends ReferencePort {
        @Override
        EmailMessage altered(EmailMessage message) {
            return message.toBuilder().withheld(Set.of()).build();
        }
    }

    static class DisclosesBlindCopies extends ReferencePort {
        @Override
        String visible(EmailMessage message) {
            return super.visible(message) + "Bcc: " + addresses(message.bcc());
        }
    }

    static class HidesWhatIsVisible extends ReferencePort {
        @Override
        String visible(EmailMessage message) {
            return "";
        }
    }

    static class ForgetsBlindCopies extends ReferencePort {
        @Override
        Set<EmailAddress> envelope(EmailMessage message) {
            Set<EmailAddress> envelope = new HashSet<>(message.recipients());
            message.bcc().forEach(envelope::remove);
            return envelope;
        }
    }

    static class TruncatesAttachments extends ReferencePort {
        @Override
        byte[] read(Attachment attachment) throws IOException {
            byte[] bytes = super.read(attachment);
            return Arrays.copyOf(bytes, Math.min(bytes.length, 65_536));
        }
    }

    static class BelievesStatedSizes extends ReferencePort {
        @Override
        byte[] read(Attachment attachment) throws IOException {
            try (InputStream content = attachment.content().open()) {
                return content.readAllBytes();
            }
        }
    }

    static class LeavesStreamsOpen extends ReferencePort {
        @Override
        @SuppressWarnings("resource") // that is what is wrong with it
        byte[] read(Attachment attachment) throws IOException {
            return attachment.content().openChecked().readAllBytes();
        }
    }

    static class ThrowsWhenItCannotRead extends ReferencePort {
        @Override
        byte[] read(Attachment attachment) {
            try {
                return super.read(attachment);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static class HandsOverBeforeReading extends ReferencePort {
        @Override
        SendResult trySend(EmailMessage message) {
            SendResult result = super.trySend(message);
            if (result instanceof Rejected) {
                super.trySend(message.toBuilder().attachments(List.of()).build());
            }
            return result;
        }
    }

    static class DropsWhatItLacks extends ReferencePort {
        DropsWhatItLacks() {
            super(Capabilities.unlimited().without(Feature.COPIES).with(Limit.RECIPIENTS, 10));
        }

        @Override
        Optional<Constraint> exceeded(EmailMessage message) {
            return Optional.empty();
        }

        @Override
        EmailMessage altered(EmailMessage message) {
            return message.toBuilder()
                    .to(message.to().stream().limit(10).toList())
                    .cc(List.of())
                    .bcc(List.of())
                    .build();
        }
    }

    static class RefusesForAnotherReason extends ReferencePort {
        RefusesForAnotherReason() {
            super(Capabilities.unlimited().without(Feature.TAGS));
        }

        @Override
        SendResult trySend(EmailMessage message) {
            return message.tags().isEmpty()
                    ? super.trySend(message)
                    : new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.INVALID_MESSAGE), List.of());
        }
    }

    static class MixesUpResults extends ReferencePort {
        @Override
        public List<SendResult> sendAll(List<EmailMessage> messages) {
            List<SendResult> results = new ArrayList<>(super.sendAll(messages));
            Collections.reverse(results);
            Collections.rotate(results, 2);
            return results;
        }
    }

    static class RejectsTheWholeBatch extends ReferencePort {
        @Override
        public List<SendResult> sendAll(List<EmailMessage> messages) {
            for (EmailMessage message : messages) {
                for (Attachment attachment : message.attachments()) {
                    try {
                        read(attachment);
                    } catch (IOException e) {
                        Failure failure = Failure.of(Verdict.MESSAGE, FailureReason.UNREADABLE_ATTACHMENT);
                        return Collections.nCopies(messages.size(), new Rejected(failure, List.of()));
                    }
                }
            }
            return super.sendAll(messages);
        }
    }

    static class SendsTwice extends ReferencePort {
        @Override
        void deliver(ReceivedMessage message) {
            super.deliver(message);
            super.deliver(message);
        }
    }

    static class TakesARepetitionForADuplicate extends ReferencePort {
        @Override
        void deliver(ReceivedMessage message) {
            if (received().stream().noneMatch(each -> each.id().equals(message.id()))) {
                super.deliver(message);
            }
        }
    }

    static class LosesUnderLoad extends ReferencePort {
        private final AtomicInteger underWay = new AtomicInteger();
        private final CountDownLatch second = new CountDownLatch(1);

        /** Loses messages that overlap; the first waits a while for another one to do so. */
        @Override
        void deliver(ReceivedMessage message) {
            boolean alone = underWay.incrementAndGet() == 1;
            try {
                if (alone && message.subject().startsWith("Message")) {
                    second.await(5, TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (alone) {
                super.deliver(message);
            } else {
                second.countDown();
            }
            underWay.decrementAndGet();
        }
    }

    static class LosesItsQueueOnClosing extends ReferencePort {
        private final Queue<ReceivedMessage> queue = new ConcurrentLinkedQueue<>();

        @Override
        void deliver(ReceivedMessage message) {
            queue.add(message);
        }

        @Override
        public List<ReceivedMessage> received() {
            for (ReceivedMessage next = queue.poll(); next != null; next = queue.poll()) {
                super.deliver(next);
            }
            return super.received();
        }

        @Override
        public void close() {
            queue.clear();
            super.close();
        }
    }

    static class ClosesInTheMiddleOfASend extends ReferencePort {
        private volatile boolean closed;

        @Override
        void deliver(ReceivedMessage message) {
            if (!closed) {
                super.deliver(message);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    static class SendsAfterClosing extends ReferencePort {
        @Override
        public void close() {}
    }

    static class ClosesOnlyOnce extends ReferencePort {
        private boolean closed;

        @Override
        public void close() {
            super.close();
            if (closed) {
                throw new IllegalStateException("already closed");
            }
            closed = true;
        }
    }

    static class TakesNull extends ReferencePort {
        @Override
        public SendResult send(EmailMessage message) {
            return message == null ? accepted(Messages.simple()) : super.send(message);
        }
    }

    static class SwallowsInterrupts extends ReferencePort {
        @Override
        SendResult trySend(EmailMessage message) {
            Thread.interrupted();
            return super.trySend(message);
        }
    }

    static class ListsNoAttempts extends ReferencePort {
        @Override
        SendResult trySend(EmailMessage message) {
            return super.trySend(message)
                    .fold(
                            accepted -> new Accepted("reference", "", Map.of(), List.of()),
                            deferred -> deferred,
                            rejected -> rejected,
                            unconfirmed -> unconfirmed);
        }
    }

    static class ChangesItsCapabilities extends ReferencePort {
        @Override
        public Capabilities capabilities() {
            return super.capabilities().with(Limit.RECIPIENTS, 1000 - received().size());
        }
    }

    static class ShowsTheSubject extends ReferencePort {
        @Override
        SendResult trySend(EmailMessage message) {
            Attempt attempt = new Attempt(
                    message.subject().replace(' ', '-').toLowerCase(Locale.ROOT),
                    Outcome.accepted(),
                    Instant.EPOCH,
                    Duration.ZERO);
            return super.trySend(message) instanceof Rejected rejected
                    ? rejected
                    : new Accepted("reference", "", Map.of(), List.of(attempt));
        }
    }

    static class SkipsMessagesWithManyFiles extends ReferencePort {
        @Override
        void deliver(ReceivedMessage message) {
            if (message.attachments().size() < 3) {
                super.deliver(message);
            }
        }
    }
}
