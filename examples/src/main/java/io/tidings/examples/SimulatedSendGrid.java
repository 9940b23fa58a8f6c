package io.tidings.examples;

import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.Secret;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import io.tidings.testkit.sendgrid.SendGridSimulatorBuilder;
import io.tidings.testkit.sendgrid.webhook.EventWebhook;
import io.tidings.testkit.sendgrid.webhook.WebhookEvent;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SendGrid in this process, at the port and with the key that the settings name, or else with its own. */
final class SimulatedSendGrid implements LocalFarSide {

    private static final Pattern LOCAL = Pattern.compile("http://127\\.0\\.0\\.1:(\\d{1,5})/?");

    private static final SettingKey<Integer> PORT = SettingKey.of(
            "tidings.sendgrid.base-url", "a URI", "Where the simulator listens.", SimulatedSendGrid::port);
    private static final SettingKey<Secret> API_KEY =
            SettingKey.secret("tidings.sendgrid.api-key", "The key that the simulator takes.");

    private final SendGridSimulator simulator;
    private final EventWebhook reports;
    private final Optional<String> otherKeys;

    private SimulatedSendGrid(SendGridSimulator simulator, Optional<String> otherKeys) {
        this.simulator = simulator;
        this.otherKeys = otherKeys;
        this.reports = EventWebhook.of(simulator)
                .next(WebhookEvent.processed(), WebhookEvent.delivered(), WebhookEvent.openedByMachine())
                .next(
                        WebhookEvent.processed(),
                        WebhookEvent.bounced("5.1.1", "550 5.1.1 no such user", "Invalid Address"))
                .next(WebhookEvent.processed(), WebhookEvent.deferred("452 4.2.2 mailbox full"));
    }

    /** @throws java.io.UncheckedIOException if the port cannot be had */
    static SimulatedSendGrid start(Settings settings) {
        SendGridSimulatorBuilder builder = SendGridSimulator.builder();
        settings.find(PORT).ifPresent(builder::port);
        settings.find(API_KEY).map(Secret::reveal).ifPresent(builder::apiKey);
        return new SimulatedSendGrid(builder.start(), settings.find(WebhookServer.PUBLIC_KEYS));
    }

    private static int port(String baseUrl) {
        Matcher local = LOCAL.matcher(baseUrl);
        if (!local.matches() || Integer.parseInt(local.group(1)) > 65_535) {
            throw new InvalidArgumentException("base-url", "must be http://127.0.0.1:PORT for the simulator");
        }
        return Integer.parseInt(local.group(1));
    }

    @Override
    public String adapter() {
        return "sendgrid";
    }

    @Override
    public Map<String, String> whereItIs() {
        return Map.of(
                "tidings.sendgrid.base-url",
                simulator.baseUrl().toString(),
                "tidings.sendgrid.api-key",
                simulator.apiKey(),
                "tidings.sendgrid.webhook.public-keys",
                otherKeys.map(keys -> keys + ",").orElse("") + reports.publicKey());
    }

    /** The second message bounces and the third waits; the others are delivered. */
    @Override
    public void tellWhatBecame(URI webhook) {
        reports.to(webhook).deliver();
    }

    @Override
    public String report() {
        return "Simulated SendGrid at " + simulator.baseUrl() + ": "
                + simulator.mails().size() + " messages in "
                + simulator.requests().size() + " requests";
    }

    @Override
    public void close() {
        simulator.close();
    }
}
