package io.tidings.benchmarks.soak;

import java.io.IOException;

/** Runs the soak and prints what it found. Ends with exit code 1 if a message was lost or sent twice. */
final class FailoverSoak {

    private FailoverSoak() {}

    /**
     * Runs it.
     *
     * @param args how many messages, and the seed of what goes wrong
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        SoakReport report = Soak.run(Long.parseLong(args[1]), Integer.parseInt(args[0]));
        System.out.print(report);
        if (!report.findings().broken().isEmpty()) {
            System.err.println("A promise is broken.");
            System.exit(1);
        }
        // Whatever a client library left running.
        System.exit(0);
    }
}
