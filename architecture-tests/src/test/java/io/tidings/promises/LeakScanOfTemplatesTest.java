package io.tidings.promises;

import static io.tidings.promises.Canaries.CANARY;
import static io.tidings.promises.Canaries.NOTIFICATION;
import static io.tidings.promises.Canaries.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.Notification;
import io.tidings.Notifier;
import io.tidings.Receipt;
import io.tidings.SendOptions;
import io.tidings.email.FailureReason;
import io.tidings.spi.Settings;
import io.tidings.template.TemplateId;
import io.tidings.template.TemplateModel;
import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.FreeMarkerTemplatePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rendering says when it fails. */
class LeakScanOfTemplatesTest extends LeakScanning {

    private record Greeting(String name, int count) implements Notification {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${name?number}",
                "${name?date}",
                "${name?api.class}",
                "${name + count.x}",
                "${missing}",
                "<#stop name>",
                "<#include name>",
                "${name?eval}",
                "${name?interpret}",
                "<#list name as x></#list>",
                "${.data_model[name]}",
                "<#attempt>${name?number}<#recover>${.error}</#attempt>${name.x}",
                "${name?new()}",
                "<#setting locale=name>${missing}",
                "${name?matches('(' + name)}",
                "${name",
                "<#include '../../' + name>",
                "${('1 ' + name)?eval}",
                "${name?keep_before('')?no_such}",
            })
    void aTemplateThatFails(String source, @TempDir Path directory) throws IOException {
        Path template = Files.createDirectories(directory.resolve("greeting"));
        Files.writeString(template.resolve("subject.ftl"), "A greeting");
        Files.writeString(template.resolve("text.ftl"), source);
        FreeMarkerConfig config =
                FreeMarkerConfig.from(Settings.of(Map.of("tidings.templates.directory", directory.toString())));

        try (Notifier notifier = builder(adapter())
                .templatePort(new FreeMarkerTemplatePort(config))
                .build()) {
            Receipt receipt = notifier.send(new Greeting(CANARY, 1), RECIPIENT);
            assertThat(receipt.result().problem().orElseThrow().reason()).isEqualTo(FailureReason.TEMPLATE_FAILED);
            scan.add(receipt);
        }
        FreeMarkerTemplatePort port = new FreeMarkerTemplatePort(config);
        provoke(() -> port.render(
                new TemplateId("greeting"), TemplateModel.of(new Greeting(CANARY, 1)), Locale.ENGLISH, ZoneOffset.UTC));
        assertNothingLeaked();
    }

    @Test
    void aSubjectThatIsNone(@TempDir Path directory) throws IOException {
        Path template = Files.createDirectories(directory.resolve("greeting"));
        Files.writeString(template.resolve("subject.ftl"), "${name}\u0007");
        Files.writeString(template.resolve("text.ftl"), "text");

        send(
                builder(adapter())
                        .templatePort(new FreeMarkerTemplatePort(FreeMarkerConfig.from(
                                Settings.of(Map.of("tidings.templates.directory", directory.toString()))))),
                new Greeting(CANARY, 1),
                SendOptions.none());
    }

    @Test
    void aTemplatePortThatThrows() {
        send(builder(adapter()).templatePort(new Broken.Templates()), NOTIFICATION, SendOptions.none());
    }
}
