package io.tidings.examples;

import io.tidings.spi.Settings;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** The far sides that the job starts for itself, and the settings that lead to them. */
final class FarSides implements AutoCloseable {

    private final Deque<LocalFarSide> started = new ArrayDeque<>();
    private Settings settings;

    private FarSides(Settings settings) {
        this.settings = settings;
    }

    /** Starts all of them, or none. */
    static FarSides start(List<Function<Settings, LocalFarSide>> starts, Settings settings) {
        FarSides farSides = new FarSides(settings);
        try {
            starts.forEach(farSides::start);
            return farSides;
        } catch (RuntimeException e) {
            farSides.close();
            throw e;
        }
    }

    private void start(Function<Settings, LocalFarSide> start) {
        LocalFarSide farSide = start.apply(settings);
        started.push(farSide);
        settings = farSide.joining(settings);
    }

    Settings settings() {
        return settings;
    }

    /** Each reports, to this webhook, what became of what it was sent. */
    void tellWhatBecame(URI webhook) {
        started.forEach(farSide -> farSide.tellWhatBecame(webhook));
    }

    /** How much each was sent. */
    List<String> reports() {
        List<String> reports = new ArrayList<>();
        started.descendingIterator().forEachRemaining(farSide -> reports.add(farSide.report()));
        return reports;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }
}
