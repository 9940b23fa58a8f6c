package io.tidings.benchmarks;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks and prints what a message costs us and our peers. Times are compared by the {@link CpuProfiler}.
 *
 * <p>Takes the options of JMH's own command line, such as a part of a benchmark's name. Ends with exit code 1 if a run
 * fails or a {@link Limit} is broken; on a busy machine, run it again before you believe that.
 */
final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) throws CommandLineOptionException, RunnerException {
        Options options = new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .addProfiler(RoundTripProfiler.class)
                .shouldFailOnError(true)
                // Else a thread that waits for a connection all along counts as if it had begun at the end.
                .syncIterations(false)
                .build();
        Report report = Report.of(new Runner(options).run());
        System.out.println();
        System.out.print(report);
        if (!report.withinLimits()) {
            System.err.println("A limit is broken.");
            System.exit(1);
        }
    }
}
