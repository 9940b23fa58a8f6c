package io.tidings.templates.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tidings.Notification;
import io.tidings.template.RenderedTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every typical message, to the letter: a change to a template shows in a diff what readers will see. */
class GoldenFilesTest {

    private static final String RENEW = "golden.renew";
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Rendering RENDERING = Rendering.branded(Map.of("support-address", "help@portal.example.gov"));

    static Stream<Arguments> messages() {
        return Samples.typical().stream()
                .flatMap(notification -> Stream.of("en", "es").map(language -> Arguments.of(notification, language)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theMessageIsTheSameAsEver(Notification notification, String language) throws IOException {
        Path directory = GOLDEN.resolve(notification.template().value()).resolve(language);
        Map<Path, String> parts = parts(directory, RENDERING.of(notification, language));
        if (Boolean.getBoolean(RENEW)) {
            renew(parts);
        }

        for (Map.Entry<Path, String> part : parts.entrySet()) {
            assertThat(Files.exists(part.getKey()) ? Files.readString(part.getKey()) : "")
                    .as(
                            "%s differs. If that is meant, renew it with -D%s=true and look at the diff.",
                            part.getKey(), RENEW)
                    .isEqualTo(part.getValue());
        }
    }

    @Test
    void noFileIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            assertThat(files.filter(Files::isRegularFile))
                    .containsExactlyInAnyOrderElementsOf(messages()
                            .map(Arguments::get)
                            .flatMap(message -> parts(
                                    GOLDEN.resolve(((Notification) message[0])
                                                    .template()
                                                    .value())
                                            .resolve((String) message[1]),
                                    RENDERING.of((Notification) message[0], (String) message[1]))
                                    .keySet()
                                    .stream())
                            .toList());
        }
    }

    private static Map<Path, String> parts(Path directory, RenderedTemplate rendered) {
        Map<Path, String> parts = new LinkedHashMap<>();
        parts.put(directory.resolve("subject.txt"), rendered.subject() + "\n");
        parts.put(directory.resolve("body.txt"), rendered.text().orElseThrow());
        parts.put(directory.resolve("body.html"), rendered.html().orElseThrow());
        return parts;
    }

    /** Never passes, so that a build that renews them cannot be mistaken for one that checks them. */
    private static void renew(Map<Path, String> parts) throws IOException {
        for (Map.Entry<Path, String> part : parts.entrySet()) {
            Files.createDirectories(part.getKey().getParent());
            Files.writeString(part.getKey(), part.getValue());
        }
        fail("renewed %s; now run the tests without -D%s", parts.keySet(), RENEW);
    }
}
