package io.tidings.email;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidings.error.InvalidArgumentException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects a refusal that names the field. */
final class Invalid {

    private Invalid() {}

    static void assertRefused(String field, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(call)
                .satisfies(e ->
                        org.assertj.core.api.Assertions.assertThat(e.field()).isEqualTo(field))
                .withMessageStartingWith(field + " ");
    }
}
