package io.tidings.email;

import static io.tidings.email.Invalid.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Portal",
                "List-Unsubscribe",
                "In-Reply-To",
                "References",
                "X",
                "!x~",
                "Contents",
                "Resents",
                "To-Do"
            })
    void takesNamesOfTheApplicationsOwn(String name) {
        assertThat(new Header(name, "value").name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From",
                "SENDER",
                "to",
                "Cc",
                "BCC",
                "Reply-To",
                "subject",
                "Date",
                "Message-ID",
                "MIME-Version",
                "Auto-Submitted",
                "Return-Path",
                "Received",
                "DKIM-Signature",
                "Authentication-Results",
                "Delivered-To",
                "Content-Type",
                "CONTENT-TRANSFER-ENCODING",
                "content-anything",
                "Resent-To",
                "RESENT-From"
            })
    void refusesHeadersThatTheMessageItselfWrites(String name) {
        assertRefused("header name", () -> new Header(name, "value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "X Y", "X:", "X\r\nBcc", "X\n", "X\0", "X\t", "Ü", "X\u007f"})
    void refusesNamesThatAreNoHeader(String name) {
        assertRefused("header name", () -> new Header(name, "value"));
    }

    @Test
    void takesNamesOfUpTo76Characters() {
        assertThat(new Header("X".repeat(76), "value").name()).hasSize(76);
        assertRefused("header name", () -> new Header("X".repeat(77), "value"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "a\r\nBcc: b@example.com",
                "a\nb",
                "a\rb",
                "a\0b",
                "a\u0008b",
                "a\u000bb",
                "a\u001fb",
                "a\u007fb",
                "a\u009fb",
                "a\ud800"
            })
    void refusesValuesThatAreBlankOrBreakTheLine(String value) {
        assertRefused("header value", () -> new Header("X-Portal", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ü", "😀", "a\tb", "<mailto:a@example.com>", "~", "\u00a0x"})
    void takesValuesInAnyScript(String value) {
        assertThat(new Header("X-Portal", value).value()).isEqualTo(value);
    }

    @Test
    void takesValuesOfUpTo10000Characters() {
        assertThat(new Header("X-Portal", "v".repeat(10_000)).value()).hasSize(10_000);
        assertRefused("header value", () -> new Header("X-Portal", "v".repeat(10_001)));
    }

    @Test
    void showsItsNameOnly() {
        assertThat(new Header("X-Portal", "canary")).hasToString("Header[X-Portal]");
    }
}
