package io.tidings.templates.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notification;
import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateId;
import io.tidings.template.TemplateModel;
import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.FreeMarkerTemplatePort;
import io.tidings.templates.catalogue.Samples.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue without its text files: what the layout says in HTML can be read in the text that is made from it. */
class DerivedCatalogueTest {

    private static final List<String> FILES = List.of("subject.ftl", "subject_es.ftl", "html.ftlh", "html_es.ftlh");

    @TempDir
    static Path root;

    private static FreeMarkerTemplatePort port;

    @BeforeAll
    static void copyAllButTheTexts() throws IOException {
        for (Notification notification : Samples.typical()) {
            Path folder =
                    Files.createDirectories(root.resolve(copyOf(notification).value()));
            for (String file : FILES) {
                try (InputStream shipped = DerivedCatalogueTest.class.getResourceAsStream(
                        "/tidings/templates/" + notification.template() + "/" + file)) {
                    Files.copy(shipped, folder.resolve(file));
                }
            }
        }
        Map<String, String> brand = Map.of("support-address", "help@portal.example.gov");
        port = new FreeMarkerTemplatePort(new FreeMarkerConfig(Optional.of(root), Locale.ENGLISH, false, brand));
    }

    private static TemplateId copyOf(Notification notification) {
        return new TemplateId("textless-" + notification.template());
    }

    private static RenderedTemplate render(Sample sample, String language) {
        Notification notification = sample.notification();
        return port.render(
                copyOf(notification), TemplateModel.of(notification), Locale.forLanguageTag(language), ZoneOffset.UTC);
    }

    static Stream<Arguments> everything() {
        return Samples.all().stream().flatMap(sample -> Stream.of("en", "es").map(lang -> Arguments.of(sample, lang)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everyWordIsThereInItsOrder(Sample sample, String language) {
        RenderedTemplate rendered = render(sample, language);
        String text = withoutBlanks(rendered.text().orElseThrow());
        Document html = shown(rendered);
        assertThat(html.select("th").eachText())
                .allSatisfy(heading -> assertThat(text).contains(withoutBlanks(heading)));
        html.select("thead").remove();
        int at = 0;
        for (String words : words(html)) {
            int found = text.indexOf(words, at);
            assertThat(found).as("%s, at %d", words, at).isNotNegative();
            at = found + words.length();
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everyLinkIsWhole(Sample sample, String language) {
        RenderedTemplate rendered = render(sample, language);

        assertThat(shown(rendered).select("a").eachAttr("href"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(rendered.text().orElseThrow()).contains(link.replace("mailto:", "")));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everyRowAndItemBeginsALine(Sample sample, String language) {
        RenderedTemplate rendered = render(sample, language);
        List<String> starts = shown(rendered).select("tbody > tr > :first-child, li").stream()
                .filter(element -> element.closest("table").attr("role").isEmpty() || element.nameIs("li"))
                .map(element -> (element.nameIs("li") ? "* " : "") + beginning(element.text()))
                .toList();

        assertThat(Set.copyOf(starts))
                .allSatisfy(start -> assertThat(rendered.text().orElseThrow().lines())
                        .filteredOn(line -> line.startsWith(start) || line.contains(": " + start))
                        .hasSizeGreaterThanOrEqualTo(Collections.frequency(starts, start)));
    }

    /** As much as stands on one line. */
    private static String beginning(String text) {
        String word = text.split(" ", 2)[0];
        return word.substring(0, word.offsetByCodePoints(0, Math.min(10, word.codePointCount(0, word.length()))));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void itIsLaidOutAsAPersonWould(Sample sample, String language) {
        RenderedTemplate rendered = render(sample, language);
        String text = rendered.text().orElseThrow();

        CatalogueTest.assertLaidOut(text);
        assertThat(text).startsWith("Data Portal\n\n").doesNotContain("\u034f", "\u00a0");
        assertThat(text.lines()).hasSizeGreaterThan(5);
    }

    private static Document shown(RenderedTemplate rendered) {
        Document html = Jsoup.parse(rendered.html().orElseThrow());
        html.select("head, [style*=display:none]").remove();
        return html;
    }

    private static List<String> words(Document html) {
        return html.body()
                .nodeStream(TextNode.class)
                .map(node -> withoutBlanks(node.getWholeText()))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }
}
