package io.tidings.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tidings.email.EmailMessage;
import io.tidings.email.Header;
import io.tidings.testkit.Arrival;
import io.tidings.testkit.MessageGenerator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every message, over 3,000 messages of every shape, script and size. */
class MimeWriterPropertyTest {

    private static final int MESSAGES = 50;
    private static final Pattern BARE = Pattern.compile("\r(?!\n)|(?<!\r)\n");
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?utf-8\\?[BQ]\\?[!-~]*?\\?=");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMessageIsReadAsItWasMeant(long seed) {
        MessageGenerator generator = new MessageGenerator(seed);
        check(seed, generator::next);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aHarshMessageIsReadAsItWasMeant(long seed) {
        HarshGenerator generator = new HarshGenerator(seed);
        check(seed, generator::next);
    }

    private static void check(long seed, Supplier<EmailMessage> messages) {
        for (int i = 0; i < MESSAGES; i++) {
            EmailMessage message = messages.get();
            assertThatCode(() -> check(message))
                    .as("message %d of seed %d", i, seed)
                    .doesNotThrowAnyException();
        }
    }

    private static void check(EmailMessage message) throws Exception {
        Wire wire = Wire.of(message);
        Arrival.assertSame(message, AngusReader.read(wire.octets(), message));
        Arrival.assertSame(message, Mime4jReader.read(wire.octets(), message));
        assertThat(Wire.of(message)).isEqualTo(wire);
        EncodedMessage encoded = new MimeWriter(InstantSource.fixed(Wire.NOW)).encode(message);
        assertThat(encoded.size()).isEqualTo(wire.octets().length);
        assertThat(wire.fieldNames()).isEqualTo(fieldNames(message));
        assertLines(wire);
        assertThat(wire.text().chars().allMatch(c -> c < 0x7f && c != 0))
                .as("is ASCII")
                .isEqualTo(!isShownInUtf8(message));
    }

    /** No more than these: nothing became a header by itself. */
    private static List<String> fieldNames(EmailMessage message) {
        List<String> names = new ArrayList<>(List.of("Date", "From"));
        if (!message.replyTo().isEmpty()) {
            names.add("Reply-To");
        }
        names.add("To");
        if (!message.cc().isEmpty()) {
            names.add("Cc");
        }
        names.addAll(List.of("Subject", "Message-ID", "Auto-Submitted"));
        message.headers().stream().map(Header::name).forEach(names::add);
        names.addAll(List.of("MIME-Version", "Content-Type"));
        if (message.attachments().isEmpty()
                && (message.text().isEmpty() || message.html().isEmpty())) {
            names.add("Content-Transfer-Encoding");
        }
        return names;
    }

    private static void assertLines(Wire wire) {
        assertThat(BARE.matcher(wire.text()).find()).as("bare CR or LF").isFalse();
        assertThat(wire.text()).endsWith("\r\n");
        assertThat(wire.longestLine()).isLessThanOrEqualTo(998);
        assertThat(List.of(wire.header().split("\r\n"))).allSatisfy(line -> {
            assertThat(line).isNotBlank().doesNotEndWith(" ");
            List<String> words =
                    ENCODED_WORD.matcher(line).results().map(MatchResult::group).toList();
            assertThat(words).allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(75));
            // In characters, while no line may have more than so many octets.
            int length = new String(line.getBytes(ISO_8859_1), UTF_8).length();
            assertThat(words.isEmpty() || length <= 76).as("line of %d", length).isTrue();
        });
    }

    private static boolean isShownInUtf8(EmailMessage message) {
        return new MimeWriter(InstantSource.fixed(Wire.NOW)).encode(message).needsSmtpUtf8();
    }
}
