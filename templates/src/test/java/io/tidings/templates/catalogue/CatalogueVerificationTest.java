package io.tidings.templates.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.error.TemplateProblem;
import io.tidings.template.TemplateId;
import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.verify.TemplateVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueVerificationTest {

    private static final List<Class<? extends Record>> TYPES = List.of(
            AccessRequestApproved.class,
            AccessRequestCount.class,
            AccessRequestDenied.class,
            AccessRequestSubmitted.class,
            AccountDeactivated.class,
            AccountDeactivatedAdmin.class,
            AccountDeactivationWarning.class,
            DataSubmissionFailed.class,
            DataSubmitted.class,
            StuckFiles.class,
            UpcomingSubmissionDeadline.class);
    private static final List<String> FILES =
            List.of("subject.ftl", "subject_es.ftl", "html.ftlh", "html_es.ftlh", "text.ftl", "text_es.ftl");

    @TempDir
    Path root;

    @Test
    void everyTemplateFitsItsRecord() {
        TemplateVerifier verifier = TemplateVerifier.of(FreeMarkerConfig.defaults());
        TYPES.forEach(verifier::types);

        verifier.verify();
    }

    static Stream<Arguments> everyFile() {
        return TYPES.stream().flatMap(type -> FILES.stream().map(file -> Arguments.of(type, file)));
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void aMisspeltNameIsFoundWhereItStands(Class<? extends Record> type, String part) throws IOException {
        String name = TemplateId.of(type) + "/" + part;
        String text = read(name);
        Matcher shown =
                Pattern.compile("\\$\\{([a-z]+\\.[a-z]+\\()?(?<name>[a-z])").matcher(text);
        assertThat(shown.find()).as("shows a value").isTrue();
        int at = shown.start("name");
        Files.createDirectories(root.resolve(name).getParent());
        Files.writeString(root.resolve(name), text.substring(0, at) + "x" + text.substring(at));

        List<TemplateProblem> problems = TemplateVerifier.of(
                        new FreeMarkerConfig(Optional.of(root), Locale.ENGLISH, false, Map.of()))
                .types(type)
                .problems();

        String before = text.substring(0, at);
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.template()).isEqualTo(name);
            assertThat(problem.line()).isEqualTo((int) before.lines().count() + (before.endsWith("\n") ? 1 : 0));
            assertThat(problem.column()).isEqualTo(at - before.lastIndexOf('\n'));
            assertThat(problem.problem()).contains("has no component x");
        });
    }

    private static String read(String name) throws IOException {
        try (InputStream file = CatalogueVerificationTest.class.getResourceAsStream("/tidings/templates/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
