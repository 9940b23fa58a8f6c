package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidings.email.Attachment;
import io.tidings.email.Content;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailAddress;
import io.tidings.email.Header;
import io.tidings.error.InvalidArgumentException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Needs no rig: what could break out of a header does not get as far as a port. */
abstract class InjectionPromises {

    private static final List<String> BREAKS = List.of("\r\n", "\r", "\n", "\0");
    private static final ContentSource NOTHING = ContentSource.of(new byte[0]);

    static Stream<Arguments> fieldsAndBreaks() {
        return Stream.of(
                        new Field("address", text -> EmailAddress.of(text + "@example.org")),
                        new Field("domain", text -> EmailAddress.of("jane@" + text)),
                        new Field("display name", text -> EmailAddress.of("jane@example.org", text)),
                        new Field("subject", text -> new Content(text, Optional.empty(), Optional.of("text"))),
                        new Field("header name", text -> new Header(text, "value")),
                        new Field("header value", text -> new Header("X-Case", text)),
                        new Field("file name", text -> Attachment.of(text, "text/plain", NOTHING)),
                        new Field("content type", text -> Attachment.of("a.txt", "text/" + text, NOTHING)),
                        new Field("content id", text -> Attachment.inline(text, "a.png", "image/png", NOTHING)),
                        new Field("tag", text -> Messages.message().tags(text).build()),
                        new Field("metadata key", text -> metadata(text, "value")),
                        new Field("metadata value", text -> metadata("key", text)),
                        new Field(
                                "idempotency key",
                                text -> Messages.message().idempotencyKey(text).build()))
                .flatMap(field -> BREAKS.stream()
                        .map(text -> Arguments.argumentSet(field.name + " with " + escaped(text), field, text)));
    }

    @ParameterizedTest
    @MethodSource("fieldsAndBreaks")
    void lineBreaksAndNulAreRefusedInEveryField(Field field, String lineBreak) {
        String text = "secretive" + lineBreak + "Bcc: other@example.com";

        InvalidArgumentException thrown =
                catchThrowableOfType(InvalidArgumentException.class, () -> field.use.accept(text));

        assertThat(thrown).isNotNull();
        assertThat(thrown.getMessage()).doesNotContain("secretive", "other@example.com");
    }

    private static void metadata(String key, String value) {
        Messages.message().metadata(Map.of(key, value)).build();
    }

    private static String escaped(String text) {
        return text.replace("\r", "CR").replace("\n", "LF").replace("\0", "NUL");
    }

    record Field(String name, Consumer<String> use) {}
}
