package io.tidings.examples.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notifier;
import io.tidings.Receipt;
import io.tidings.Recipient;
import io.tidings.adapter.inmemory.InMemoryEmailAdapter;
import io.tidings.email.Accepted;
import io.tidings.templates.catalogue.AccessRequestApproved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the tests of all containers expect. */
final class Wired {

    private Wired() {}

    static Receipt send(Notifier notifier) {
        return notifier.send(
                new AccessRequestApproved("Jane", "Data Analyst", "Illinois"), Recipient.of("jane@example.gov"));
    }

    static void assertSends(Notifier notifier) {
        assertThat(send(notifier).result()).isInstanceOf(Accepted.class);
    }

    static void assertSends(Notifier notifier, InMemoryEmailAdapter adapter) {
        assertSends(notifier);
        assertThat(adapter.mailbox().messages()).hasSize(1);
    }

    /** The page has, word for word, what the container's test marks. */
    static void assertShown(String container) throws IOException {
        Path test = Path.of("src/test/java/io/tidings/examples/wiring", container + "WiringTest.java");
        String source = Files.readString(test);
        int begin = source.indexOf('\n', source.indexOf("// Page begins")) + 1;
        String shown = source.substring(begin, source.lastIndexOf("    // Page ends"))
                .stripTrailing()
                .stripIndent();

        assertThat(Files.readString(Path.of("..", "docs", "containers.md"))).contains("```java\n" + shown + "\n```");
    }
}
