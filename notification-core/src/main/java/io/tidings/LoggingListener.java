package io.tidings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One line for each outcome. */
final class LoggingListener implements NotificationListener {

    private static final Logger LOG = LoggerFactory.getLogger("io.tidings.sends");

    @Override
    public void accepted(SendReport report) {
        log(Level.INFO, "accepted", report);
    }

    @Override
    public void deferred(SendReport report) {
        log(Level.WARN, "deferred", report);
    }

    @Override
    public void rejected(SendReport report) {
        log(Level.WARN, "rejected", report);
    }

    @Override
    public void unconfirmed(SendReport report) {
        log(Level.WARN, "unconfirmed", report);
    }

    private static void log(Level level, String result, SendReport report) {
        LOG.atLevel(level)
                .log(
                        "{} id={} template={} adapter={} verdict={} reason={} refused={} ms={}",
                        result,
                        report.id(),
                        report.template().isEmpty() ? "-" : report.template(),
                        report.provider().orElse("-"),
                        report.failure()
                                .map(failure -> failure.verdict().name())
                                .orElse("-"),
                        report.failure().map(failure -> failure.reason().name()).orElse("-"),
                        report.refused(),
                        report.took().toMillis());
    }
}
