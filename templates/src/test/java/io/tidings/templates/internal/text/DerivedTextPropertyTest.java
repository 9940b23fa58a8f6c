package io.tidings.templates.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seed of a failing case is in its name. */
class DerivedTextPropertyTest {

    private static final int CASES = 400;

    private static final String[] GARBAGE = {
        "<",
        ">",
        "</",
        "<p",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<table>",
        "<tr>",
        "<td>",
        "<th colspan=3 rowspan=2>",
        "</td>",
        "</table>",
        "<thead>",
        "<caption>",
        "<ul>",
        "<ol start='-3'>",
        "<li>",
        "<li value=x>",
        "</ul>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<a href='https://example.org/'>",
        "<a href=\"",
        "<a href='mailto:'>",
        "</a>",
        "<h1>",
        "</h2>",
        "<h2>",
        "<pre>",
        "</pre>",
        "<br>",
        "<hr>",
        "<img alt='",
        "<img alt=x>",
        "<q>",
        "</q>",
        "<blockquote>",
        "<b>",
        "</b>",
        "<i style='white-space:pre'>",
        "<span style='display:block'>",
        "<svg>",
        "<math>",
        "<form>",
        "<select>",
        "<option>",
        "<col>",
        "<!--x-->",
        "<![if mso]>",
        "<![endif]>",
        "<?xml",
        "&amp;",
        "&lt;",
        "&nbsp;",
        "&#8205;",
        "&shy;",
        "&#xD83D;",
        "&#0;",
        "\ud83d",
        "\u200d",
        "👩\u200d💻",
        "漢字",
        "\u05e9",
        "\u202e",
        "\0",
        "\r",
        "\n",
        "\t",
        " ",
        " ",
        " ",
        "'",
        "\""
    };

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsShownIsSaidInItsOrderAndWhatIsHiddenIsNot(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            RandomHtml html = RandomHtml.of(random);
            String text = DerivedText.of(html.toString(), "subject");

            assertThat(found(text, "\\bw[0-9]+\\b"))
                    .as("case %d", i)
                    .isEqualTo(found(html.toString(), "\\bw[0-9]+\\b"));
            assertThat(found(text, "\\b[nu][0-9]+\\b"))
                    .as("case %d", i)
                    .containsAll(found(html.toString(), "\\b[nu][0-9]+\\b"));
            assertThat(text).as("case %d", i).doesNotContain("hidden");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noMarkupIsLeft(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            assertThat(DerivedText.of(RandomHtml.of(random).toString(), "subject"))
                    .as("case %d", i)
                    .doesNotContainPattern("</|<[a-z0-9]+[ >]|&[a-z#0-9]+;|style=|href=");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void linesAreInOrder(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            String text = DerivedText.of(RandomHtml.of(random).toString(), "subject");

            assertThat(text).as("case %d", i).isNotBlank().endsWith("\n").doesNotContain("\n\n\n", "\r");
            assertThat(text.stripTrailing() + "\n").as("case %d", i).isEqualTo(text);
            assertThat(text.lines()).as("case %d", i).allSatisfy(line -> assertThat(line)
                    .isEqualTo(line.stripTrailing())
                    .satisfies(l -> assertThat(Columns.of(l) <= 78 || l.contains("xxxxxxxx"))
                            .isTrue()));
            if (!text.contains("xxxxxxxx")) {
                assertThat(LineWrap.wrap(text)).as("case %d", i).isSameAs(text);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void garbageGivesATextWithEveryWordThatIsShown(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            String html = garbage(random);
            String text = DerivedText.of(html, "subject");

            assertThat(found(text, "w[0-9]+e"))
                    .as("case %d", i)
                    .containsAll(found(Jsoup.parse(html).text(), "w[0-9]+e"));
            assertThat(text).as("case %d", i).isNotBlank().endsWith("\n").doesNotContain("\0", "\r");
            assertThat(text.chars().filter(c -> c == '\n').count()).isPositive();
        }
    }

    private static String garbage(Random random) {
        StringBuilder html = new StringBuilder();
        for (int n = random.nextInt(80); n > 0; n--) {
            html.append(GARBAGE[random.nextInt(GARBAGE.length)]);
            if (random.nextInt(3) == 0) {
                html.append('w').append(n).append('e');
            }
        }
        return html.toString();
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
