package io.tidings.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidings.error.InvalidArgumentException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateIdTest {

    record DataSubmitted() {}

    record Welcome() {}

    record X() {}

    record HTMLReport() {}

    record ReportHTML() {}

    record NewHTMLReport() {}

    record Form1099Ready() {}

    record X509Expired() {}

    record Q1() {}

    record AToB() {}

    record ReportV2Is2Late() {}

    record lowerCase() {}

    record Snake_Case() {}

    record Änderung() {}

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of(DataSubmitted.class, "data-submitted"),
                Arguments.of(Welcome.class, "welcome"),
                Arguments.of(X.class, "x"),
                Arguments.of(HTMLReport.class, "html-report"),
                Arguments.of(ReportHTML.class, "report-html"),
                Arguments.of(NewHTMLReport.class, "new-html-report"),
                Arguments.of(Form1099Ready.class, "form1099-ready"),
                Arguments.of(X509Expired.class, "x509-expired"),
                Arguments.of(Q1.class, "q1"),
                Arguments.of(AToB.class, "a-to-b"),
                Arguments.of(ReportV2Is2Late.class, "report-v2-is2-late"),
                Arguments.of(lowerCase.class, "lower-case"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isNamedAfterItsType(Class<?> type, String id) {
        assertThat(TemplateId.of(type)).hasToString(id).isEqualTo(new TemplateId(id));
    }

    @Test
    void isNotMadeOfTypesThatHaveNoPlainName() {
        Object anonymous = new Object() {};
        for (Class<?> type : new Class<?>[] {anonymous.getClass(), Snake_Case.class, Änderung.class, int[].class}) {
            assertInvalid(() -> TemplateId.of(type));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "a-", "-a", "a--b", "A", "1a", "a b", "a_b", "a/b", "../a", "a.b", "a\n", "ä", "a-B"})
    void refusesWhatCouldNameAnythingElseThanATemplate(String value) {
        assertInvalid(() -> new TemplateId(value));
    }

    @Test
    void hasAtMost100Characters() {
        assertThat(new TemplateId("a".repeat(100)).value()).hasSize(100);
        assertInvalid(() -> new TemplateId("a".repeat(101)));
        assertInvalid(() -> new TemplateId("a-".repeat(500_000) + "a"));
    }

    private static void assertInvalid(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.field()).isEqualTo("template"));
    }
}
