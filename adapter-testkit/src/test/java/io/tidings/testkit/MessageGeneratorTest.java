package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.Attachment;
import io.tidings.email.EmailMessage;
import io.tidings.email.MessageId;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageGeneratorTest {

    @Test
    void theSameSeedGivesTheSameMessages() throws IOException {
        MessageGenerator one = new MessageGenerator(4711);
        MessageGenerator other = new MessageGenerator(4711);
        for (int i = 0; i < 20; i++) {
            EmailMessage message = one.next();
            EmailMessage again = other.next().toBuilder().id(message.id()).build();

            Arrival.assertSame(message, new ReferencePort().arriving(again));
        }
    }

    @Test
    void anotherSeedGivesOtherMessages() {
        assertThat(new MessageGenerator(1).next().subject())
                .isNotEqualTo(new MessageGenerator(2).next().subject());
    }

    @Test
    void idsAreAlwaysNew() {
        List<MessageId> ids = Stream.of(1, 1, 1)
                .map(seed -> new MessageGenerator(seed).next().id())
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void everyShapeOccursInTheMessagesOfTheContract() {
        List<EmailMessage> messages = GeneratedPromises.seeds()
                .boxed()
                .flatMap(seed ->
                        Stream.generate(new MessageGenerator(seed)::next).limit(10))
                .toList();
        List<Predicate<EmailMessage>> shapes = List.of(
                message -> message.html().isEmpty(),
                message -> message.text().isEmpty(),
                message -> message.html().isPresent() && message.text().isPresent(),
                message -> message.replyTo().size() > 1,
                message -> message.to().size() > 2,
                message -> !message.cc().isEmpty(),
                message -> !message.bcc().isEmpty(),
                message -> message.attachments().stream().anyMatch(Attachment::isInline),
                message -> message.attachments().size() > 1,
                message -> message.headers().size() > 1,
                message -> message.subject().length() > 200,
                message -> message.encodedSize() > 20_000);

        assertThat(shapes).allSatisfy(shape -> assertThat(messages).anyMatch(shape));
    }
}
