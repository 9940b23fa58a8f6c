package io.tidings.promises;

import io.tidings.NotificationListener;
import io.tidings.SendReport;
import io.tidings.delivery.DeliveryEvent;
import io.tidings.email.Attempt;
import io.tidings.email.MessageId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects all that comes out of Tidings while it is open: log lines, listener calls, and what the test hands it. */
final class LeakScan extends Handler implements NotificationListener, AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> output = new CopyOnWriteArrayList<>();

    LeakScan() {
        setLevel(Level.ALL);
        ROOT.addHandler(this);
    }

    /** Everything that came out and has the word in it, in any case. */
    List<String> linesWith(String word) {
        return output.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    int size() {
        return output.size();
    }

    void add(Object seen) {
        output.add(String.valueOf(seen));
    }

    /** With message, causes and everything else that a log would show. */
    void addThrown(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        output.add(text.toString());
    }

    @Override
    public void publish(LogRecord record) {
        add(record.getLoggerName() + " " + record.getMessage());
        if (record.getThrown() != null) {
            addThrown(record.getThrown());
        }
    }

    @Override
    public void attempted(MessageId id, String template, Attempt attempt) {
        add(id + template + attempt);
    }

    @Override
    public void accepted(SendReport report) {
        add(report);
    }

    @Override
    public void deferred(SendReport report) {
        add(report);
    }

    @Override
    public void rejected(SendReport report) {
        add(report);
    }

    @Override
    public void unconfirmed(SendReport report) {
        add(report);
    }

    @Override
    public void event(DeliveryEvent event) {
        add(event);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
