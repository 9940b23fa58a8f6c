package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mailbox address, with or without a display name (RFC 5321, RFC 5322; RFC 6531 for characters beyond ASCII).
 *
 * <p>The domain is kept as it goes on the wire: lower case, international names as A-labels. The local part is kept as
 * it was given, but for quotes that it does not need. Domain literals ({@code jane@[192.0.2.1]}) are not supported.
 *
 * <p>Two addresses are equal if local part (with case) and domain (without) are; the display name does not count, since
 * it does not change where the mail goes. {@link #toString()} is masked; ask for {@link #address()} where the address
 * itself is needed. Immutable.
 */
public final class EmailAddress {

    /** The longest local part, in octets of UTF-8 (RFC 5321, 4.5.3.1.1). */
    public static final int MAX_LOCAL_PART = 64;

    /** The longest address, in octets of UTF-8 (RFC 5321, 4.5.3.1.3: a path of 256 with its angle brackets). */
    public static final int MAX_ADDRESS = 254;

    /** The longest display name, in characters. */
    public static final int MAX_DISPLAY_NAME = 500;

    /** What is not even looked at: needless quotes and backslashes can at most double an address. */
    private static final int MAX_GIVEN = 2 * MAX_ADDRESS + 2;

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,;:<>@\"]");

    private final String localPart;
    private final String domain;
    private final Optional<String> displayName;

    private EmailAddress(String localPart, String domain, Optional<String> displayName) {
        this.localPart = localPart;
        this.domain = domain;
        this.displayName = displayName;
    }

    /**
     * Reads a bare address, such as {@code jane@example.gov}.
     *
     * @throws InvalidArgumentException if it is not exactly one address within the limits
     */
    public static EmailAddress of(String address) {
        int at = Objects.requireNonNull(address, "address").lastIndexOf('@');
        if (address.length() > MAX_GIVEN) {
            throw tooLong();
        }
        if (at < 0) {
            throw new InvalidArgumentException("address", "must have an @ between mailbox and domain");
        }
        String localPart = LocalPart.normalize(address.substring(0, at));
        String domain = Domain.normalize(address.substring(at + 1));
        if (localPart.getBytes(StandardCharsets.UTF_8).length + 1 + domain.length() > MAX_ADDRESS) {
            throw tooLong();
        }
        return new EmailAddress(localPart, domain, Optional.empty());
    }

    /**
     * An address with the name to show for it. The name is data: whatever it looks like, the mail goes to the address.
     *
     * @param displayName any script; no line break or other control character; blank means none
     */
    public static EmailAddress of(String address, String displayName) {
        return of(address).withDisplayName(displayName);
    }

    /**
     * Reads what a person writes into a configuration: {@code jane@example.gov}, {@code Jane Doe <jane@example.gov>} or
     * {@code "Doe, Jane" <jane@example.gov>}.
     *
     * @throws InvalidArgumentException if it is anything else, such as a list of addresses
     */
    public static EmailAddress parse(String text) {
        String trimmed = text.strip();
        int open = trimmed.lastIndexOf('<');
        if (open < 0 || !trimmed.endsWith(">")) {
            return of(trimmed);
        }
        EmailAddress address =
                of(trimmed.substring(open + 1, trimmed.length() - 1).strip());
        String name = trimmed.substring(0, open).strip();
        if (name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"")) {
            return address.withDisplayName(LocalPart.unquote(name.substring(1, name.length() - 1)));
        }
        if (NEEDS_QUOTES.matcher(name).find()) {
            throw new InvalidArgumentException("address", "must be one address; a name with , ; : < > @ needs quotes");
        }
        return address.withDisplayName(name);
    }

    private static InvalidArgumentException tooLong() {
        return new InvalidArgumentException("address", "must not be longer than " + MAX_ADDRESS + " octets");
    }

    /** This address with another display name; blank means none. */
    public EmailAddress withDisplayName(String name) {
        String checked =
                HeaderText.require("displayName", name, MAX_DISPLAY_NAME).strip();
        return new EmailAddress(localPart, domain, checked.isEmpty() ? Optional.empty() : Optional.of(checked));
    }

    /** The address as it goes on the wire, such as {@code jane@example.gov}. Personal data: not for logs. */
    public String address() {
        return localPart + "@" + domain;
    }

    /** What stands before the {@code @}, in quotes where the syntax needs them. Personal data: not for logs. */
    public String localPart() {
        return localPart;
    }

    /** What stands behind the {@code @}: lower case, A-labels. */
    public String domain() {
        return domain;
    }

    /** The name to show. Personal data: not for logs. */
    public Optional<String> displayName() {
        return displayName;
    }

    /**
     * Whether the local part has characters beyond ASCII, so that every host on the way must know SMTPUTF8 (RFC 6531).
     */
    public boolean needsSmtpUtf8() {
        for (int i = 0; i < localPart.length(); i++) {
            if (localPart.charAt(i) > 0x7e) {
                return true;
            }
        }
        return false;
    }

    /** The address for logs and tables: {@code j•••@example.gov}. */
    public String masked() {
        return localPart.substring(0, localPart.offsetByCodePoints(0, 1)) + "•••@" + domain;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress that && localPart.equals(that.localPart) && domain.equals(that.domain);
    }

    @Override
    public int hashCode() {
        return 31 * localPart.hashCode() + domain.hashCode();
    }

    /** {@link #masked()}. */
    @Override
    public String toString() {
        return masked();
    }
}
