package io.tidings.email;

import static io.tidings.email.Invalid.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnhancedStatusTest {

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "4.4.7", "5.1.1", "5.999.999"})
    void readsWhatItWrites(String code) {
        assertThat(EnhancedStatus.parse(code))
                .hasValueSatisfying(status -> assertThat(status).hasToString(code));
    }

    @Test
    void tellsClassSubjectAndDetailApart() {
        assertThat(EnhancedStatus.parse("5.7.26")).contains(new EnhancedStatus(5, 7, 26));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "5.1",
                "3.1.1",
                "1.1.1",
                "6.0.0",
                "5.1.1000",
                "5.1.1 ",
                "5.1.1\n",
                "5.1.1 no",
                "٥.1.1",
                "5.-1.1"
            })
    void readsNothingElse(String text) {
        assertThat(EnhancedStatus.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 3, 6})
    void refusesOtherClasses(int statusClass) {
        assertRefused("statusClass", () -> new EnhancedStatus(statusClass, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1000})
    void refusesNumbersOfOtherThanThreeDigits(int number) {
        assertRefused("subject", () -> new EnhancedStatus(4, number, 0));
        assertRefused("detail", () -> new EnhancedStatus(4, 0, number));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999})
    void takesNumbersUpToTheirBounds(int number) {
        assertThat(new EnhancedStatus(4, number, number)).hasToString("4." + number + "." + number);
    }
}
