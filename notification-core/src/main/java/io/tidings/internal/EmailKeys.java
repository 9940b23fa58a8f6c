package io.tidings.internal;

import io.tidings.email.EmailAddress;
import io.tidings.spi.SettingKey;
import java.util.List;

/** The keys that hold for every adapter. */
public final class EmailKeys {

    /** Which adapter sends. */
    public static final SettingKey<String> ADAPTER = SettingKey.text(
            "tidings.email.adapter",
            "The adapter that sends, by its name. May be left out if exactly one is on the class path.");

    /** The author of all messages. */
    public static final SettingKey<EmailAddress> FROM =
            SettingKey.address("tidings.email.from", "The author of every message that names no other.");

    /** Where answers go. */
    public static final SettingKey<List<EmailAddress>> REPLY_TO = SettingKey.address(
                    "tidings.email.reply-to", "Where answers go, if a message says nothing else.")
            .list()
            .orElse(List.of());

    /** Who may be written to. */
    public static final SettingKey<List<String>> ALLOWED_RECIPIENTS = SettingKey.text(
                    "tidings.email.allowed-recipients",
                    "Patterns such as jane@example.gov, *@example.gov or *.example.gov; nobody else is written to.")
            .list()
            .orElse(List.of());

    /** Who gets everything instead. */
    public static final SettingKey<EmailAddress> REDIRECT_TO =
            SettingKey.address("tidings.email.redirect-to", "Gets every message instead of its recipients.");

    private EmailKeys() {}

    /** All of them. */
    public static List<SettingKey<?>> all() {
        return List.of(ADAPTER, FROM, REPLY_TO, ALLOWED_RECIPIENTS, REDIRECT_TO);
    }
}
