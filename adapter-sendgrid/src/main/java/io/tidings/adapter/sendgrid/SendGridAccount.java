package io.tidings.adapter.sendgrid;

import io.tidings.adapter.sendgrid.account.AccountCheck;
import io.tidings.adapter.sendgrid.account.AccountReport;
import io.tidings.adapter.sendgrid.http.HttpTransport;
import io.tidings.email.EmailAddress;
import java.util.Objects;

/**
 * An account with SendGrid, as a sender uses it. Sends no mail. Immutable, thread-safe.
 *
 * <p>Its check asks for the key's permissions, for <a
 * href="https://www.twilio.com/docs/sendgrid/api-reference/domain-authentication">authenticated domains</a>, which it
 * has SendGrid validate again, and for verified senders. For more than the first, the key needs {@code whitelabel.read}
 * and {@code whitelabel.update}; without them the report says what could not be seen.
 */
public final class SendGridAccount {

    private final SendGridConfig config;
    private final EmailAddress sender;

    /**
     * An account, not yet asked.
     *
     * @param config as for the adapter
     * @param sender from whom mail is to be sent
     */
    public SendGridAccount(SendGridConfig config, EmailAddress sender) {
        this.config = Objects.requireNonNull(config, "config");
        this.sender = Objects.requireNonNull(sender, "sender");
    }

    /**
     * Looks whether the account can send. Never throws for what it finds; takes three requests at most, each within the
     * configured limits of time.
     *
     * @return a report that a person can read, each finding with what to do
     */
    public AccountReport check() {
        try (HttpTransport transport = new HttpTransport(SdkRequests.options(config))) {
            return new AccountCheck(transport, sender).run();
        }
    }

    /** The sender, masked. */
    @Override
    public String toString() {
        return "SendGridAccount[" + sender + "]";
    }
}
