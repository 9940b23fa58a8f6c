package io.tidings.templates.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seed of a failing case is in its name. */
class LineWrapPropertyTest {

    private static final int CASES = 2_000;

    private static final String[] PIECES = {
        " ",
        " ",
        "  ",
        "     ",
        "\t",
        "\n",
        "\r\n",
        "* ",
        "- ",
        "1. ",
        "12) ",
        "> ",
        ">",
        ">>> ",
        ": ",
        ":  ",
        "-- ",
        "word",
        "a",
        "longerword",
        "漢字",
        "かな。",
        "（",
        "한국어",
        "e\u0301",
        "👩\u200d💻",
        "\u05e9\u05dc",
        "\u00a0",
        "https://example.org/path?x=y",
        "<https://example.org/漢字漢字>",
        "x".repeat(79),
        "漢".repeat(45),
        "\ud83d",
        "\udc00"
    };

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void wrappingTwiceChangesNothingMore(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            String once = LineWrap.wrap(text(random));

            assertThat(LineWrap.wrap(once)).as("case %d", i).isEqualTo(once);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostButBlanksAndNothingAddedButQuotationMarks(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            String text = text(random);

            assertThat(bare(LineWrap.wrap(text))).as("case %d", i).isEqualTo(bare(text));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void linesFitUnlessTheyAreOneWord(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            String text = text(random);

            assertThat(LineWrap.wrap(text).lines()).as("case %d", i).allSatisfy(line -> assertThat(
                            Columns.of(line) <= 78 || isOneWord(line))
                    .as(line)
                    .isTrue());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void linesThatFitAreLeftAlone(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            String text = text(random);

            assertThat(("begin\n" + LineWrap.wrap(text)).lines().toList())
                    .as("case %d", i)
                    .containsSubsequence(("begin\n" + text)
                            .lines()
                            .filter(line -> Columns.of(line) <= 78)
                            .toList());
        }
    }

    /** Behind what a line begins with, there is neither a blank nor a place between two ideographs. */
    private static boolean isOneWord(String line) {
        String before = line.substring(0, Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t')) + 1);
        return Columns.of(before) <= 39
                && before.matches("[> \t]*([*+•-][ \t]+|[0-9]{1,3}[.)][ \t]+)*(.*:[ \t]{2,})?")
                && (line.contains("://") || !line.contains("漢漢"));
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s>]", "");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(60); n > 0; n--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
