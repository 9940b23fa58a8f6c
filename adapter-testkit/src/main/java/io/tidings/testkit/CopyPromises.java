package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Feature;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

abstract class CopyPromises extends Promise {

    private static final EmailAddress SHOWN = EmailAddress.of("colleague@example.org", "Colleague, A.");
    private static final EmailAddress HIDDEN = EmailAddress.of("auditor.hidden@example.net", "Undisclosed Auditor");
    private static final EmailAddress HIDDEN_TOO =
            EmailAddress.of("archive.hidden@example.net", "Umschlag Archivgröße");

    private static final EmailMessage COPIES = Messages.message()
            .cc(SHOWN, EmailAddress.of("second@example.org"))
            .bcc(HIDDEN, HIDDEN_TOO)
            .html("<p>Accepted.</p>")
            .build();

    CopyPromises(Callable<Rig> factory) {
        super(factory);
    }

    @Test
    void copiesAreShown() {
        sendOrRefuse(Messages.message().cc(SHOWN).build());
    }

    @Test
    void blindCopiesReachTheirRecipients() {
        sendOrRefuse(COPIES);
    }

    @Test
    void blindCopiesAreNeverDisclosed() {
        assumeCan(Feature.COPIES);
        String visible = assertArrives(COPIES).visible().toLowerCase(Locale.ROOT);

        assertThat(visible)
                .as("what a recipient could read, to be sure that it is there at all")
                .contains(Messages.RECIPIENT.address(), SHOWN.address(), "your file was accepted");
        for (EmailAddress hidden : COPIES.bcc()) {
            assertThat(visible)
                    .doesNotContain(hidden.address())
                    .doesNotContain(hidden.localPart())
                    .doesNotContain(hidden.displayName().orElseThrow().toLowerCase(Locale.ROOT));
        }
    }
}
