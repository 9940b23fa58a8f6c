package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.options.Annotations;
import io.tidings.email.Capabilities;
import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import io.tidings.mime.MimeWriter;
import io.tidings.testkit.Messages;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reports",
                "two words",
                "a,b;c",
                "\"quoted\"",
                "back\\slash\\",
                "Größe 数据",
                "=?utf-8?q?Not_encoded?=",
                "{\"a\": 1}",
                "a=b; c=d",
                "100%",
                "a+b"
            })
    void tagsAndValuesComeBackAsTheyWere(String text) throws Exception {
        EmailMessage message = Messages.message()
                .tags(text, "other", text)
                .metadata(Map.of("case", text, "case.office_1-a", "Illinois"))
                .build();

        assertThat(AnnotationReader.tags(header(message, AnnotationHeaders.TAGS)))
                .isEqualTo(message.tags());
        assertThat(AnnotationReader.metadata(header(message, AnnotationHeaders.METADATA)))
                .isEqualTo(message.metadata());
    }

    @Test
    void asMuchAsTheLimitsAllowFits() throws Exception {
        String tag = "\"".repeat(255);
        Map<String, String> metadata = IntStream.range(0, 100)
                .boxed()
                .collect(Collectors.toMap(i -> String.format("k%03d", i), i -> "\u00fc".repeat(8)));
        EmailMessage message = Messages.message()
                .tags(IntStream.range(0, 10).mapToObj(i -> tag).toArray(String[]::new))
                .metadata(metadata)
                .build();

        assertThat(AnnotationHeaders.capabilities(Capabilities.unlimited(), Annotations.HEADERS)
                        .exceededBy(message, Instant.EPOCH))
                .isEmpty();
        assertThat(AnnotationReader.tags(header(message, AnnotationHeaders.TAGS)))
                .isEqualTo(message.tags());
        assertThat(AnnotationReader.metadata(header(message, AnnotationHeaders.METADATA)))
                .isEqualTo(metadata);
    }

    @Test
    void theHeadersOfTheMessageStay() {
        EmailMessage message = Messages.message()
                .headers(new Header("X-Case", "4711"))
                .tags("reports")
                .build();

        assertThat(AnnotationHeaders.apply(message, Annotations.HEADERS).headers())
                .isEqualTo(List.of(new Header("X-Case", "4711"), new Header("Keywords", "\"reports\"")));
        assertThat(AnnotationHeaders.apply(message, Annotations.OMIT)).isEqualTo(message);
    }

    private static String header(EmailMessage message, String name) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        new MimeWriter(InstantSource.system()).write(AnnotationHeaders.apply(message, Annotations.HEADERS), octets);
        MimeMessage parsed =
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets.toByteArray()));
        return MimeUtility.decodeText(MimeUtility.unfold(parsed.getHeader(name, null)));
    }
}
