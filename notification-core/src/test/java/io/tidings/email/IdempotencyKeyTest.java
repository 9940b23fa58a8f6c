package io.tidings.email;

import static io.tidings.email.Invalid.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void takesUpTo255Characters() {
        assertThat(new IdempotencyKey("k".repeat(255)).value()).hasSize(255);
        assertRefused("idempotencyKey", () -> new IdempotencyKey("k".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\r\nb", "a\nb", "a\0b"})
    void refusesBlanksAndControlCharacters(String value) {
        assertRefused("idempotencyKey", () -> new IdempotencyKey(value));
    }

    @Test
    void isMasked() {
        assertThat(new IdempotencyKey("canary")).hasToString("IdempotencyKey[•••]");
    }
}
