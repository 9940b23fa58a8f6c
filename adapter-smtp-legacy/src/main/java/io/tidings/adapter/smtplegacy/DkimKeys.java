package io.tidings.adapter.smtplegacy;

import io.tidings.adapter.smtplegacy.dkim.DkimKey;
import io.tidings.adapter.smtplegacy.dkim.DkimOptions;
import io.tidings.error.ConfigurationProblem;
import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.Secret;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of DKIM, and how they become options. */
final class DkimKeys {

    private static final String PREFIX = "tidings.smtp-legacy.";

    private static final SettingKey<String> DOMAIN = SettingKey.of(
            PREFIX + "dkim.domain",
            "a domain name such as example.gov",
            "The domain that signs messages with DKIM.",
            DkimOptions::requireDomain);
    private static final SettingKey<String> SELECTOR = selector("dkim.selector", "The selector of the key that signs.");
    private static final SettingKey<Secret> PRIVATE_KEY =
            SettingKey.secret(PREFIX + "dkim.private-key", "The key that signs, RSA or Ed25519, in PEM.");
    private static final SettingKey<String> SECOND_SELECTOR =
            selector("dkim.second-selector", "The selector of a second key, which signs too.");
    private static final SettingKey<Secret> SECOND_PRIVATE_KEY =
            SettingKey.secret(PREFIX + "dkim.second-private-key", "A second key, in PEM, of the other algorithm.");

    static final List<SettingKey<?>> ALL = List.of(DOMAIN, SELECTOR, PRIVATE_KEY, SECOND_SELECTOR, SECOND_PRIVATE_KEY);

    private DkimKeys() {}

    private static SettingKey<String> selector(String name, String description) {
        return SettingKey.of(PREFIX + name, "a name in the DNS such as s2026", description, DkimKey::requireSelector);
    }

    /** Empty if none of them is set, or if there is a problem. */
    static Optional<DkimOptions> read(Settings settings, List<ConfigurationProblem> problems) {
        if (ALL.stream().noneMatch(key -> settings.find(key).isPresent())) {
            return Optional.empty();
        }
        int before = problems.size();
        List<DkimKey> keys = new ArrayList<>();
        requireSet(settings, DOMAIN, problems);
        addKey(settings, SELECTOR, PRIVATE_KEY, keys, problems);
        if (settings.find(SECOND_SELECTOR).isPresent()
                || settings.find(SECOND_PRIVATE_KEY).isPresent()) {
            addKey(settings, SECOND_SELECTOR, SECOND_PRIVATE_KEY, keys, problems);
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DkimOptions(settings.get(DOMAIN), keys));
        } catch (InvalidArgumentException e) {
            problems.add(new ConfigurationProblem(PREFIX + e.field(), e.getMessage()));
            return Optional.empty();
        }
    }

    private static void addKey(
            Settings settings,
            SettingKey<String> selector,
            SettingKey<Secret> privateKey,
            List<DkimKey> keys,
            List<ConfigurationProblem> problems) {
        boolean named = requireSet(settings, selector, problems);
        if (!requireSet(settings, privateKey, problems) || !named) {
            return;
        }
        try {
            keys.add(DkimKey.of(settings.get(selector), settings.get(privateKey)));
        } catch (InvalidArgumentException e) {
            problems.add(new ConfigurationProblem(privateKey.name(), e.getMessage()));
        }
    }

    private static boolean requireSet(Settings settings, SettingKey<?> key, List<ConfigurationProblem> problems) {
        boolean set = settings.find(key).isPresent();
        if (!set) {
            problems.add(new ConfigurationProblem(key.name(), "must be set to sign with DKIM"));
        }
        return set;
    }
}
