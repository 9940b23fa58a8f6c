package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.Accepted;
import io.tidings.email.Constraint;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.MessageId;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/** One promise of the port, with a fresh rig for every test. */
abstract class Promise {

    private final Callable<Rig> factory;
    private @Nullable Rig rig;

    Promise(Callable<Rig> factory) {
        this.factory = factory;
    }

    @BeforeEach
    void openRig() throws Exception {
        rig = factory.call();
    }

    @AfterEach
    void closeRig() throws Exception {
        if (rig != null) {
            rig.close();
        }
    }

    private Rig rig() {
        if (rig == null) {
            throw new IllegalStateException("There is no rig");
        }
        return rig;
    }

    EmailPort port() {
        return rig().port();
    }

    List<ReceivedMessage> received() {
        return rig().farSide().received();
    }

    List<MessageId> receivedIds() {
        return received().stream().map(ReceivedMessage::id).toList();
    }

    /** Skips a test that says nothing about an adapter without the feature. */
    void assumeCan(Feature feature) {
        Assumptions.assumeTrue(
                port().capabilities().features().contains(feature), "the adapter does not offer " + feature);
    }

    /** The message arrives as it is, or is refused because the capabilities lack something; nothing in between. */
    void sendOrRefuse(EmailMessage message) {
        Optional<Constraint> exceeded = port().capabilities().exceededBy(message, Instant.now());
        if (exceeded.isPresent()) {
            assertRefused(message);
        } else {
            assertArrives(message);
        }
    }

    ReceivedMessage assertArrives(EmailMessage message) {
        int before = received().size();
        SendResult result = port().send(message);
        assertAccepted(result);
        List<ReceivedMessage> after = received();
        assertThat(after).as("messages at the far side").hasSize(before + 1);
        ReceivedMessage arrived = after.get(before);
        Arrival.assertSame(message, arrived);
        return arrived;
    }

    /** Exactly these have arrived, each once, in any order. */
    void assertArrived(List<EmailMessage> messages) {
        List<ReceivedMessage> arrived = received();
        assertThat(arrived).as("messages at the far side").hasSameSizeAs(messages);
        for (EmailMessage message : messages) {
            assertThat(arrived)
                    .filteredOn(each -> each.id().equals(message.id()))
                    .singleElement()
                    .satisfies(each -> Arrival.assertSame(message, each));
        }
    }

    static Accepted assertAccepted(SendResult result) {
        assertThat(result).isInstanceOf(Accepted.class);
        Accepted accepted = (Accepted) result;
        assertThat(accepted.refused()).as("refused recipients").isEmpty();
        return accepted;
    }

    Rejected assertRefused(EmailMessage message) {
        Rejected rejected = assertRejected(message, FailureReason.UNSUPPORTED);
        assertThat(rejected.failure().exceeded()).as("what is exceeded").isPresent();
        return rejected;
    }

    Rejected assertRejected(EmailMessage message, FailureReason reason) {
        List<MessageId> before = receivedIds();
        Rejected rejected = assertRejected(port().send(message), reason);
        assertThat(receivedIds()).as("messages at the far side").isEqualTo(before);
        return rejected;
    }

    static Rejected assertRejected(SendResult result, FailureReason reason) {
        assertThat(result).isInstanceOf(Rejected.class);
        assertThat(result.problem().map(Failure::reason)).contains(reason);
        return (Rejected) result;
    }
}
