package io.tidings;

import io.tidings.delivery.SuppressionList;
import io.tidings.email.Capabilities;
import io.tidings.email.Deferred;
import io.tidings.email.EmailAddress;
import io.tidings.email.EmailMessage;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import io.tidings.email.Header;
import io.tidings.email.MessageRules;
import io.tidings.email.Rejected;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked before any provider is: may this message leave, to whom, and can the adapter carry it? */
final class Guards {

    /** Names, masked, those who would have got a redirected message. */
    static final String ORIGINAL_RECIPIENT = "X-Tidings-Original-Recipient";

    private static final Logger LOG = LoggerFactory.getLogger("io.tidings");
    private static final int MAX_SHOWN = 20;

    private final AllowedRecipients allowed;
    private final SuppressionList suppressions;
    private final Optional<EmailAddress> redirectTo;
    private final Capabilities capabilities;

    Guards(
            AllowedRecipients allowed,
            SuppressionList suppressions,
            Optional<EmailAddress> redirectTo,
            Capabilities capabilities) {
        this.allowed = allowed;
        this.suppressions = suppressions;
        this.redirectTo = redirectTo;
        this.capabilities = capabilities;
    }

    /** Says loudly which guards are on, since they keep people from getting mail. */
    void announce() {
        if (allowed.isOn()) {
            LOG.warn(
                    "GUARD ON: only recipients that match one of {} patterns are written to; all others are rejected",
                    allowed.size());
        }
        redirectTo.ifPresent(
                address -> LOG.warn("GUARD ON: every message goes to {} instead of its recipients", address.masked()));
    }

    /** Ends the unit if it may not leave; else it is ready to leave, redirected if need be. */
    void check(SendUnit unit, Instant now) {
        refusal(unit.original(), now).ifPresentOrElse(unit::end, () -> {
            redirectTo.ifPresent(address -> unit.redirect(redirected(unit.original(), address)));
            unsupported(unit.outgoing(), now).ifPresent(unit::end);
        });
    }

    private Optional<SendResult> unsupported(EmailMessage message, Instant now) {
        try {
            return capabilities
                    .exceededBy(message, now)
                    .map(exceeded -> new Rejected(Failure.unsupported(exceeded), List.of()));
        } catch (RuntimeException e) {
            // The application's own sources are asked for their size.
            LOG.error(
                    "An attachment of message {} threw {}",
                    message.id(),
                    e.getClass().getName());
            return Optional.of(
                    new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.UNREADABLE_ATTACHMENT), List.of()));
        }
    }

    private Optional<SendResult> refusal(EmailMessage message, Instant now) {
        if (message.expiry().isPresent() && !now.isBefore(message.expiry().get())) {
            return Optional.of(new Rejected(Failure.of(Verdict.MESSAGE, FailureReason.EXPIRED), List.of()));
        }
        return suppressed(message, address -> !allowed.allows(address)).or(() -> onSuppressionList(message));
    }

    /** A list that does not answer holds the message back: the wrong guess would be to send. */
    private Optional<SendResult> onSuppressionList(EmailMessage message) {
        try {
            return suppressed(
                    message,
                    address -> suppressions.blocking(address, message.purpose()).isPresent());
        } catch (RuntimeException e) {
            LOG.error(
                    "The suppression list threw {}; message {} is deferred",
                    e.getClass().getName(),
                    message.id());
            return Optional.of(new Deferred(Failure.of(Verdict.TRANSPORT, FailureReason.STORE_FAILED), List.of()));
        }
    }

    private static Optional<SendResult> suppressed(EmailMessage message, Predicate<EmailAddress> condition) {
        Failure failure = Failure.of(Verdict.RECIPIENT_PERMANENT, FailureReason.SUPPRESSED);
        Map<EmailAddress, Failure> refused = new LinkedHashMap<>();
        message.recipients().stream().filter(condition).forEach(address -> refused.put(address, failure));
        return refused.isEmpty() ? Optional.empty() : Optional.of(new Rejected(failure, refused, List.of()));
    }

    private EmailMessage redirected(EmailMessage message, EmailAddress address) {
        List<Header> headers = new ArrayList<>(message.headers());
        headers.removeIf(header -> header.name().equalsIgnoreCase(ORIGINAL_RECIPIENT));
        if (headers.size() < MessageRules.MAX_HEADERS && capabilities.features().contains(Feature.CUSTOM_HEADERS)) {
            headers.add(new Header(ORIGINAL_RECIPIENT, masked(message)));
        }
        return message.toBuilder()
                .to(address)
                .cc(List.of())
                .bcc(List.of())
                .withheld(Set.of())
                .headers(headers)
                .build();
    }

    /** Blind copies are not named, not even masked. */
    private static String masked(EmailMessage message) {
        List<EmailAddress> shown =
                Stream.concat(message.to().stream(), message.cc().stream()).toList();
        String names = shown.stream().limit(MAX_SHOWN).map(EmailAddress::masked).collect(Collectors.joining(", "));
        return shown.size() > MAX_SHOWN ? names + " and " + (shown.size() - MAX_SHOWN) + " more" : names;
    }
}
