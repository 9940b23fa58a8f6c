package io.tidings.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.error.TemplateException;
import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTest {

    private static final TemplateId APPROVED = new TemplateId("access-request-approved");
    private static final Map<String, Object> MODEL =
            Map.of("firstName", "Ana", "role", "Data Analyst", "organisation", "Ohio");

    @TempDir
    Path root;

    @Test
    void aFileReplacesTheShippedOneAndLeavesTheOthers() {
        Folder folder = new Folder(root).with("access-request-approved/subject.ftl", "Welcome, ${firstName}");

        RenderedTemplate rendered = render(folder.port(), Locale.ENGLISH);

        assertThat(rendered.subject()).isEqualTo("Welcome, Ana");
        assertThat(rendered.text().orElseThrow()).contains("Ohio");
    }

    @Test
    void aFileInOneLanguageLeavesTheOtherLanguages() {
        Folder folder = new Folder(root).with("access-request-approved/subject.ftl", "Welcome");

        assertThat(render(folder.port(), Locale.forLanguageTag("es")).subject())
                .isEqualTo("Se aprobó su acceso a Data Portal");
    }

    @Test
    void theLayoutCanBeReplaced() {
        Folder folder = new Folder(root)
                .with("layout/words.ftl", "<#assign greeting='Howdy' help='' automatic='From a machine.' status={}>");

        assertThat(render(folder.port(), Locale.ENGLISH).text().orElseThrow())
                .contains("Howdy Ana,")
                .contains("From a machine.");
    }

    @Test
    void aNewLanguageNeedsOnlyNewFiles() {
        Folder folder = new Folder(root)
                .with("layout/words_fr.ftl", "<#assign greeting='Bonjour' help='' automatic='' status={}>")
                .with(
                        "access-request-approved/text_fr.ftl",
                        "<#import '/layout/text.ftl' as mail><@mail.frame firstName>Bienvenue</@mail.frame>");

        assertThat(render(folder.port(), Locale.FRENCH).text().orElseThrow()).contains("Bonjour Ana,\n\nBienvenue");
    }

    @Test
    void inDevelopmentAChangeIsSeenAtTheNextRendering() throws IOException {
        Folder folder = Folder.note(root, "one").with("note/subject.ftl", "one");
        FreeMarkerTemplatePort port = folder.port(Locale.ENGLISH, true);
        assertThat(text(port)).isEqualTo("one");

        folder.with("note/text.ftl", "two");
        touch(folder.path("note/text.ftl"));

        assertThat(text(port)).isEqualTo("two");
    }

    @Test
    void inDevelopmentAFileThatAppearsReplacesTheShippedOne() {
        Folder folder = new Folder(root);
        FreeMarkerTemplatePort port = folder.port(Locale.ENGLISH, true);
        assertThat(render(port, Locale.ENGLISH).subject()).startsWith("Your access");

        folder.with("access-request-approved/subject.ftl", "Welcome");

        assertThat(render(port, Locale.ENGLISH).subject()).isEqualTo("Welcome");
    }

    @Test
    void inDevelopmentAMoreSpecificFileThatAppearsIsFound() {
        Folder folder = Folder.note(root, "one");
        FreeMarkerTemplatePort port = folder.port(Locale.ENGLISH, true);
        assertThat(text(port)).isEqualTo("one");

        folder.with("note/text_en.ftl", "en");

        assertThat(text(port)).isEqualTo("en");
    }

    @Test
    void otherwiseAFileIsReadOnce() throws IOException {
        Folder folder = Folder.note(root, "one");
        FreeMarkerTemplatePort port = folder.port(Locale.ENGLISH, false);
        assertThat(text(port)).isEqualTo("one");

        folder.with("note/text.ftl", "two");
        touch(folder.path("note/text.ftl"));

        assertThat(text(port)).isEqualTo("one");
    }

    @Test
    void aFileThatIsNotUtf8IsAnError() throws IOException {
        Folder folder = Folder.note(root, "one");
        Files.write(folder.path("note/text.ftl"), new byte[] {(byte) 0xe9, 'x'});

        assertThatThrownBy(() -> text(folder.port()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("not UTF-8 text");
    }

    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
    }

    private static String text(FreeMarkerTemplatePort port) {
        return port.render(Folder.NOTE, Map.of(), Locale.ENGLISH, ZoneOffset.UTC)
                .text()
                .orElseThrow();
    }

    private static RenderedTemplate render(FreeMarkerTemplatePort port, Locale locale) {
        return port.render(APPROVED, MODEL, locale, ZoneOffset.UTC);
    }
}
