package io.tidings;

import io.tidings.email.EmailAddress;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;

/**
 * One person to tell. Recipients never see each other: each gets a message of their own.
 *
 * @param address where
 * @param locale in which language, and how dates and numbers are written; {@link Locale#ROOT} for the default of the
 *     templates
 * @param zone in which instants are shown
 */
public record Recipient(EmailAddress address, Locale locale, ZoneId zone) {

    public Recipient {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(zone, "zone");
    }

    /** Somebody of whom only the address is known: the templates' default language, and UTC. */
    public static Recipient of(String address) {
        return new Recipient(EmailAddress.of(address), Locale.ROOT, ZoneOffset.UTC);
    }
}
