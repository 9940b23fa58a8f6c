package io.tidings.adapter.sendgrid;

import io.tidings.adapter.sendgrid.SendGridConfig.TimeLimits;
import io.tidings.testkit.sendgrid.SendGridSimulator;
import java.time.Duration;

/** Configurations of adapters for tests. */
final class Adapters {

    private Adapters() {}

    static SendGridConfig config(SendGridSimulator simulator) {
        return SendGridConfig.of(simulator.apiKey()).withBaseUrl(simulator.baseUrl());
    }

    /** With a patience that fits a test of silence. */
    static SendGridConfig impatient(SendGridSimulator simulator) {
        Duration patient = Duration.ofSeconds(20);
        return config(simulator).withTimeLimits(new TimeLimits(patient, Duration.ofMillis(300), patient, patient));
    }
}
