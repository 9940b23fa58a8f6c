package io.tidings.testkit.sendgrid.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that SendGrid checks of a mail before it accepts it, but for its size and its sender. */
public final class MailRules {

    private static final int MAX_PERSONALIZATIONS = 1_000;
    private static final int MAX_RECIPIENTS = 1_000;

    private MailRules() {}

    /**
     * What is wrong with a mail; nothing if SendGrid would accept it.
     *
     * @param request its JSON as maps, lists, texts, numbers and booleans
     * @param now from which 72 hours count
     */
    public static List<Problem> check(Map<String, ?> request, Instant now) {
        List<Problem> problems = new ArrayList<>();
        MailShape.MAIL.check("", request, problems);
        if (problems.isEmpty()) {
            check(new Node("", request), now, problems);
        }
        return problems;
    }

    private static void check(Node mail, Instant now, List<Problem> problems) {
        List<Node> personalizations = mail.objects("personalizations");
        checkNumbers(mail, personalizations, problems);
        AddressRules.checkFrom(mail, problems);
        AddressRules.checkReplyTo(mail, problems);
        ContentRules.checkSubjects(mail, personalizations, problems);
        ContentRules.checkBodies(mail, problems);
        ContentRules.checkAttachments(mail, problems);
        ArgumentRules.checkHeaders(mail, problems);
        ArgumentRules.checkCategories(mail, problems);
        ArgumentRules.checkCustomArgs(mail, personalizations, problems);
        ArgumentRules.checkSendAt(mail, now, problems);
        for (Node personalization : personalizations) {
            personalization.object("from").ifPresent(from -> AddressRules.checkMailbox(from, problems));
            AddressRules.checkRecipients(personalization, problems);
            ArgumentRules.checkHeaders(personalization, problems);
            ArgumentRules.checkSubstitutions(personalization, problems);
            ArgumentRules.checkSendAt(personalization, now, problems);
        }
        checkWhatTheAccountLacks(mail, problems);
    }

    private static void checkNumbers(Node mail, List<Node> personalizations, List<Problem> problems) {
        if (personalizations.isEmpty()) {
            problems.add(mail.problem("personalizations", "You must have at least one personalization."));
        }
        if (personalizations.size() > MAX_PERSONALIZATIONS) {
            problems.add(mail.problem(
                    "personalizations",
                    "The personalization block is limited to 1000 personalizations per API request. You have provided "
                            + personalizations.size()
                            + " personalizations. Please consider splitting this into multiple requests and resending"
                            + " your request."));
        }
        long recipients = personalizations.stream()
                .mapToLong(each -> each.objects("to").size()
                        + each.objects("cc").size()
                        + each.objects("bcc").size())
                .sum();
        if (recipients > MAX_RECIPIENTS) {
            problems.add(mail.problem(
                    "personalizations", "There is a limit of 1000 total recipients (to + cc + bcc) per request."));
        }
    }

    /** The simulated account has no templates, no groups, no pools and no batches. */
    private static void checkWhatTheAccountLacks(Node mail, List<Problem> problems) {
        mail.text("template_id")
                .ifPresent(id -> problems.add(mail.problem(
                        "template_id",
                        "The template_id must be a valid template id for your account. You provided " + id + ".")));
        mail.object("asm")
                .ifPresent(asm -> problems.add(
                        asm.problem("group_id", "The ASM group ID must be a valid Group ID on your account.")));
        mail.text("ip_pool_name")
                .ifPresent(pool -> problems.add(mail.problem(
                        "ip_pool_name",
                        "The IP Pool name must be a valid pool name for your account. You provided " + pool + ".")));
        mail.text("batch_id")
                .ifPresent(batch -> problems.add(mail.problem("batch_id", "The batch_id must be a valid batch id.")));
    }
}
