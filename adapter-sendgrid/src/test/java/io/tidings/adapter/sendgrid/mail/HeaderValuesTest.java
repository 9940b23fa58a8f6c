package io.tidings.adapter.sendgrid.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValuesTest {

    private static final Pattern WORDS =
            Pattern.compile("=\\?utf-8\\?B\\?[A-Za-z0-9+/=]+\\?=( =\\?utf-8\\?B\\?[A-Za-z0-9+/=]+\\?=)*");

    @ParameterizedTest
    @ValueSource(strings = {"4711", "<mailto:a@b>, <https://c/?d=e>", "a b c", "=", "?="})
    void whatAHeaderCanHoldStaysAsItIs(String value) {
        assertThat(HeaderValues.encode(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe", "=?utf-8?q?Not_encoded?=", "two  spaces", " a", "a ", "a\tb", "\ud83d\udce8"})
    void everythingElseIsEncoded(String value) {
        assertThat(HeaderValues.encode(value)).matches(WORDS);
    }

    @Test
    void manyWordsStayAsTheyAre() {
        String words = "a ".repeat(4_999) + "a";

        assertThat(HeaderValues.encode(words)).isEqualTo(words);
    }

    @Test
    void wordsAreShortAndSplitNoCharacter() {
        String encoded = HeaderValues.encode("\ud83d\udce8ß数a".repeat(500));

        assertThat(encoded.split(" ")).hasSizeGreaterThan(100).allSatisfy(word -> {
            assertThat(word).hasSizeLessThanOrEqualTo(75);
            assertThat(new String(
                            java.util.Base64.getDecoder().decode(word.substring(10, word.length() - 2)),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("\ufffd");
        });
    }
}
