package io.tidings.adapter.sendgrid.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.adapter.sendgrid.account.AccountApi.Reply;
import io.tidings.adapter.sendgrid.account.Finding.Level;
import io.tidings.adapter.sendgrid.account.Finding.Topic;
import io.tidings.adapter.sendgrid.http.HttpTransport;
import io.tidings.email.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Asks a server what stands in the way of sending. Behind {@code SendGridAccount.check()}, and for nobody else: it
 * changes without notice.
 */
public final class AccountCheck {

    private static final String AUTHENTICATION = "Settings > Sender Authentication";

    private final AccountApi api;
    private final EmailAddress sender;

    /**
     * @param transport to the server, with the account's key
     * @param sender from whom mail is to be sent
     */
    public AccountCheck(HttpTransport transport, EmailAddress sender) {
        this.api = new AccountApi(transport);
        this.sender = Objects.requireNonNull(sender, "sender");
    }

    /** Asks all that is needed. */
    public AccountReport run() {
        List<Finding> findings = new ArrayList<>();
        if (checkKey(api.scopes(), findings)) {
            checkSender(findings);
        }
        return new AccountReport(findings);
    }

    /** Whether it makes sense to ask for more. */
    private static boolean checkKey(Reply scopes, List<Finding> findings) {
        if (scopes.status() == 401) {
            findings.add(new Finding(
                    Topic.API_KEY,
                    Level.ERROR,
                    "The API key is not valid.",
                    "Make one under Settings > API Keys and set it as tidings.sendgrid.api-key."));
            return false;
        }
        if (!scopes.isOk() || !scopes.json().path("scopes").isArray()) {
            findings.add(new Finding(
                    Topic.SERVER,
                    Level.ERROR,
                    "The server does not say what the key may do (" + scopes.failure() + ").",
                    scopes.status() == 403
                            ? "Look under Settings > IP Access Management whether this machine may use the account."
                            : "Check tidings.sendgrid.base-url, region and proxy, and the way to the server."));
            return false;
        }
        findings.add(Finding.ok(Topic.API_KEY, "The API key is valid."));
        boolean maySend = contains(scopes.json().path("scopes"), "mail.send");
        findings.add(
                maySend
                        ? Finding.ok(Topic.PERMISSION, "The key may send mail.")
                        : new Finding(
                                Topic.PERMISSION,
                                Level.ERROR,
                                "The key may not send mail.",
                                "Give it the permission Mail Send under Settings > API Keys."));
        return true;
    }

    private static boolean contains(JsonNode array, String text) {
        return StreamSupport.stream(array.spliterator(), false)
                .anyMatch(element -> element.asText().equals(text));
    }

    private void checkSender(List<Finding> findings) {
        Reply domains = api.domains(sender);
        Optional<JsonNode> domain = api.domain(domains, sender.domain());
        if (domain.isPresent()) {
            checkDomain(domain.get(), findings);
        } else if (domains.isOk()) {
            checkSingleSender(api.verifiedSenders(), findings);
        } else {
            findings.add(new Finding(
                    Topic.SENDER_DOMAIN,
                    Level.WARNING,
                    "Whether the domain " + sender.domain() + " is authenticated cannot be seen (" + domains.failure()
                            + ").",
                    "Give the key the permission whitelabel.read, or look under " + AUTHENTICATION + "."));
        }
    }

    private void checkDomain(JsonNode domain, List<Finding> findings) {
        findings.add(Finding.ok(Topic.SENDER_DOMAIN, "The domain " + sender.domain() + " is set up."));
        Reply validation = api.validation(domain.path("id").asLong());
        JsonNode records = validation.isOk() ? validation.json().path("validation_results") : domain.path("dns");
        if (!validation.isOk()) {
            findings.add(new Finding(
                    Topic.SENDER_DOMAIN,
                    Level.WARNING,
                    "The domain could not be validated again (" + validation.failure()
                            + "); what follows is what SendGrid saw last.",
                    "Give the key the permission whitelabel.update, or validate it under " + AUTHENTICATION + "."));
        }
        findings.add(records(Topic.DKIM, records, "dkim"));
        findings.add(records(Topic.SPF, records, "spf", "mail", "subdomain"));
    }

    /** @param beginnings of the names of the records that count */
    private Finding records(Topic topic, JsonNode records, String... beginnings) {
        boolean found = false;
        boolean valid = true;
        for (Map.Entry<String, JsonNode> record : records.properties()) {
            if (List.of(beginnings).stream().anyMatch(record.getKey()::startsWith)) {
                found = true;
                valid &= record.getValue().path("valid").asBoolean();
            }
        }
        String advice = "Publish the records that " + AUTHENTICATION + " shows for " + sender.domain() + ".";
        if (!found) {
            return new Finding(topic, Level.WARNING, "SendGrid names no record for " + topic + ".", advice);
        }
        return valid
                ? Finding.ok(topic, "The records for " + topic + " are valid.")
                : new Finding(topic, Level.ERROR, "A record for " + topic + " is missing or wrong.", advice);
    }

    private void checkSingleSender(Reply senders, List<Finding> findings) {
        String authenticate = "Authenticate it under " + AUTHENTICATION + ".";
        findings.add(new Finding(
                Topic.SENDER_DOMAIN,
                Level.WARNING,
                "The domain " + sender.domain() + " is not authenticated, so that mail may be taken for spam.",
                authenticate));
        if (!senders.isOk()) {
            findings.add(new Finding(
                    Topic.SINGLE_SENDER,
                    Level.WARNING,
                    "Whether " + sender + " is verified cannot be seen (" + senders.failure() + ").",
                    "Look under " + AUTHENTICATION + "."));
            return;
        }
        Optional<JsonNode> own = StreamSupport.stream(
                        senders.json().path("results").spliterator(), false)
                .filter(each -> each.path("from_email").asText().equalsIgnoreCase(sender.address()))
                .findFirst();
        if (own.isPresent() && own.get().path("verified").asBoolean()) {
            findings.add(Finding.ok(Topic.SINGLE_SENDER, "The sender " + sender + " is verified."));
        } else {
            findings.add(new Finding(
                    Topic.SINGLE_SENDER,
                    Level.ERROR,
                    own.isPresent()
                            ? "The sender " + sender + " is not verified yet."
                            : "The account may not send from " + sender + ".",
                    own.isPresent()
                            ? "Follow the link in the mail that SendGrid sent to it, or authenticate its domain."
                            : "Authenticate its domain, or verify it as a single sender, under " + AUTHENTICATION
                                    + "."));
        }
    }
}
