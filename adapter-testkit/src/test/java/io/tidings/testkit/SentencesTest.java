package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private final Sentences sentences = new Sentences();

    @Test
    void aPromiseReadsAsASentence() {
        assertThat(sentences.generateDisplayNameForNestedClass(List.of(), EmailPortContract.BothBodiesArrive.class))
                .isEqualTo("Both bodies arrive");
    }

    @Test
    void aTestReadsAsASentence() throws NoSuchMethodException {
        assertThat(sentences.generateDisplayNameForMethod(
                        List.of(),
                        BodyPromises.class,
                        BodyPromises.class.getDeclaredMethod("htmlAndTextArriveTogether")))
                .isEqualTo("html and text arrive together");
    }
}
