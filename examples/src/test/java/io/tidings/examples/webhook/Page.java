package io.tidings.examples.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** docs/webhooks.md. */
final class Page {

    private Page() {}

    /** The page has, word for word, what a test of this name marks. */
    static void assertShows(Class<?> test) throws IOException {
        String source = Files.readString(
                Path.of("src/test/java", test.getPackageName().replace('.', '/'), test.getSimpleName() + ".java"));
        int begin = source.indexOf('\n', source.indexOf("// Page begins")) + 1;
        int end = source.lastIndexOf('\n', source.lastIndexOf("// Page ends"));
        String shown = source.substring(begin, end).stripTrailing().stripIndent();

        assertThat(Files.readString(Path.of("..", "docs", "webhooks.md"))).contains("```java\n" + shown + "\n```");
    }
}
