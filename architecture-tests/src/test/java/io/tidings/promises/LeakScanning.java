package io.tidings.promises;

import static io.tidings.promises.Canaries.CANARY;
import static io.tidings.promises.Canaries.COPY;
import static io.tidings.promises.Canaries.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tidings.Notification;
import io.tidings.NotificationListener;
import io.tidings.Notifier;
import io.tidings.NotifierBuilder;
import io.tidings.Recipient;
import io.tidings.SendOptions;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailPort;
import io.tidings.error.TidingsException;
import io.tidings.templates.FreeMarkerTemplatePort;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** Drives Tidings, and looks for {@link Canaries#CANARY} in all that comes out. */
abstract class LeakScanning {

    final LeakScan scan = new LeakScan();

    @AfterEach
    void close() {
        scan.close();
    }

    final void send(NotifierBuilder builder, Notification notification, SendOptions options) {
        try (Notifier notifier = builder.build()) {
            scan.add(notifier.send(notification, RECIPIENT, options));
            scan.add(notifier.sendAll(
                    notification,
                    List.of(RECIPIENT, new Recipient(COPY, Locale.ENGLISH, ZoneOffset.UTC)),
                    SendOptions.none()));
        }
        assertNothingLeaked();
    }

    /** The call must fail with an error of Tidings, which is scanned. */
    final void provoke(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(TidingsException.class);
        scan.addThrown(thrown);
    }

    final void assertNothingLeaked() {
        assertThat(scan.size()).isPositive();
        assertThat(scan.linesWith(CANARY)).isEmpty();
    }

    /** With listeners that are scanned. */
    final NotifierBuilder builder(EmailPort port) {
        return Notifier.builder()
                .emailPort(port)
                .templatePort(FreeMarkerTemplatePort.create())
                .from(EmailAddress.of("portal@example.gov", CANARY))
                .listener(scan)
                .listener(NotificationListener.logging());
    }

    static InMemoryEmailAdapter adapter() {
        return new InMemoryEmailAdapter();
    }
}
