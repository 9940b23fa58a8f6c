package io.tidings.testkit.sendgrid.rules;

import io.tidings.email.EmailAddress;
import io.tidings.error.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who may be named, and how often. */
final class AddressRules {

    private static final String EXAMPLE =
            "e.g. {\"email\": \"example@example.com\"} or {\"email\": \"example@example.com\", \"name\": \"Example Recipient\"}";
    private static final int MAX_REPLY_TO = 1_000;

    private AddressRules() {}

    static void checkFrom(Node mail, List<Problem> problems) {
        mail.object("from")
                .ifPresentOrElse(
                        from -> checkMailbox(from, problems),
                        () -> problems.add(mail.problem(
                                "from.email",
                                "The from object must be provided for every email send. It is an object that requires"
                                        + " the email parameter, but may also contain a name parameter. "
                                        + EXAMPLE)));
    }

    static void checkReplyTo(Node mail, List<Problem> problems) {
        mail.object("reply_to").ifPresent(replyTo -> checkMailbox(replyTo, problems));
        List<Node> several = mail.objects("reply_to_list");
        several.forEach(replyTo -> checkMailbox(replyTo, problems));
        if (mail.has("reply_to") && mail.has("reply_to_list")) {
            problems.add(mail.problem("reply_to_list", "Only one of reply_to and reply_to_list can be used."));
        }
        if (mail.has("reply_to_list") && (several.isEmpty() || several.size() > MAX_REPLY_TO)) {
            problems.add(mail.problem(
                    "reply_to_list", "The reply_to_list array, when used, must have 1 to 1000 email objects."));
        }
        Set<String> seen = new HashSet<>();
        if (!several.stream().allMatch(replyTo -> seen.add(key(replyTo)))) {
            problems.add(mail.problem("reply_to_list", "Each email address in reply_to_list should be unique."));
        }
    }

    /** Those of a personalization; an address counts in any case. */
    static void checkRecipients(Node personalization, List<Problem> problems) {
        if (personalization.objects("to").isEmpty()) {
            problems.add(personalization.problem(
                    "to",
                    "The to array is required for all personalization objects, and must have at least one email object"
                            + " with a valid email address."));
        }
        Set<String> seen = new HashSet<>();
        boolean unique = true;
        for (String role : List.of("to", "cc", "bcc")) {
            List<Node> recipients = personalization.objects(role);
            if (personalization.has(role) && recipients.isEmpty() && !role.equals("to")) {
                problems.add(personalization.problem(
                        role,
                        "The " + role + " array, when used, must at least have an email parameter with a valid email"
                                + " address and it may also contain a name parameter. " + EXAMPLE));
            }
            for (Node recipient : recipients) {
                checkMailbox(recipient, problems);
                if (unique && !seen.add(key(recipient))) {
                    unique = false;
                    problems.add(duplicate(personalization, recipient, role));
                }
            }
        }
    }

    private static Problem duplicate(Node personalization, Node recipient, String role) {
        String path = personalization.path().substring(0, personalization.path().length() - 1);
        return new Problem(
                "Each email address in the personalization block should be unique between to, cc, and bcc. We found"
                        + " the first duplicate instance of ["
                        + recipient.text("email").orElse("") + "] in the "
                        + path + "." + role + " field.",
                path,
                Problem.at("recipient-errors", "").help());
    }

    private static String key(Node mailbox) {
        return mailbox.text("email").orElse("").toLowerCase(Locale.ROOT);
    }

    static void checkMailbox(Node mailbox, List<Problem> problems) {
        if (!isAddress(mailbox.text("email").orElse(""))) {
            problems.add(mailbox.problem("email", "Does not contain a valid address."));
        } else if (!isName(mailbox.text("name").orElse(""))) {
            problems.add(mailbox.problem("name", "The name cannot contain CRLF characters."));
        }
    }

    private static boolean isName(String text) {
        try {
            EmailAddress.of("name@example.com", text);
            return true;
        } catch (InvalidArgumentException e) {
            return false;
        }
    }

    private static boolean isAddress(String text) {
        try {
            EmailAddress.of(text);
            return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
        } catch (InvalidArgumentException e) {
            return false;
        }
    }
}
