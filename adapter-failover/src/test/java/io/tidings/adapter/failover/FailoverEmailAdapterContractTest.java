package io.tidings.adapter.failover;

import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.adapter.inmemory.Mailbox;
import io.tidings.adapter.inmemory.ReceivedEmail;
import io.tidings.email.Attempt;
import io.tidings.email.Capabilities;
import io.tidings.email.Deferred;
import io.tidings.email.EmailMessage;
import io.tidings.email.EmailPort;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import io.tidings.testkit.EmailPortContract;
import io.tidings.testkit.ReceivedMessage;
import io.tidings.testkit.Rig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Every message comes to a provider whose key was revoked first. */
class FailoverEmailAdapterContractTest extends EmailPortContract {

    @Override
    protected Rig rig() {
        Mailbox mailbox = Mailbox.create();
        EmailPort second = InMemoryEmailAdapter.of(mailbox, InstantSource.system());
        FailoverEmailAdapter failover = new FailoverEmailAdapter(FailoverConfig.of(new Revoked(), second));
        return new Rig(
                failover,
                () -> mailbox.messages().stream()
                        .map(FailoverEmailAdapterContractTest::received)
                        .toList(),
                mailbox::close);
    }

    private static ReceivedMessage received(ReceivedEmail email) {
        EmailMessage message = email.message();
        try {
            String visible = message.subject() + message.html() + message.text() + message.to() + addresses(message);
            return ReceivedMessage.of(message, Set.copyOf(email.envelope()), visible);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> addresses(EmailMessage message) {
        return List.of(message.to(), message.cc()).stream()
                .flatMap(List::stream)
                .map(each -> each.address())
                .toList();
    }

    private static final class Revoked implements EmailPort {

        @Override
        public String name() {
            return "revoked";
        }

        @Override
        public Capabilities capabilities() {
            return Capabilities.unlimited();
        }

        @Override
        public SendResult send(EmailMessage message) {
            Failure failure = Failure.of(Verdict.ACCOUNT, FailureReason.AUTHENTICATION_FAILED);
            InstantSource clock = InstantSource.system();
            return new Deferred(failure, List.of(new Attempt(name(), failure, clock.instant(), Duration.ZERO)));
        }

        @Override
        public void close() {}
    }
}
