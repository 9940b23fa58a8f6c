package io.tidings.adapter.smtplegacy.bounce;

import io.tidings.adapter.smtplegacy.bounce.clue.Addresses;
import io.tidings.adapter.smtplegacy.bounce.clue.MessageIds;
import io.tidings.adapter.smtplegacy.bounce.message.Fields;
import io.tidings.email.EmailAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells whom fields of a report are about: the address that we wrote to, as far as the report still has it. */
final class Recipients {

    private static final int MOST = 2_000;

    private final List<EmailAddress> named;
    private final Set<String> keys = new HashSet<>();
    private final boolean askedByUs;

    /**
     * @param returned the headers of the message that the report is about
     * @param report all fields of the report; with an ENVID of ours, {@code Original-Recipient} is what we gave too
     */
    Recipients(Fields returned, List<Fields> report) {
        named = returned.all("to", "cc", "bcc").stream()
                .flatMap(value -> Addresses.in(value).stream())
                .map(Addresses.Found::address)
                .limit(MOST)
                .toList();
        named.forEach(address -> keys.add(Addresses.key(address)));
        askedByUs = report.stream()
                .flatMap(fields -> fields.all("original-envelope-id").stream())
                .anyMatch(MessageIds::has);
    }

    /** Whom the returned message names as its recipients. */
    List<EmailAddress> named() {
        return named;
    }

    boolean names(EmailAddress address) {
        return keys.contains(Addresses.key(address));
    }

    /** The only recipient that the returned message names. */
    Optional<EmailAddress> onlyOne() {
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /**
     * The recipient of a group of fields. Where a mailbox forwards to another one, {@code Final-Recipient} names the
     * other one, to which we never wrote; then {@code Original-Recipient} counts (RFC 3464, 2.3.1).
     */
    Optional<EmailAddress> of(Fields group) {
        Optional<EmailAddress> last = first(group, "final-recipient", "x-actual-recipient");
        Optional<EmailAddress> original = first(group, "original-recipient", "x-original-recipient");
        boolean forwarded = original.isPresent()
                && last.isPresent()
                && (askedByUs
                        || (names(original.get()) && !names(last.get()))
                        || (!hasDot(last.get()) && !names(last.get()) && hasDot(original.get())));
        return (forwarded ? original : last.or(() -> original))
                .or(() -> local(group))
                .or(this::onlyOne);
    }

    /** Whether it can be an address in the Internet, and not the name of a store within a mail system. */
    private static boolean hasDot(EmailAddress address) {
        return address.address().lastIndexOf('.') > address.address().lastIndexOf('@');
    }

    private static Optional<EmailAddress> first(Fields group, String... names) {
        return group.all(names).stream()
                .flatMap(value -> Addresses.typed(value).stream())
                .findFirst();
    }

    /** A report may name a mailbox without its domain. */
    private Optional<EmailAddress> local(Fields group) {
        List<String> mailboxes = group.all("final-recipient", "original-recipient", "x-actual-recipient").stream()
                .map(value -> value.substring(value.indexOf(';') + 1).strip().toLowerCase(Locale.ROOT))
                .toList();
        return named.stream()
                .filter(each -> mailboxes.contains(each.localPart().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
