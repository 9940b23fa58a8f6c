package io.tidings.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.template.TemplateId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    private static final String EVERYTHING = """
            <#import "/layout/base.ftlh" as mail>
            <@mail.page title="A title" preheader="A preheader">
            <@mail.hello name="محمد"/>
            <@mail.paragraph>A <strong>paragraph</strong>, <@mail.link href="https://example.gov/a" label="a link"/></@>
            <@mail.list><@mail.item>One</@><@mail.item>Two</@></@mail.list>
            <@mail.details><@mail.detail label="A name">Ohio (1).</@></@mail.details>
            <@mail.table headings=["A", "B"]><@mail.row><@mail.cell>1</@><@mail.cell>محمد (1)</@></@mail.row></@mail.table>
            <@mail.button href="https://example.gov/b" label="A button"/>
            </@mail.page>
            """;

    @TempDir
    Path root;

    private Folder folder;

    @BeforeEach
    void writeAMessageWithOneOfEach() {
        folder = Folder.note(root, "text").with("note/html.ftlh", EVERYTHING);
    }

    @Test
    void aStyleSheetIsShortAndOnlyAdds() {
        Document html = Jsoup.parse(render(Map.of(), "en"));

        assertThat(html.select("style")).hasSize(1);
        assertThat(html.selectFirst("style").data().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(1500);
        assertThat(html.select("head meta[name*=color-scheme]").eachAttr("content"))
                .containsExactly("light dark", "light dark");
    }

    @Test
    void outlookComGetsTheSameDarkMode() {
        List<String> rules = Jsoup.parse(render(Map.of(), "en"))
                .selectFirst("style")
                .data()
                .lines()
                .toList();
        List<String> dark = rules.stream().filter(rule -> rule.matches("\\..*")).toList();

        assertThat(dark).hasSizeGreaterThan(5);
        assertThat(rules.stream().filter(rule -> rule.startsWith("[data-ogsc] ")))
                .containsExactlyElementsOf(
                        dark.stream().map(rule -> "[data-ogsc] " + rule).toList());
    }

    @Test
    void everyTextHasItsFontNearBy() {
        Document html = Jsoup.parse(render(Map.of(), "en"));

        assertThat(html.body().select("td, th, h1")).allSatisfy(element -> {
            if (!element.ownText().isBlank()) {
                assertThat(element.attr("style")).contains("font:", "Arial");
            }
        });
        assertThat(html.select("p, li"))
                .allSatisfy(element ->
                        assertThat(element.closest("td").attr("style")).contains("font:"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyBrandCanBeRead(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            String primary = String.format("#%06x", random.nextInt(0x1000000));
            String html = render(Map.of("primary-colour", primary, "support-address", "help@example.gov"), "en");
            List<Painted.Text> texts = new ArrayList<>(Painted.light(html).texts());
            texts.addAll(Painted.dark(html).texts());

            assertThat(texts).hasSizeGreaterThan(30).allSatisfy(text -> assertThat(text.contrast())
                    .as("seed %d, %s: %s", seed, primary, text)
                    .isGreaterThanOrEqualTo(4.5));
        }
    }

    @Test
    void nightIsDark() {
        String html = render(Map.of(), "en");

        assertThat(ground(Painted.light(html))).isEqualTo("#ffffff");
        assertThat(ground(Painted.dark(html))).isEqualTo("#1c2229");
    }

    private static String ground(Painted painted) {
        return painted.texts().stream()
                .filter(text -> text.tag().equals("h1"))
                .findFirst()
                .orElseThrow()
                .ground();
    }

    @Test
    void anInboxShowsThePreheaderAndNothingOfTheBody() {
        Element first = Jsoup.parse(render(Map.of(), "en")).body().child(0);

        assertThat(first.attr("style")).startsWith("display:none;").contains("mso-hide:all");
        assertThat(first.wholeText()).matches("A preheader(\u034f\u200c\u00a0){40,60}");
    }

    @Test
    void outlookOnWindowsGetsATableOf600Pixels() {
        List<String> comments = new ArrayList<>();
        Jsoup.parse(render(Map.of(), "en")).forEachNode(node -> {
            if (node instanceof Comment comment) {
                comments.add(comment.getData());
            }
        });

        assertThat(comments).hasSize(3).allMatch(comment -> comment.matches("\\[if mso\\]>.*<!\\[endif\\]"));
        assertThat(comments.get(1)).contains("width=\"600\"").endsWith("<tr><td><![endif]");
        assertThat(comments.get(2)).contains("></td></tr></table><");
    }

    @Test
    void aButtonIsAColouredAndPaddedCell() {
        Element button = Jsoup.parse(render(Map.of("primary-colour", "#ffbe2e"), "en"))
                .selectFirst("a[href=https://example.gov/b]");

        assertThat(button.attr("style")).contains("padding:12px 24px;", "text-decoration:none;", "color:#000000;");
        assertThat(button.parent().attr("bgcolor")).isEqualTo("#ffbe2e");
        assertThat(button.parent().attr("style"))
                .contains("background-color:#ffbe2e;", "border:2px solid #1b4b82;", "mso-padding-alt:12px 24px;");
    }

    @Test
    void tablesAreForLayoutOrHaveHeadings() {
        Document html = Jsoup.parse(render(Map.of(), "en"));
        List<Element> data = html.select("table:not([role])");

        assertThat(data).hasSize(2);
        assertThat(data).allSatisfy(table -> {
            assertThat(table.select("th[scope=col], th[scope=row]")).isNotEmpty();
            assertThat(table.select("th:not([scope])")).isEmpty();
        });
        assertThat(html.select("table[role]"))
                .allSatisfy(table -> assertThat(table.attr("role")).isEqualTo("presentation"));
        assertThat(html.select("h1").eachText()).containsExactly(html.title()).containsExactly("A title");
    }

    @Test
    void onlyTheLogoIsLoadedAndItHasAName() {
        Map<String, String> brand = Map.of("logo-url", "https://example.gov/logo.png", "portal-name", "Grants");
        Document html = Jsoup.parse(render(brand, "en"));

        assertThat(html.select("[src], [background], link, script")).containsExactlyElementsOf(html.select("img"));
        assertThat(html.selectFirst("img").attr("src")).isEqualTo("https://example.gov/logo.png");
        assertThat(html.selectFirst("img").attr("alt")).isEqualTo("Grants");
        assertThat(html.selectFirst("img").attr("style"))
                .as("a wide logo keeps its shape on a phone")
                .contains("height:auto;", "max-height:40px;", "width:auto;", "max-width:100%;");
        assertThat(html.outerHtml()).doesNotContain("http:", "url(", "@import");
        assertThat(Jsoup.parse(render(Map.of(), "en")).select("img")).isEmpty();
    }

    @Test
    void helpIsOfferedIfThereIsAnAddress() {
        assertThat(render(Map.of("support-address", "help@example.gov"), "en"))
                .contains("Questions? Write to", "mailto:help@example.gov");
        assertThat(render(Map.of(), "en")).doesNotContain("Questions", "mailto:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
    void someLanguagesRunFromRightToLeft(String language) {
        folder.with("note/html_" + language + ".ftlh", EVERYTHING);

        assertSides(render(Map.of(), language), language, "rtl", "right", "left");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "tr", "zh"})
    void othersRunFromLeftToRight(String language) {
        folder.with("note/html_" + language + ".ftlh", EVERYTHING);

        assertSides(render(Map.of(), language), language, "ltr", "left", "right");
    }

    private static void assertSides(String source, String language, String direction, String start, String end) {
        Document html = Jsoup.parse(source);

        assertThat(List.of(html.selectFirst("html"), html.selectFirst("table")))
                .as("some programs drop the root")
                .allSatisfy(element -> {
                    assertThat(element.attr("lang")).isEqualTo(language);
                    assertThat(element.attr("dir")).isEqualTo(direction);
                });
        assertThat(html.select("[align]").not("[align=center]").eachAttr("align"))
                .hasSizeGreaterThan(8)
                .containsOnly(start);
        assertThat(html.selectFirst("ul").attr("style")).contains("margin-" + start + ":24px;padding:0;");
        assertThat(html.selectFirst("th[scope=row]").attr("style")).contains("padding-" + end + ":12px;");
    }

    @Test
    void anArabicMessageIsArabicThroughout() {
        folder.with(
                        "layout/words_ar.ftl",
                        "<#assign greeting='مرحبا' help='اكتب إلى' automatic='رسالة تلقائية' status={}>")
                .with("note/html_ar.ftlh", """
                        <#import "/layout/base.ftlh" as mail>
                        <@mail.page title="تمت الموافقة" preheader="يمكنك الدخول.">
                        <@mail.hello name="Jane (Ohio)"/>
                        <@mail.button href="https://example.gov" label="الدخول"/>
                        </@mail.page>
                        """);
        Document html = Jsoup.parse(render(Map.of("support-address", "help@example.gov"), "ar-EG"));

        assertThat(html.selectFirst("html").attr("lang")).isEqualTo("ar");
        assertThat(html.body().text())
                .contains("تمت الموافقة", "مرحبا Jane (Ohio)", "الدخول", "اكتب إلى help@example.gov", "رسالة تلقائية")
                .doesNotContain("Hello", "receive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void valuesOfTheOtherDirectionStandApart(String language) {
        folder.with("note/html_ar.ftlh", EVERYTHING);
        Document html = Jsoup.parse(render(Map.of("support-address", "help@example.gov"), language));

        for (String value : List.of("محمد", "Ohio (1).", "محمد (1)", "help@example.gov", "Data Portal", "a link")) {
            assertThat(html.body().select(":matchesOwn(^" + Pattern.quote(value) + "$)"))
                    .as(value)
                    .isNotEmpty()
                    .allSatisfy(element -> assertThat(element.attr("dir")).isEqualTo("auto"));
        }
    }

    @Test
    void aSmallMessageIsSmall() {
        Map<String, Object> model = Map.of("firstName", "Ana", "role", "Data Analyst", "organisation", "Ohio");

        assertThat(FreeMarkerTemplatePort.create()
                        .render(new TemplateId("access-request-approved"), model, Locale.ENGLISH, ZoneOffset.UTC)
                        .html()
                        .orElseThrow()
                        .getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(8 * 1024);
    }

    @Test
    void theGuideSaysWhatThereIs() throws IOException {
        String base = Files.readString(Path.of("src/main/resources/tidings/templates/layout/base.ftlh"));
        List<String> macros = Pattern.compile("<#macro ([^>]+)>")
                .matcher(base)
                .results()
                .map(macro -> macro.group(1))
                .filter(macro -> !macro.equals("spaced"))
                .toList();
        String guide = Files.readString(Path.of("../docs/templates.md"));

        assertThat(macros).hasSize(13).allSatisfy(macro -> assertThat(guide).contains("`" + macro + "`"));
    }

    private String render(Map<String, String> brand, String language) {
        return new FreeMarkerTemplatePort(new FreeMarkerConfig(Optional.of(root), Locale.ENGLISH, false, brand))
                .render(Folder.NOTE, Map.of(), Locale.forLanguageTag(language), ZoneOffset.UTC)
                .html()
                .orElseThrow();
    }
}
