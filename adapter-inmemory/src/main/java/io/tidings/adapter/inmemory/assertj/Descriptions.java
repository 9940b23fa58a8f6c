package io.tidings.adapter.inmemory.assertj;

import io.tidings.adapter.inmemory.ReceivedEmail;
import io.tidings.email.EmailAddress;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what arrived to the author of a test. */
final class Descriptions {

    private static final int MESSAGES = 20;

    private Descriptions() {}

    /** One line for each message, up to a limit. */
    static String of(List<ReceivedEmail> emails) {
        if (emails.isEmpty()) {
            return "  (nothing arrived)";
        }
        String lines = emails.stream().limit(MESSAGES).map(Descriptions::of).collect(Collectors.joining("\n"));
        return emails.size() > MESSAGES ? lines + "\n  … and " + (emails.size() - MESSAGES) + " more" : lines;
    }

    private static String of(ReceivedEmail email) {
        String template = email.message().template();
        return "  \"" + email.subject() + "\" to " + of(email.envelope())
                + (template.isEmpty() ? "" : " from template " + template);
    }

    static String of(Collection<EmailAddress> addresses) {
        return addresses.stream().map(EmailAddress::address).toList().toString();
    }
}
