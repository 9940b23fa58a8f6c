package io.tidings.email;

import static io.tidings.email.Invalid.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\r\nBcc: b@example.com", "a\nb", "a\0b", "\ud800"})
    void refusesSubjectsThatAreBlankOrBreakTheLine(String subject) {
        assertRefused("subject", () -> content(subject, "html", "text"));
    }

    @Test
    void takesSubjectsOfUpTo998Characters() {
        assertThat(content("s".repeat(998), null, "text").subject()).hasSize(998);
        assertRefused("subject", () -> content("s".repeat(999), null, "text"));
    }

    @Test
    void needsABody() {
        assertThat(content("s", "html", null).text()).isEmpty();
        assertThat(content("s", null, "text").html()).isEmpty();
        assertRefused("message", () -> content("s", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n", "a\0b", "\0"})
    void refusesBodiesThatAreBlankOrHoldNul(String body) {
        assertRefused("html", () -> content("s", body, "text"));
        assertRefused("text", () -> content("s", "html", body));
    }

    @Test
    void takesBodiesOfSeveralLines() {
        assertThat(content("s", "<p>\r\n</p>", "a\nb\tc").text()).contains("a\nb\tc");
    }

    @Test
    void showsNothing() {
        assertThat(content("canary", "canary", "canary")).hasToString("Content[•••]");
    }

    private static Content content(String subject, String html, String text) {
        return new Content(subject, Optional.ofNullable(html), Optional.ofNullable(text));
    }
}
