package io.tidings.delivery;

import io.tidings.email.EmailAddress;
import java.util.Locale;

/** Who is the same person to a log or a list: providers report addresses in lower case, however they were given. */
final class Mailboxes {

    private Mailboxes() {}

    /** The address without case on both sides of the {@code @}. */
    static String key(EmailAddress address) {
        return address.address().toLowerCase(Locale.ROOT);
    }
}
