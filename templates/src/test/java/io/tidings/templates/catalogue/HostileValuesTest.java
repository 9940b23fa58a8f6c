package io.tidings.templates.catalogue;

import static io.tidings.templates.catalogue.Rendering.LANGUAGES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notification;
import io.tidings.templates.catalogue.Samples.Values;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a value says, it is text and nothing else. */
class HostileValuesTest {

    private static final Rendering RENDERING = Rendering.neutral();
    /** In no template and in no other value. */
    private static final String HARMLESS = "Quxzy";

    static Stream<Arguments> everything() {
        int count = Samples.typical().size();
        return Stream.of(Values.values()).flatMap(values -> LANGUAGES.stream()
                .flatMap(language -> IntStream.range(0, count).mapToObj(i -> Arguments.of(values, language, i))));
    }

    static Stream<Arguments> everythingOnce() {
        return LANGUAGES.stream()
                .flatMap(language ->
                        IntStream.range(0, Samples.typical().size()).mapToObj(i -> Arguments.of(language, i)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void theHtmlHasTheSameElements(Values values, String language, int index) {
        Document html = RENDERING.html(filled(values.text(), index), language);
        Document harmless = RENDERING.html(filled(HARMLESS, index), language);

        assertThat(Rendering.tags(html)).isEqualTo(Rendering.tags(harmless));
        assertThat(html.select("a").eachAttr("href"))
                .isEqualTo(harmless.select("a").eachAttr("href"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void theHtmlSaysIt(Values values, String language, int index) {
        String value = values.text();
        Document harmless = RENDERING.html(filled(HARMLESS, index), language);
        harmless.select("table:has(> thead) tbody td, li").forEach(cell -> replace(cell, cut(value)));
        replace(harmless, value);

        assertThat(RENDERING.html(filled(value, index), language).text()).isEqualTo(harmless.text());
    }

    @ParameterizedTest
    @MethodSource("everythingOnce")
    void itStandsInADirectionOfItsOwn(String language, int index) {
        Document html = RENDERING.html(filled(HARMLESS, index), language);

        assertThat(html.body().select("[style*=display:none]").remove()).hasSize(1);
        assertThat(html.body().select(":containsOwn(" + HARMLESS + ")"))
                .allSatisfy(element ->
                        assertThat(element.attr("dir")).as(element.text()).isEqualTo("auto"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void theTextSaysIt(Values values, String language, int index) {
        String value = values.text();
        String harmless = RENDERING.text(filled(HARMLESS, index), language);

        assertThat(withoutBlanks(RENDERING.text(filled(value, index), language)))
                .isEqualTo(withoutBlanks(expected(Rendering.unwrapped(harmless), value)));
    }

    private static void replace(Element element, String value) {
        element.nodeStream(TextNode.class).forEach(text -> text.text(expected(text.getWholeText(), value)));
    }

    /** As names in tables and lists are. */
    private static String cut(String value) {
        int end = Character.isHighSurrogate(value.charAt(Math.min(value.length() - 1, 68))) ? 68 : 69;
        return value.length() <= 70 ? value : value.substring(0, end) + "…";
    }

    /** Lines break at other places if values are longer. */
    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String expected(String harmless, String value) {
        return harmless.replace(Samples.addressOf(HARMLESS), Samples.addressOf(value))
                .replace(HARMLESS, value);
    }

    private static Notification filled(String value, int index) {
        List<Notification> notifications = Samples.largest(value);
        return notifications.get(index);
    }
}
