package io.tidings.templates.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineWrapTest {

    private static final String SEVENTY = "seventy ".repeat(9).substring(0, 70);
    private static final String URL = "https://portal.example.gov/" + "a".repeat(80);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "short",
                "two\nlines\n",
                "-- \nThe team\n",
                "trailing  \nblanks\t\n",
                "windows\r\nlines\r\n",
                "émigré ünïcode",
                "עברית 中文 👩‍💻"
            })
    void whatFitsIsTheSameInstance(String text) {
        assertThat(LineWrap.wrap(text)).isSameAs(text);
    }

    @Test
    void seventyEightColumnsFitAndOneMoreDoesNot() {
        String fits = SEVENTY + " 1234567";

        assertThat(LineWrap.wrap(fits)).isSameAs(fits).hasSize(78);
        assertThat(LineWrap.wrap(fits + "8")).isEqualTo(SEVENTY + "\n12345678");
    }

    @Test
    void eachLineIsCountedOnItsOwn() {
        String text = (SEVENTY + "\n" + SEVENTY + "\r\n" + SEVENTY + "\r").repeat(3);

        assertThat(LineWrap.wrap(text)).isSameAs(text);
    }

    @Test
    void lineBreaksThatAreThereStay() {
        assertThat(LineWrap.wrap("a\n\n\n" + SEVENTY + " 123456789\r\nb\n-- \n"))
                .isEqualTo("a\n\n\n" + SEVENTY + "\n123456789\r\nb\n-- \n");
    }

    @Test
    void wordsThatAreTooLongStayWholeOnALineOfTheirOwn() {
        assertThat(LineWrap.wrap("See " + URL + " for more")).isEqualTo("See\n" + URL + "\nfor more");
        assertThat(LineWrap.wrap("See:\n\n" + URL + "\n")).isEqualTo("See:\n\n" + URL + "\n");
        assertThat(LineWrap.wrap("  " + URL)).isEqualTo("  " + URL);
        assertThat(LineWrap.wrap("* " + URL)).isEqualTo("* " + URL);
        assertThat(LineWrap.wrap("Link:  " + URL)).isEqualTo("Link:  " + URL);
    }

    @Test
    void blanksWithinALineStayWhereItIsNotBroken() {
        assertThat(LineWrap.wrap("a   b  c " + SEVENTY + "   tail"))
                .isEqualTo("a   b  c " + SEVENTY.substring(0, 63) + "\n" + SEVENTY.substring(64) + "   tail");
    }

    @Test
    void blanksAtTheEndOfALineThatIsTooLongGo() {
        assertThat(LineWrap.wrap(SEVENTY + " ".repeat(20) + "\nb")).isEqualTo(SEVENTY + "\nb");
        assertThat(LineWrap.wrap("a\n" + " ".repeat(100) + "\nb")).isEqualTo("a\n\nb");
    }

    @Test
    void indentationIsRepeated() {
        assertThat(LineWrap.wrap("    " + SEVENTY + " tail")).isEqualTo("    " + SEVENTY + "\n    tail");
    }

    @Test
    void indentationIsHalfOfTheLineAtMost() {
        assertThat(LineWrap.wrap(" ".repeat(60) + "some words that do not fit"))
                .isEqualTo(" ".repeat(39) + "some words that do not fit");
    }

    @Test
    void linesOfAnItemHangUnderItsText() {
        assertThat(LineWrap.wrap("* " + SEVENTY + " tail-end")).isEqualTo("* " + SEVENTY + "\n  tail-end");
        assertThat(LineWrap.wrap("- " + SEVENTY + " tail-end")).isEqualTo("- " + SEVENTY + "\n  tail-end");
        assertThat(LineWrap.wrap("  1. " + SEVENTY + " tail")).isEqualTo("  1. " + SEVENTY + "\n     tail");
        assertThat(LineWrap.wrap("* 1. " + SEVENTY + " tail")).isEqualTo("* 1. " + SEVENTY + "\n     tail");
        assertThat(LineWrap.wrap("12) " + SEVENTY + " tail")).isEqualTo("12) " + SEVENTY + "\n    tail");
    }

    @Test
    void whatOnlyLooksLikeAnItemDoesNotHang() {
        assertThat(LineWrap.wrap("1.5 " + SEVENTY + " tail")).isEqualTo("1.5 " + SEVENTY + "\ntail");
        assertThat(LineWrap.wrap("2026. " + SEVENTY + " tail")).isEqualTo("2026. " + SEVENTY + "\ntail");
        assertThat(LineWrap.wrap("*a* " + SEVENTY + " tail")).isEqualTo("*a* " + SEVENTY + "\ntail");
    }

    @Test
    void quotationMarksAreRepeated() {
        assertThat(LineWrap.wrap("> " + SEVENTY + " tail-end")).isEqualTo("> " + SEVENTY + "\n> tail-end");
        assertThat(LineWrap.wrap("> > " + SEVENTY + " tail")).isEqualTo("> > " + SEVENTY + "\n> > tail");
        assertThat(LineWrap.wrap("  > " + SEVENTY + " tail")).isEqualTo("  > " + SEVENTY + "\n  > tail");
        assertThat(LineWrap.wrap(">> * " + SEVENTY + " tail")).isEqualTo(">> * " + SEVENTY + "\n>>   tail");
    }

    @Test
    void valuesStayUnderTheirBeginning() {
        assertThat(LineWrap.wrap("Label:   " + SEVENTY))
                .isEqualTo("Label:   " + SEVENTY.substring(0, 63) + "\n         " + SEVENTY.substring(64));
        assertThat(LineWrap.wrap("Label: " + SEVENTY + " tail")).isEqualTo("Label: " + SEVENTY + "\ntail");
        assertThat(LineWrap.wrap("x".repeat(40) + ":  " + SEVENTY)).doesNotContain("\n ");
    }

    @Test
    void eastAsianTextIsBrokenBetweenCharactersOfTwoColumns() {
        assertThat(LineWrap.wrap("漢".repeat(40))).isEqualTo("漢".repeat(39) + "\n漢");
        assertThat(LineWrap.wrap("漢".repeat(39))).isEqualTo("漢".repeat(39));
    }

    @Test
    void noLineBeginsWithAFullStopOrEndsInAnOpeningBracket() {
        assertThat(LineWrap.wrap("漢".repeat(39) + "。かな")).isEqualTo("漢".repeat(38) + "\n漢。かな");
        assertThat(LineWrap.wrap("漢".repeat(38) + "（かな）")).isEqualTo("漢".repeat(38) + "\n（かな）");
    }

    @Test
    void koreanIsBrokenAtBlanks() {
        String words = "한국어".repeat(12);

        assertThat(LineWrap.wrap(words + " 한국어 끝")).isEqualTo(words + "\n한국어 끝");
    }

    @Test
    void addressesStayWholeWhateverTheyConsistOf() {
        String address = "https://example.org/" + "漢".repeat(40);

        assertThat(LineWrap.wrap("See <" + address + ">, please")).isEqualTo("See\n<" + address + ">,\nplease");
        assertThat(LineWrap.wrap("漢".repeat(30) + URL + "漢字")).isEqualTo("漢".repeat(30) + "\n" + URL + "\n漢字");
    }

    @Test
    void combiningMarksTakeNoRoom() {
        String text = "e\u0301".repeat(70) + " 1234567";

        assertThat(LineWrap.wrap(text)).isSameAs(text);
        assertThat(LineWrap.wrap(text + "8")).contains("\n12345678");
    }

    @Test
    void emojiTakeTwoColumnsAndSequencesStayWhole() {
        String family = "👩\u200d👩\u200d👧";

        assertThat(LineWrap.wrap("👍 ".repeat(26).strip())).doesNotContain("\n");
        assertThat(LineWrap.wrap("👍 ".repeat(27).strip()))
                .isEqualTo("👍 ".repeat(26).strip() + "\n👍");
        assertThat(LineWrap.wrap("a".repeat(76) + " " + family)).isEqualTo("a".repeat(76) + "\n" + family);
    }

    @Test
    void noBreakSpacesHoldTogether() {
        assertThat(LineWrap.wrap(SEVENTY + " 10\u00a0March\u00a02026"))
                .isEqualTo(SEVENTY + "\n10\u00a0March\u00a02026");
    }
}
