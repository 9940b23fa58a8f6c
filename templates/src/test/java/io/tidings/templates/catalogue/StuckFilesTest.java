package io.tidings.templates.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notification;
import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StuckFilesTest {

    private static final Rendering RENDERING = Rendering.neutral();

    @ParameterizedTest
    @CsvSource({
        "PT0S, en, less than a minute ago",
        "PT59S, en, less than a minute ago",
        "PT1M, en, 1 minute ago",
        "PT2M59S, en, 2 minutes ago",
        "PT1H, en, 1 hour ago",
        "PT2H1M, en, 2 hours and 1 minute ago",
        "PT1H59M, en, 1 hour and 59 minutes ago",
        "P1D, en, 1 day ago",
        "P1DT59M, en, 1 day ago",
        "P2DT1H30M, en, 2 days and 1 hour ago",
        "P1000DT23H, en, '1,000 days and 23 hours ago'",
        "PT59S, es, hace menos de un minuto",
        "PT1M, es, hace 1 minuto",
        "PT2M, es, hace 2 minutos",
        "PT1H, es, hace 1 hora",
        "PT2H1M, es, hace 2 horas y 1 minuto",
        "P1D, es, hace 1 día",
        "P2DT1H, es, hace 2 días y 1 hora",
        "P1DT2H, es, hace 1 día y 2 horas",
    })
    void theAgeIsSaidInWords(Duration age, String language, String words) {
        Notification stuck = new StuckFiles(List.of(Samples.file("Ohio", "Aggregate Data", age)));

        assertThat(RENDERING.html(stuck, language).select("td").eachText())
                .anyMatch(cell -> cell.endsWith(" " + words));
        assertThat(RENDERING.text(stuck, language)).contains(", " + words + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0, en, No submitted files are stuck",
        "1, en, 1 submitted file is stuck",
        "2, en, 2 submitted files are stuck",
        "500, en, 500 submitted files are stuck",
        "0, es, Ningún archivo enviado está atascado",
        "1, es, 1 archivo enviado está atascado",
        "2, es, 2 archivos enviados están atascados",
        "500, es, 500 archivos enviados están atascados",
    })
    void theSubjectAndTheTitleSayHowMany(int files, String language, String subject) {
        Notification stuck = Samples.stuck(files, "Ohio");

        assertThat(RENDERING.subject(stuck, language)).isEqualTo(subject);
        assertThat(RENDERING.html(stuck, language).title()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource({
        "0, en, 0, All files that were submitted",
        "1, en, 1, This file was submitted",
        "2, en, 2, These files were submitted",
        "20, en, 20, These files were submitted",
        "21, en, 20, and 1 more file",
        "22, en, 20, and 2 more files",
        "500, en, 20, and 480 more files",
        "10000, en, 20, 'and 9,980 more files'",
        "0, es, 0, Todos los archivos que se enviaron",
        "1, es, 1, Este archivo se envió",
        "2, es, 2, Estos archivos se enviaron",
        "21, es, 20, y 1 archivo más",
        "500, es, 20, y 480 archivos más",
    })
    void theFirstTwentyAreShownAndTheOthersCounted(int files, String language, int shown, String words) {
        Notification stuck = Samples.stuck(files, "Ohio");
        Document html = RENDERING.html(stuck, language);
        String text = RENDERING.text(stuck, language);
        List<String> links = html.select("td a[href*=/files/]").eachAttr("href");

        assertThat(links).hasSize(shown).isEqualTo(linksOfTheFirst(shown, files));
        assertThat(text.lines().map(String::strip).filter(line -> line.contains("/files/")))
                .isEqualTo(links);
        assertThat(html.text()).contains(words);
        assertThat(text).contains(words);
        assertThat(html.text().contains(" more file") || html.text().contains(" más"))
                .isEqualTo(files > 20);
    }

    private static List<String> linksOfTheFirst(int shown, int files) {
        return Samples.stuck(files, "Ohio").files().subList(0, shown).stream()
                .map(file -> file.link().toString())
                .toList();
    }

    @Test
    void eachFileHasARowOfItsOwn() {
        Document html = RENDERING.html(Samples.typical().get(10), "en");

        assertThat(html.select("th").eachText()).containsExactly("Organization", "File", "Submitted");
        assertThat(html.select("table:has(> thead) tbody tr"))
                .extracting(row -> row.text())
                .containsExactly(
                        "Ohio Active Case Data fiscal year 2026 March 3, 2026, 9:15 AM EST 2 days and 3 hours ago",
                        "Illinois Aggregate Data fiscal year 2026 March 3, 2026, 9:15 AM EST 1 hour and 1 minute ago");
    }
}
