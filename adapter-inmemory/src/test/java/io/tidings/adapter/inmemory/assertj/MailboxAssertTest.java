package io.tidings.adapter.inmemory.assertj;

import static io.tidings.adapter.inmemory.TestMessages.JANE;
import static io.tidings.adapter.inmemory.TestMessages.KIM;
import static io.tidings.adapter.inmemory.TestMessages.message;
import static io.tidings.adapter.inmemory.assertj.TidingsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.adapter.inmemory.Mailbox;
import org.junit.jupiter.api.Test;

class MailboxAssertTest {

    private final InMemoryEmailAdapter adapter = new InMemoryEmailAdapter();
    private final Mailbox mailbox = adapter.mailbox();

    @Test
    void passesOnWhatIsThere() {
        assertThat(mailbox).isEmpty().hasNoMessageTo("kim@example.com");
        adapter.send(message().bcc(KIM).build());

        assertThat(mailbox)
                .hasMessages(1)
                .hasMessageTo(JANE)
                .hasMessageTo("kim@example.com")
                .hasNoMessageTo("raul@example.org");
        assertThat(mailbox).singleMessage().hasSubject("Your data was submitted");
        assertThat(mailbox).singleMessageTo("kim@example.com").hasTemplate("data-submitted");
        assertThat(mailbox).message(0).isTo("jane@example.gov");
    }

    @Test
    void aWrongCountListsWhatIsThere() {
        adapter.send(message().build());

        assertThatThrownBy(() -> assertThat(mailbox).hasMessages(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "to have 2 messages, but it has 1",
                        "\"Your data was submitted\" to [jane@example.gov] from template data-submitted");
        assertThatThrownBy(() -> assertThat(mailbox).isEmpty()).hasMessageContaining("to have 0 messages");
    }

    @Test
    void anEmptyMailboxSaysSo() {
        assertThatThrownBy(() -> assertThat(mailbox).singleMessage())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("(nothing arrived)");
        assertThatThrownBy(() -> assertThat(mailbox).message(0)).hasMessageContaining("at index 0");
    }

    @Test
    void aMissingRecipientListsWhoGotMail() {
        adapter.send(message().build());

        assertThatThrownBy(() -> assertThat(mailbox).hasMessageTo("kim@example.com"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("a message to kim@example.com", "jane@example.gov");
        assertThatThrownBy(() -> assertThat(mailbox).hasNoMessageTo("jane@example.gov"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no message to jane@example.gov");
    }

    @Test
    void twoAreNotASingleOne() {
        adapter.send(message().build());
        adapter.send(message().build());

        assertThatThrownBy(() -> assertThat(mailbox).singleMessageTo("jane@example.gov"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but there are 2");
    }

    @Test
    void longListsAreCut() {
        for (int i = 0; i < 25; i++) {
            adapter.send(message().build());
        }

        assertThatThrownBy(() -> assertThat(mailbox).isEmpty()).hasMessageContaining("… and 5 more");
    }

    @Test
    void theDescriptionOfTheTestIsShownBySingleMessagesToo() {
        adapter.send(message().build());

        assertThatThrownBy(() -> assertThat(mailbox)
                        .as("after approval, 100% of it")
                        .singleMessage()
                        .hasSubject("Approved"))
                .hasMessageContaining("after approval, 100% of it");
    }

    @Test
    void nullFails() {
        assertThatThrownBy(() -> assertThat((Mailbox) null).isEmpty()).isInstanceOf(AssertionError.class);
    }
}
