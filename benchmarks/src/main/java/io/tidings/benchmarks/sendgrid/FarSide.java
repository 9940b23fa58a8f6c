package io.tidings.benchmarks.sendgrid;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A far side in a process of its own, so that nothing of what it does is counted. Ends with this process. */
final class FarSide implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;
    private final int port;

    private FarSide(Process process) throws IOException {
        this.process = process;
        lines = process.inputReader(StandardCharsets.UTF_8);
        port = number();
    }

    /** @param delay how long each answer takes */
    static FarSide start(Duration delay) throws IOException {
        return new FarSide(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        FarSideMain.class.getName(),
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

    int port() {
        return port;
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** How many requests it has had. */
    int requests() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return number();
    }

    @Override
    public void close() throws IOException {
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
