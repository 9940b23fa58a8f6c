package io.tidings.email;

import static io.tidings.email.Invalid.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {

    private static final String VALID = "a".repeat(26);

    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000000000, aaaaaaaaaaaaaaaaaaaaaaaaaa",
        "ffffffffffffffffffffffffffffffff, 77777777777777777777777774",
        "000102030405060708090a0b0c0d0e0f, aaaqeayeaudaocajbifqydiob4",
        "666f6f626172666f6f626172666f6f62, mzxw6ytbojtg633cmfzgm33pmi",
        "80000000000000000000000000000001, qaaaaaaaaaaaaaaaaaaaaaaaae"
    })
    void writes128BitsAsTheRfcDoes(String hexadecimal, String base32) {
        assertThat(MessageId.of(HexFormat.of().parseHex(hexadecimal)).value()).isEqualTo(base32);
    }

    @Test
    void isNewEachTime() {
        Set<MessageId> ids = Stream.generate(MessageId::random).limit(10_000).collect(Collectors.toSet());

        assertThat(ids).hasSize(10_000).allSatisfy(id -> assertThat(id.value()).matches("[a-z2-7]{26}"));
    }

    @Test
    void drawsEveryBit() {
        for (int position = 0; position < 25; position++) {
            int at = position;
            assertThat(Stream.generate(MessageId::random)
                            .limit(1_000)
                            .map(id -> id.value().charAt(at))
                            .distinct())
                    .as("letters at %d", at)
                    .hasSizeGreaterThan(24);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "aaaaaaaaaaaaaaaaaaaaaaaaa",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "Aaaaaaaaaaaaaaaaaaaaaaaaaa",
                "1aaaaaaaaaaaaaaaaaaaaaaaaa",
                "8aaaaaaaaaaaaaaaaaaaaaaaaa",
                "aaaaaaaaaaaaaaaaaaaaaaaaab",
                "aaaaaaaaaaaaaaaaaaaaaaaaaa\n",
                "aaaaaaaaaaaaa>\r\naaaaaaaaaa"
            })
    void refusesWhatIsNot128Bits(String value) {
        assertRefused("messageId", () -> new MessageId(value));
    }

    @Test
    void becomesAHeaderInTheSendersDomain() {
        assertThat(new MessageId(VALID).headerValue(EmailAddress.of("portal@EXAMPLE.gov")))
                .isEqualTo("<" + VALID + "@example.gov>");
        assertThat(new MessageId(VALID)).hasToString(VALID);
    }
}
