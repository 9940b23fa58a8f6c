package io.tidings.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.template.TemplateId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeMarkerTemplatePortTest {

    @TempDir
    Path root;

    @Test
    void valuesAreEscapedInHtmlAndNowhereElse() {
        Folder folder = Folder.note(root, "${x}")
                .with("note/subject.ftl", "${x}")
                .with("note/html.ftlh", "<p title=\"${x}\">${x}</p>");

        var rendered = folder.render(Map.of("x", "<script>alert(\"1\")</script> & 'you'"), Locale.ENGLISH);

        assertThat(rendered.html().orElseThrow()).doesNotContain("<script", "\"1\"", "& ");
        assertThat(rendered.text()).contains("<script>alert(\"1\")</script> & 'you'");
        assertThat(rendered.subject()).isEqualTo("<script>alert(\"1\")</script> & 'you'");
    }

    @Test
    void aLanguagesHtmlIsEscapedToo() {
        Folder folder = Folder.note(root, "").with("note/html_es.ftlh", "${x}");

        assertThat(folder.render(Map.of("x", "<b>"), Locale.forLanguageTag("es-MX"))
                        .html())
                .contains("&lt;b&gt;");
    }

    @Test
    void noLineBreakInAValueBreaksTheSubject() {
        Folder folder = Folder.note(root, "").with("note/subject.ftl", "\n For ${x}\n");

        assertThat(folder.render(
                                Map.of("x", "A\r\nBcc: b@example.com\n\u2028\u0085\u000b\t\u0000  end"), Locale.ENGLISH)
                        .subject())
                .isEqualTo("For A Bcc: b@example.com end");
    }

    @Test
    void mapsAndListsKeepTheirOrder() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", List.of(2, 3));
        Folder folder = Folder.note(
                root,
                "<#list m as k, v>${k}=<#if v?is_number>${v}<#else>${v?join('+')}</#if>;</#list>"
                        + "${m?size} ${m?keys?join(' ')} ${m?values?size} ${{}?has_content?c}");

        assertThat(folder.text(Map.of("m", map))).isEqualTo("z=1;a=2+3;2 z a 2 false");
    }

    @Test
    void numbersAreWrittenForPeopleUnlessAskedForOtherwise() {
        assertThat(Folder.note(root, "${n} ${n?c} ${b?c}").text(Map.of("n", 2026, "b", true)))
                .isEqualTo("2,026 2026 true");
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        FreeMarkerTemplatePort port = FreeMarkerTemplatePort.create();
        TemplateId id = new TemplateId("account-deactivation-warning");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int n = i;
                results.add(threads.submit(() -> port.render(
                                id,
                                Map.of(
                                        "firstName",
                                        "Reader" + n,
                                        "days",
                                        3,
                                        "deactivation",
                                        Instant.parse("2026-03-03T14:15:00Z")),
                                n % 2 == 0 ? Locale.ENGLISH : Locale.forLanguageTag("es"),
                                ZoneId.of(n % 3 == 0 ? "America/New_York" : "Europe/Madrid"))
                        .text()
                        .orElseThrow()));
            }
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get())
                        .contains((i % 2 == 0 ? "Hello" : "Hola") + " Reader" + i + ",")
                        .contains(i % 2 == 0 ? "March 3, 2026" : "3 de marzo de 2026")
                        .contains(i % 3 == 0 ? "9:15" : i % 2 == 0 ? "3:15" : "15:15")
                        .contains(i % 3 == 0 ? "EST" : "CET");
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
