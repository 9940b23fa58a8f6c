package io.tidings.adapter.inmemory;

import static io.tidings.adapter.inmemory.TestMessages.file;
import static io.tidings.adapter.inmemory.TestMessages.generated;
import static io.tidings.adapter.inmemory.TestMessages.message;
import static io.tidings.adapter.inmemory.TestMessages.octet;

import io.tidings.email.Accepted;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailMessage;
import io.tidings.email.SendResult;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends big attachments in a process with a small heap; run by {@link SmallHeapTest}. */
public final class SmallHeapMain {

    private static final long SIZE = 25L << 20;

    private SmallHeapMain() {}

    /** @param args a file to make and to attach */
    public static void main(String[] args) throws IOException {
        Path report = Path.of(args[0]);
        try (InputStream bytes = generated(SIZE).open()) {
            Files.copy(new BufferedInputStream(bytes), report);
        }
        try (InMemoryEmailAdapter adapter = new InMemoryEmailAdapter()) {
            for (int i = 0; i < 4; i++) {
                EmailMessage message = message(file("report.bin", ContentSource.of(report)));
                SendResult result = adapter.send(message);
                require(result instanceof Accepted, "accepted");
            }
            for (ReceivedEmail email : adapter.mailbox().messages()) {
                requireContent(email.attachments().get(0).content());
            }
        }
        System.out.println("OK");
    }

    private static void requireContent(ContentSource content) throws IOException {
        try (InputStream in = new BufferedInputStream(content.openChecked())) {
            long index = 0;
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                require(octet == octet(index++), "the same octets");
            }
            require(index == SIZE, "all octets");
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("Not " + what);
        }
    }
}
