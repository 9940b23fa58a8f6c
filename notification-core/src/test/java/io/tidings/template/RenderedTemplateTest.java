package io.tidings.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.tidings.error.InvalidArgumentException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenderedTemplateTest {

    @Test
    void hasAtLeastOneBody() {
        assertThat(new RenderedTemplate("s", Optional.of("h"), Optional.empty()).html())
                .contains("h");
        assertThat(new RenderedTemplate("s", Optional.empty(), Optional.of("t")).text())
                .contains("t");
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> new RenderedTemplate("s", Optional.empty(), Optional.empty()));
        assertThatNullPointerException()
                .isThrownBy(() -> new RenderedTemplate(null, Optional.of("h"), Optional.of("t")));
    }

    @Test
    void showsNothing() {
        assertThat(new RenderedTemplate("canary", Optional.of("canary"), Optional.of("canary")))
                .hasToString("RenderedTemplate[•••]");
    }
}
