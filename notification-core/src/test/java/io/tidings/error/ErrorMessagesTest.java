package io.tidings.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorMessagesTest {

    private static final ConfigurationProblem MISSING = new ConfigurationProblem("tidings.a.key", "must be set");
    private static final ConfigurationProblem UNKNOWN = new ConfigurationProblem("tidings.a.kye", "is not known");

    static Stream<TidingsException> all() {
        return Stream.of(
                new ConfigurationException(List.of(MISSING)),
                new IdempotencyConflictException(),
                new InvalidArgumentException("subject", "must not be blank"),
                new NoSuchMessageException("aaaaaaaaaaaaaaaaaaaaaaaaaa"),
                new NotifierClosedException(),
                new StoreException("The store does not answer."),
                new TemplateException("welcome/html.ftlh", "is missing"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void haveNoCauseWhoseTextCouldComeFromOutside(TidingsException error) {
        assertThat(error).isInstanceOf(RuntimeException.class).hasNoCause();
        assertThat(error.getMessage()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("all")
    void canCrossTheBordersOfAProcess(TidingsException error) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(error);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).hasSameClassAs(error).hasToString(error.toString());
        }
    }

    @Test
    void listEveryProblemOfAConfiguration() {
        assertThat(new ConfigurationException(List.of(MISSING)))
                .hasMessage("The configuration has a problem:\n  - tidings.a.key: must be set");
        assertThat(new ConfigurationException(List.of(MISSING, UNKNOWN)))
                .hasMessage("The configuration has 2 problems:"
                        + "\n  - tidings.a.key: must be set\n  - tidings.a.kye: is not known");
    }

    @Test
    void keepTheProblemsOfAConfiguration() {
        List<ConfigurationProblem> problems = new ArrayList<>(List.of(UNKNOWN, MISSING));
        ConfigurationException error = new ConfigurationException(problems);
        problems.clear();

        assertThat(error.problems()).containsExactly(UNKNOWN, MISSING);
        assertThatThrownBy(() -> error.problems().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatExceptionOfType(InvalidArgumentException.class)
                .isThrownBy(() -> new ConfigurationException(List.of()));
        assertThatNullPointerException().isThrownBy(() -> new ConfigurationProblem(null, "text"));
        assertThatNullPointerException().isThrownBy(() -> new ConfigurationProblem("key", null));
    }

    @Test
    void nameFieldAndRule() {
        InvalidArgumentException error = new InvalidArgumentException("subject", "must not be blank");

        assertThat(error).hasMessage("subject must not be blank");
        assertThat(error.field()).isEqualTo("subject");
    }

    @Test
    void nameTemplatePositionAndExpression() {
        TemplateException error = new TemplateException("welcome/html.ftlh", "has no value", 3, 7, "user.name");

        assertThat(error).hasMessage("Template welcome/html.ftlh, line 3, column 7, at \"user.name\": has no value");
        assertThat(error.template()).isEqualTo("welcome/html.ftlh");
        assertThat(error.line()).isEqualTo(3);
        assertThat(error.column()).isEqualTo(7);
        assertThat(error.expression()).contains("user.name");
    }

    @Test
    void leaveOutPositionAndExpressionIfNotKnown() {
        TemplateException error = new TemplateException("welcome/html.ftlh", "is missing");

        assertThat(error).hasMessage("Template welcome/html.ftlh: is missing");
        assertThat(error.line()).isZero();
        assertThat(error.column()).isZero();
        assertThat(error.expression()).isEmpty();
        assertThatNullPointerException().isThrownBy(() -> new TemplateException(null, "is missing"));
        assertThatNullPointerException().isThrownBy(() -> new TemplateException("welcome", null));
    }

    @Test
    void sayWhatHappenedAndWhatToDo() {
        assertThat(new IdempotencyConflictException()).hasMessageContaining("Nothing was sent");
        assertThat(new NotifierClosedException()).hasMessageContaining("Nothing was sent");
        assertThat(new NoSuchMessageException("abc")).hasMessageContaining("abc");
        assertThat(new StoreException("It is full.")).hasMessage("It is full.");
    }
}
