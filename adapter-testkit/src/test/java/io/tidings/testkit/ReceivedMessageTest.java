package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceivedMessageTest {

    @Test
    void itsStringShowsTheIdAndNothingThatIsPersonal() throws IOException {
        EmailMessage message = Messages.message()
                .subject("canary subject")
                .attachments(Messages.file("canary.txt", "canary content"))
                .build();
        ReceivedMessage received = new ReferencePort().arriving(message);

        assertThat(received.toString() + received.attachments())
                .contains(message.id().value())
                .doesNotContain("canary", "jane", "Jane");
    }

    @Test
    void headerNamesAreKeptInLowerCase() throws IOException {
        EmailMessage message = Messages.message()
                .headers(new Header("X-Case-Reference", "Value"))
                .build();

        assertThat(new ReferencePort().arriving(message).headers()).isEqualTo(Map.of("x-case-reference", "Value"));
    }

    @Test
    void theBytesOfAnAttachmentCannotBeChanged() {
        byte[] bytes = {1, 2, 3};
        ReceivedAttachment attachment = new ReceivedAttachment("a", "text/plain", bytes, Optional.empty());
        bytes[0] = 9;
        attachment.bytes()[1] = 9;

        assertThat(attachment.bytes()).containsExactly(1, 2, 3);
        assertThat(attachment)
                .isEqualTo(new ReceivedAttachment("a", "text/plain", new byte[] {1, 2, 3}, Optional.empty()))
                .isNotEqualTo(new ReceivedAttachment("a", "text/plain", bytes, Optional.empty()));
    }
}
