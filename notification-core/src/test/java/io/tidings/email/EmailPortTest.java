package io.tidings.email;

import static io.tidings.email.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmailPortTest {

    /** Answers with the message's id, so that a result can be matched. */
    private static final EmailPort ECHO = new Echo();

    private static class Echo implements EmailPort {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public Capabilities capabilities() {
            return Capabilities.unlimited();
        }

        @Override
        public SendResult send(EmailMessage message) {
            return new Accepted("echo", message.id().value(), Map.of(), List.of());
        }

        @Override
        public void close() {}
    }

    @Test
    void sendsSeveralMessagesOneByOneInOrder() {
        List<EmailMessage> messages =
                List.of(message().build(), message().build(), message().build());

        List<SendResult> results = ECHO.sendAll(messages);

        assertThat(results)
                .extracting(result -> ((Accepted) result).providerId())
                .containsExactlyElementsOf(
                        messages.stream().map(message -> message.id().value()).toList());
        assertThatThrownBy(results::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThat(ECHO.sendAll(List.of())).isEmpty();
    }

    @Test
    void losesNoResultBecauseOneMessageMakesItThrow() {
        List<EmailMessage> messages =
                List.of(message().build(), message().build(), message().build());
        EmailPort throwing = new Echo() {
            @Override
            public SendResult send(EmailMessage message) {
                if (message == messages.get(1)) {
                    throw new IllegalStateException("closed");
                }
                return super.send(message);
            }
        };

        assertThat(throwing.sendAll(messages))
                .containsExactly(
                        ECHO.send(messages.get(0)),
                        new Unconfirmed("echo", Failure.of(Verdict.UNKNOWN, FailureReason.ADAPTER_FAILED), List.of()),
                        ECHO.send(messages.get(2)));
    }
}
