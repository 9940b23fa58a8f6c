package io.tidings.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A far side in a process of its own, so that nothing of what it does is counted. Ends with this process. */
public final class FarSide implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;
    private final int port;
    private volatile int total = -1;

    private FarSide(Process process) throws IOException {
        this.process = process;
        lines = process.inputReader(StandardCharsets.UTF_8);
        port = number();
    }

    /**
     * Starts one.
     *
     * @param main prints its port, then a count for each line that it reads, and ends when its input does
     * @param delay its only argument, in milliseconds
     */
    public static FarSide start(Class<?> main, Duration delay) throws IOException {
        return new FarSide(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        Long.toString(delay.toMillis()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private int number() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the far side has ended");
        }
        return Integer.parseInt(line);
    }

    /** Where it listens on loopback. */
    public int port() {
        return port;
    }

    /** The same as a URL. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What it has counted so far, or until it ended. */
    public int count() throws IOException {
        if (total >= 0) {
            return total;
        }
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return number();
    }

    @Override
    public void close() throws IOException {
        total = count();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
