package io.tidings.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SmallHeapTest {

    @Test
    @Timeout(120)
    void attachmentsOf25MegabytesPassThroughAHeapOf64AndLeaveNothingOnDisk(@TempDir Path directory) throws Exception {
        Path spool = Files.createDirectory(directory.resolve("spool"));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Djava.io.tmpdir=" + spool,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapMain.class.getName(),
                        directory.resolve("report.bin").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(output).hasContent("OK");
        assertThat(process.exitValue()).isZero();
        assertThat(spool).isEmptyDirectory();
    }
}
