package io.tidings.examples;

import io.tidings.Notifier;
import io.tidings.Receipt;
import io.tidings.Recipient;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.email.EmailAddress;
import io.tidings.templates.FreeMarkerTemplatePort;
import io.tidings.templates.catalogue.AccessRequestApproved;

/** The code of the README, which a test compares with it. */
final class FirstMessage {

    private FirstMessage() {}

    static Receipt send() {
        // spotless:off
        // README begins
        try (Notifier notifier = Notifier.builder()
                .emailPort(new InMemoryEmailAdapter())
                .templatePort(FreeMarkerTemplatePort.create())
                .from(EmailAddress.of("no-reply@portal.example.gov", "Data Portal"))
                .build()) {
            Receipt receipt = notifier.send(
                    new AccessRequestApproved("Jane", "Data Analyst", "Illinois"),
                    Recipient.of("jane@example.gov"));
            return receipt; // accepted, deferred, rejected or unconfirmed: never silence
        }
        // README ends
        // spotless:on
    }
}
