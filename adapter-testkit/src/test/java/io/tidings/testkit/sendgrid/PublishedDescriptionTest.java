package io.tidings.testkit.sendgrid;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Skipped unless SendGrid's description lies beside the checkout, or where a property says. */
class PublishedDescriptionTest {

    private static final Path FILE =
            Path.of(System.getProperty("testkit.sendgrid.description", "../../shared/sendgrid/tsg_mail_v3.json"));

    private static PublishedDescription description() throws IOException {
        Assumptions.assumeTrue(Files.exists(FILE), () -> "SendGrid's description is not at " + FILE);
        return PublishedDescription.read(FILE);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("from", "required", Mails.mail("from", null)),
                arguments("/subject", "minLength", Mails.mail("subject", "")),
                arguments(
                        "/categories",
                        "maxItems",
                        Mails.mail("categories", List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"))),
                arguments("/categories", "uniqueItems", Mails.mail("categories", List.of("1", "1"))),
                arguments("/custom_args", "type", Mails.mail("custom_args", "text")),
                arguments(
                        "/personalizations/0/to/0",
                        "required",
                        Mails.mail("personalizations", List.of(Map.of("to", List.of(Map.of("name", "Jane")))))),
                arguments(
                        "/attachments/0/disposition",
                        "enum",
                        Mails.mail(
                                "attachments",
                                List.of(Map.of("content", "YQ==", "filename", "a", "disposition", "x")))),
                arguments("/send_at", "type", Mails.mail("send_at", "1")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void findsWhatIsWrong(String where, String keyword, Map<String, Object> mail) throws IOException {
        PublishedDescription description = description();
        mail.values().removeIf(value -> value == null);

        assertThatThrownBy(() -> description.accept(Json.write(mail)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(where.startsWith("/") ? where + ": " + keyword : keyword);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.tidings.testkit.sendgrid.RefusingTest#accepted")
    void findsNothingWrongInWhatTheSimulatorAccepts(String what, Map<String, Object> mail) throws IOException {
        PublishedDescription description = description();

        assertThatCode(() -> description.accept(Json.write(mail))).doesNotThrowAnyException();
    }

    @Test
    void takesNoOtherFileForIt(@TempDir Path directory) throws IOException {
        Path other = Files.writeString(directory.resolve("other.json"), "{}");

        assertThatThrownBy(() -> PublishedDescription.read(other)).isInstanceOf(IOException.class);
    }
}
