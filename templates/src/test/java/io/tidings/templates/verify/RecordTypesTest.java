package io.tidings.templates.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.error.TemplateProblem;
import io.tidings.template.TemplateId;
import io.tidings.templates.FreeMarkerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.MonthDay;
import java.time.OffsetTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTypesTest {

    record Branded(String brand) {}

    record Chapter(String title, List<Chapter> chapters, Optional<Chapter> next) {}

    record Counter(AtomicInteger count) {}

    record ByColour(Map<Colour, String> names) {}

    enum Colour {
        RED
    }

    record Many(
            SortedSet<String> sorted,
            Set<Colour> colours,
            Collection<BigDecimal> amounts,
            short small,
            char letter,
            OffsetTime time,
            MonthDay day,
            int[] numbers,
            Optional<Object> anything) {}

    record Choosy(int a, int b) {

        Choosy {
            if (a != 10 || b != 2026) {
                throw new IllegalArgumentException();
            }
        }
    }

    @TempDir
    Path root;

    @Test
    void aComponentMustNotBeNamedAsTheBrandIs() {
        assertThat(problems(Branded.class, "x")).contains("a component must not be named brand; rename it");
    }

    @Test
    void aRecordWithinItselfHasNoEnd() {
        assertThat(problems(Chapter.class, "${title}"))
                .contains("the type of the component chapters[] does not say what a template will see")
                .contains("the type of the component next does not say what a template will see");
    }

    @Test
    void whatNoModelCanHaveIsReported() throws IOException {
        assertThat(problems(Counter.class, "${count}"))
                .contains("the type of the component count does not say what a template will see");
        assertThat(verifier("${names?size}")
                        .type(new TemplateId("note"), ByColour.class)
                        .samples(new ByColour(Map.of(Colour.RED, "secret")))
                        .problems())
                .extracting(TemplateProblem::problem)
                .contains("the type of the component names does not say what a template will see")
                .anyMatch(problem -> problem.contains("must be a map whose keys are strings"))
                .noneMatch(problem -> problem.contains("secret"));
    }

    @Test
    void recordsOfManyTypesAreMadeUp() {
        String all = "${sorted?join(', ')} ${colours?join(', ')} ${amounts?join(', ')} ${small} ${letter} ${time}"
                + " ${day} ${numbers?join(', ')}";

        assertThat(problems(Many.class, all))
                .containsExactlyInAnyOrder(
                        "the type of the component anything does not say what a template will see",
                        "no part reads the component anything of Many: note/subject.ftl, note/text.ftl");
        assertThat(problems(Choosy.class, "${a} ${b}")).isEmpty();
    }

    @Test
    void samplesCanBeGivenBeforeTheirTemplate() throws IOException {
        assertThat(verifier("${a} ${b}")
                        .samples(new Choosy(10, 2026))
                        .type(new TemplateId("note"), Choosy.class)
                        .problems())
                .isEmpty();
    }

    private List<String> problems(Class<? extends Record> type, String text) {
        try {
            return verifier(text).type(new TemplateId("note"), type).problems().stream()
                    .map(TemplateProblem::problem)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TemplateVerifier verifier(String text) throws IOException {
        Files.createDirectories(root.resolve("note"));
        Files.writeString(root.resolve("note/subject.ftl"), "Note");
        Files.writeString(root.resolve("note/text.ftl"), text);
        return TemplateVerifier.of(new FreeMarkerConfig(Optional.of(root), Locale.ENGLISH, false, Map.of()));
    }
}
