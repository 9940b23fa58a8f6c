package io.tidings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.Accepted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the README's first screen true. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void itsCodeIsCodeThatCompiles() throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/tidings/examples/FirstMessage.java"));
        String region = source.substring(
                source.indexOf("// README begins") + "// README begins\n".length(),
                source.lastIndexOf("        // README ends"));

        assertThat(blocks("java")).containsExactly(region.stripTrailing().stripIndent() + "\n");
    }

    @Test
    void itsCodeIsTenLines() throws IOException {
        assertThat(blocks("java").get(0).lines()).hasSize(10);
    }

    @Test
    void itsCodeSends() {
        assertThat(FirstMessage.send().result()).isInstanceOf(Accepted.class);
    }

    @Test
    void itsDependencyIsThisVersion() throws IOException {
        String version = first("<artifactId>tidings-parent</artifactId>\\s*<version>([^<]+)", ROOT.resolve("pom.xml"));

        assertThat(blocks("xml")).singleElement().satisfies(block -> assertThat(block)
                .contains("<artifactId>notification-core</artifactId>", "<version>" + version + "</version>"));
    }

    @Test
    void itHasExactlyTwoCommands() throws IOException {
        assertThat(blocks("sh"))
                .hasSize(2)
                .allSatisfy(block -> assertThat(block).startsWith("mvn ").hasLineCount(1));
        assertThat(blocks("sh").get(1)).isEqualTo("mvn -B verify\n");
    }

    @Test
    void itsTableOfModulesIsComplete() throws IOException {
        List<String> modules = all("<module>([^<]+)</module>", ROOT.resolve("pom.xml"));

        assertThat(all("(?m)^\\| `([a-z-]+)` \\|", ROOT.resolve("README.md"))).containsExactlyElementsOf(modules);
    }

    private static List<String> blocks(String language) throws IOException {
        return all("(?s)```" + language + "\n(.*?)```", ROOT.resolve("README.md"));
    }

    private static String first(String regex, Path file) throws IOException {
        return all(regex, file).get(0);
    }

    private static List<String> all(String regex, Path file) throws IOException {
        return Pattern.compile(regex)
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
