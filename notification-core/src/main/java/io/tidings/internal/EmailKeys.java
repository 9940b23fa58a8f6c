package io.tidings.internal;

import io.tidings.email.EmailAddress;
import io.tidings.spi.SettingKey;
import java.time.Duration;
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

    /** When soft bounces count as a hard one. */
    public static final SettingKey<Integer> SOFT_BOUNCES = SettingKey.integer(
                    "tidings.suppression.soft-bounces",
                    0,
                    1_000,
                    "How many messages in a row must bounce softly before their recipient is suppressed; 0 for never.")
            .orElse(5);

    /** How long history is kept. */
    public static final SettingKey<Duration> RETENTION = SettingKey.duration(
                    "tidings.delivery-log.retention",
                    Duration.ofDays(1),
                    Duration.ofDays(3_650),
                    "How long the delivery log in memory keeps a message after its last event.")
            .orElse(Duration.ofDays(90));

    private EmailKeys() {}

    /** All of them. */
    public static List<SettingKey<?>> all() {
        return List.of(ADAPTER, FROM, REPLY_TO, ALLOWED_RECIPIENTS, REDIRECT_TO, SOFT_BOUNCES, RETENTION);
    }
}
