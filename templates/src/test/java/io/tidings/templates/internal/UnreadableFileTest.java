package io.tidings.templates.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class UnreadableFileTest {

    @Test
    void whatTheSystemSaysOfAFileIsNotRepeated() {
        assertThat(Failures.of("note/text.ftl", new IOException("/home/secret")))
                .hasMessageContaining("note/text.ftl")
                .hasMessageContaining("the file could not be read")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
