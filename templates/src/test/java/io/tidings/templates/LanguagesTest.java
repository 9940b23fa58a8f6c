package io.tidings.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.error.TemplateException;
import io.tidings.template.TemplateId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguagesTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Locale MEXICAN = Locale.forLanguageTag("es-MX");

    @TempDir
    Path root;

    @Test
    void theMostSpecificFileWins() {
        Folder folder = Folder.note(root, "none").with("note/text_es.ftl", "es").with("note/text_es_MX.ftl", "es_MX");

        assertThat(folder.text(Map.of(), MEXICAN)).isEqualTo("es_MX");
        assertThat(folder.text(Map.of(), Locale.forLanguageTag("es-AR"))).isEqualTo("es");
        assertThat(folder.text(Map.of(), SPANISH)).isEqualTo("es");
        assertThat(folder.text(Map.of(), Locale.FRENCH)).isEqualTo("none");
    }

    @Test
    void theDefaultLanguagesFileWinsOverTheOneWithoutALanguage() {
        Folder folder = Folder.note(root, "none").with("note/text_en.ftl", "en");

        assertThat(folder.text(Map.of(), Locale.FRENCH)).isEqualTo("en");
        assertThat(folder.text(Map.of(), Locale.ROOT)).isEqualTo("en");
    }

    @Test
    void theRootLocaleAsksForTheConfiguredDefault() {
        Folder folder = Folder.note(root, "none").with("note/text_es.ftl", "${day}");

        assertThat(folder.port(MEXICAN, false)
                        .render(Folder.NOTE, Map.of("day", LocalDate.of(2026, 3, 3)), Locale.ROOT, ZoneOffset.UTC)
                        .text())
                .contains("3 de marzo de 2026");
    }

    @Test
    void scriptsAreToldApart() {
        Folder folder = Folder.note(root, "none")
                .with("note/text_zh_Hant.ftl", "Hant")
                .with("note/text_zh_CN.ftl", "CN")
                .with("note/text_zh.ftl", "zh");

        assertThat(folder.text(Map.of(), Locale.forLanguageTag("zh-Hant-TW"))).isEqualTo("Hant");
        assertThat(folder.text(Map.of(), Locale.forLanguageTag("zh-Hans-CN"))).isEqualTo("CN");
        assertThat(folder.text(Map.of(), Locale.forLanguageTag("zh-Hans-SG"))).isEqualTo("zh");
    }

    @Test
    void variantsAndExtensionsDoNotMatterForWhichFileIsFound() {
        Folder folder = Folder.note(root, "none").with("note/text_es.ftl", "es");

        assertThat(folder.text(Map.of(), Locale.forLanguageTag("es-u-nu-latn"))).isEqualTo("es");
        assertThat(folder.text(Map.of(), Locale.forLanguageTag("es-ES-valencia")))
                .isEqualTo("es");
    }

    @Test
    void valuesAreWrittenInTheReadersLocaleIfTheTextIsInTheirLanguage() {
        Folder folder = Folder.note(root, "${n}").with("note/text_es.ftl", "${n}");
        Map<String, Object> model = Map.of("n", 1234567);

        assertThat(folder.text(model, SPANISH)).isEqualTo("1.234.567");
        assertThat(folder.text(model, MEXICAN)).isEqualTo("1,234,567");
    }

    @Test
    void aTextInAnotherLanguageKeepsItsOwnMonthNames() {
        Folder folder = Folder.note(root, "${day}").with("note/subject_es.ftl", "${day}");
        Map<String, Object> model = Map.of("day", LocalDate.of(2026, 3, 3));

        assertThat(folder.render(model, SPANISH).subject()).isEqualTo("3 de marzo de 2026");
        assertThat(folder.text(model, SPANISH)).isEqualTo("March 3, 2026");
    }

    @Test
    void filesWithoutALanguageAreInTheDefaultLanguage() {
        Folder folder = Folder.note(root, "${day} ${.lang}");
        Map<String, Object> model = Map.of("day", LocalDate.of(2026, 3, 3));

        assertThat(folder.port(SPANISH, false)
                        .render(Folder.NOTE, model, Locale.ENGLISH, ZoneOffset.UTC)
                        .text())
                .contains("3 de marzo de 2026 es");
    }

    @Test
    void whatIsIncludedIsInTheLanguageOfWhatIncludesIt() {
        Folder folder = Folder.note(root, "<#include '/words.ftl'>")
                .with("note/text_es.ftl", "<#include '/words.ftl'>")
                .with("words.ftl", "Regards")
                .with("words_es.ftl", "Saludos")
                .with("words_fr.ftl", "Salutations");

        assertThat(folder.text(Map.of(), MEXICAN)).isEqualTo("Saludos");
        assertThat(folder.text(Map.of(), Locale.FRENCH)).isEqualTo("Regards");
    }

    @Test
    void withoutATextFileTheTextIsMadeFromTheHtml() {
        Folder folder = new Folder(root).with("note/subject.ftl", "S").with("note/html.ftlh", "<p>hello</p>");

        assertThat(folder.render(Map.of(), Locale.ROOT).html()).contains("<p>hello</p>");
        assertThat(folder.render(Map.of(), Locale.ROOT).text().orElseThrow().strip())
                .isEqualTo("hello");
    }

    @Test
    void aMissingSubjectNamesEveryPlaceThatWasLookedIn() {
        FreeMarkerTemplatePort port =
                new Folder(root).with("note/html.ftlh", "<p>hello</p>").port();

        assertThatThrownBy(() -> port.render(Folder.NOTE, Map.of(), MEXICAN, ZoneOffset.UTC))
                .isInstanceOf(TemplateException.class)
                .hasMessage("Template note: it has no subject; looked in tidings.templates.directory and under "
                        + "tidings/templates/ on the class path for note/subject_es_MX.ftl, note/subject_es.ftl, "
                        + "note/subject_en.ftl, note/subject.ftl");
    }

    @Test
    void withoutAnyBodyThereIsNoMessage() {
        FreeMarkerTemplatePort port =
                new Folder(root).with("note/subject.ftl", "S").port();

        assertThatThrownBy(() -> port.render(Folder.NOTE, Map.of(), Locale.ROOT, ZoneOffset.UTC))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("it has no body")
                .hasMessageContaining("note/html_en.ftlh, note/html.ftlh, note/text_en.ftl, note/text.ftl")
                .hasMessageNotContaining(root.toString());
    }

    @Test
    void knowsWhichTemplatesThereAreInWhateverLanguage() {
        FreeMarkerTemplatePort port = new Folder(root)
                .with("note/subject.ftl", "S")
                .with("welsh/subject_cy.ftl", "S")
                .with("welsh/text_cy.ftl", "T")
                .with("mexican/subject_es_MX.ftl", "S")
                .with("mexican/text_es_MX.ftl", "T")
                .port();

        assertThat(List.of("note", "welsh", "mexican", "data-submitted", "nothing"))
                .map(id -> port.has(new TemplateId(id)))
                .containsExactly(false, true, true, true, false);
    }
}
