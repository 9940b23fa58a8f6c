package io.tidings.templates.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivedTextTest {

    private static final String LONG = "words ".repeat(20).strip();

    @Test
    void blocksHaveOneBlankLineBetweenThem() {
        assertThat(
                        of(
                                "<div><p>One</p>\n\n<div><div>Two</div></div><p> </p><p><br></p><section>Three</section></div>Four"))
                .isEqualTo("One\n\nTwo\n\nThree\n\nFour\n");
    }

    @Test
    void whiteSpaceIsOneBlank() {
        assertThat(of("<p>\n  a \t\n b<b> c </b> d<span> </span>e&nbsp;&nbsp;f&#8199;&ensp;g&#x3000;h\n</p>"))
                .isEqualTo("a b c d e f g h\n");
    }

    @Test
    void lineBreaksStayUpToOneBlankLine() {
        assertThat(of("<p><br>a<br> b <br><br><br><br>c<br></p>")).isEqualTo("a\nb\n\nc\n");
    }

    @Test
    void preformattedTextIsKept() {
        String longLine = "x ".repeat(60).strip();

        assertThat(of("<p>a</p><pre>\n  if (a &lt; b) {  \n\n\n\tc   d\n" + longLine + "</pre>b"))
                .isEqualTo("a\n\n  if (a < b) {\n\n\n\tc   d\n" + longLine + "\n\nb\n");
    }

    @Test
    void lineBreaksStayWhereTheStyleSaysSo() {
        assertThat(of("<p style='white-space: pre-line'>Dear  Ana,\n\n\n\nthank you.\nOhio</p><p>a\nb</p>"))
                .isEqualTo("Dear Ana,\n\nthank you.\nOhio\n\na b\n");
    }

    @Test
    void entitiesAreDecodedOnce() {
        assertThat(of("<p>&lt;b&gt; &amp;amp; &eacute; &#8212; &copy</p>")).isEqualTo("<b> &amp; é — ©\n");
    }

    @Test
    void linesAreWrapped() {
        assertThat(of("<p>" + LONG + "</p>"))
                .isEqualTo(
                        "words ".repeat(13).strip() + "\n" + "words ".repeat(7).strip() + "\n");
        assertThat(of("<p>&gt; " + LONG + "</p>")).contains("\nwords words");
    }

    @Test
    void fillersGoAndJoinersWithinWordsStay() {
        assertThat(of("<p>Hello&#847;&zwnj;&nbsp;&#8199;&shy;&#847;&zwnj; &#xFEFF;&#8203; co&shy;operate</p>"))
                .isEqualTo("Hello cooperate\n");
        assertThat(of("<p>\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 👩\u200d<b>💻</b></p>"))
                .isEqualTo("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 👩\u200d💻\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style='display:none'>no</div>",
                "<div style='color:red; DISPLAY : None !important'>no</div>",
                "<span style='visibility:hidden'>no</span>",
                "<span style='mso-hide: all'>no</span>",
                "<span style='opacity: 0'>no</span>",
                "<span style='opacity:0.0 !important'>no</span>",
                "<span style='max-height:0px;overflow:hidden'>no</span>",
                "<p hidden>no</p>",
                "<p aria-hidden='true'>no</p>",
                "<head><title>no</title><style>no</style></head>",
                "<script>no()</script>",
                "<template><p>no</p></template>",
                "<!-- no -->",
                "<!--[if mso]><p>no</p><![endif]-->",
                "<img src='no.png'>",
                "<img src='no.png' alt='no' style='display:none'>",
                "<table style='display:none'><tr><td>no</table>",
                "<table><tr style='display:none'><td>no<td>no</table>",
                "<ul><li style='display:none'>no</ul>"
            })
    void whatIsNotShownIsLeftOut(String hidden) {
        assertThat(of("<p>a</p>" + hidden + "<p>b</p>")).isEqualTo("a\n\nb\n");
    }

    @Test
    void whatOnlyOutlookShowsOrHidesIsTakenAsEverybodyElseSeesIt() {
        assertThat(
                        of(
                                "<!--[if mso]>no<![endif]--><![if !mso]><p>yes</p><![endif]><!--[if !mso]><!-->and<!--<![endif]-->"))
                .isEqualTo("yes\n\nand\n");
        assertThat(of("<!--[if mso]><v:roundrect>no</v:roundrect><![endif]-->"
                        + "<a href='https://example.org/' style='display:inline-block;mso-hide:all'>Go</a>"))
                .isEqualTo("Go:\n\nhttps://example.org/\n");
    }

    @Test
    void whatIsHardToSeeIsShown() {
        assertThat(of("<div style='font-size:0'><p style='font-size:16px'>a</p></div><p style='opacity:0.5'>b</p>"))
                .isEqualTo("a\n\nb\n");
    }

    @Test
    void headingsAreUnderlined() {
        assertThat(of("<h1>Data <b>submitted</b></h1><p>a</p><h2>漢字</h2>b<h3>Small</h3>c"))
                .isEqualTo("Data submitted\n==============\n\na\n\n漢字\n----\n\nb\n\nSmall\n\nc\n");
        assertThat(of("<h1></h1><h2> </h2>a")).isEqualTo("a\n");
        assertThat(of("<h1>" + LONG + "</h1>"))
                .isEqualTo(
                        "words ".repeat(13).strip() + "\n" + "words ".repeat(7).strip() + "\n" + "=".repeat(77) + "\n");
    }

    @Test
    void listsHaveBulletsAndNumbers() {
        assertThat(of("<p>a</p><ul><li>one<li>two</ul><ol start=9><li>nine<li>ten<li value=20>twenty<li>more</ol>b"))
                .isEqualTo("a\n\n* one\n* two\n\n9. nine\n10. ten\n20. twenty\n21. more\n\nb\n");
    }

    @Test
    void listsWithinListsAreIndented() {
        assertThat(of("<ul><li>one<ol><li>a<li>b<ul><li>deep</ul></ol><li><ul><li>only</ul><ul><li>stray</ul></ul>"))
                .isEqualTo("* one\n  1. a\n  2. b\n     * deep\n* * only\n  * stray\n");
        assertThat(of("<ul><ul><li>stray</ul><li></li><li>one</ul>")).isEqualTo("  * stray\n* one\n");
    }

    @Test
    void itemsHang() {
        assertThat(of("<ol><li>" + LONG + "</ol>"))
                .isEqualTo("1. " + "words ".repeat(12).strip() + "\n   "
                        + "words ".repeat(8).strip() + "\n");
    }

    @Test
    void itemsOfSeveralBlocksAreApart() {
        assertThat(of("<ul><li><p>one</p><li><p>two</p><p>more</p><li>three</ul>"))
                .isEqualTo("* one\n* two\n\n  more\n\n* three\n");
        assertThat(of("<p>a</p><ul><li></li><li>one</li></ul>b")).isEqualTo("a\n\n* one\n\nb\n");
    }

    @Test
    void indentationLeavesHalfOfTheLine() {
        String deep = of("<ul><li>".repeat(60) + "x<blockquote>y</blockquote>" + "</ul>".repeat(60));

        assertThat(deep.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(41));
        assertThat(deep).contains("x").contains("y");
    }

    @Test
    void definitionsAreIndented() {
        assertThat(of("a<dl><dt>Term<dd>What it <p>is</p><dt>Other<dd>" + LONG + "</dl>b"))
                .isEqualTo("a\n\nTerm\n  What it\n\n  is\n\nOther\n  "
                        + "words ".repeat(12).strip() + "\n  "
                        + "words ".repeat(8).strip() + "\n\nb\n");
    }

    @Test
    void quotationsAreMarked() {
        assertThat(of("a<blockquote><p>one</p>two<blockquote>in</blockquote><ul><li>x</ul></blockquote>b"))
                .isEqualTo("a\n\n> one\n>\n> two\n>\n> > in\n>\n> * x\n\nb\n");
        assertThat(of("<blockquote>" + LONG + "</blockquote>"))
                .isEqualTo("> " + "words ".repeat(12).strip() + "\n> "
                        + "words ".repeat(8).strip() + "\n");
    }

    @Test
    void imagesSayTheirAlternativeText() {
        assertThat(of("<p><img src=a alt='The portal'>text<img src=b alt=''><img src=c>, <img alt=x><img alt=y>.</p>"))
                .isEqualTo("The portal text, x y.\n");
    }

    @Test
    void rulesAreLinesOfDashes() {
        assertThat(of("<hr>a<hr><hr>b<ul><li>c<hr></ul>"))
                .isEqualTo(
                        "-".repeat(78) + "\n\na\n\n" + "-".repeat(78) + "\n\nb\n\n* c\n\n  " + "-".repeat(76) + "\n");
    }

    @Test
    void emphasisIsJustText() {
        assertThat(of("<p><strong>a</strong> <em>b</em> x<sup>2</sup> <q>c</q> <o:p>d</o:p></p>"))
                .isEqualTo("a b x2 “c” d\n");
    }

    @Test
    void inlineElementsThatAreShownAsBlocksAreBlocks() {
        assertThat(of("<span style='display:block'>a</span><span style='display: block;'>b</span><b>c</b>"))
                .isEqualTo("a\n\nb\n\nc\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<p>&nbsp;&zwnj;&#847;</p>",
                "<hr><br>",
                "<!-- a -->",
                "<img src=a.png>",
                "<table><tr><td><td></table>",
                "<ul><li></ul>",
                "<h1>&#8206;</h1>",
                "\0"
            })
    void theSubjectIsThereIfThereIsNothingElse(String nothing) {
        assertThat(of(nothing)).isEqualTo("The subject\n");
    }

    @Test
    void controlsAndHalvesOfCharactersDoNotGetThrough() {
        assertThat(of("<p>a\u0007b\u0085c\ud83dd\u2028e&#13;f</p>")).isEqualTo("ab c\ufffdd e f\n");
    }

    @Test
    void deepNestingLosesNothing() {
        StringBuilder html = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            html.append("<div>in").append(i);
            expected.append("in").append(i).append(' ');
        }
        for (int i = 0; i < 10_000; i++) {
            html.append("out").append(i).append("</div>");
            expected.append("out").append(i).append(' ');
        }
        String text = of(html.toString());

        assertThat(text.replaceAll("\\s", "")).isEqualTo(expected.toString().replaceAll("\\s", ""));
    }

    @Test
    void manyKindsOfDeepNestingDoNotFail() {
        for (String tag :
                new String[] {"<ul><li>", "<blockquote>", "<table><tr><td>", "<b>", "<dl><dd>", "<q>", "<h1>"}) {
            assertThat(of(tag.repeat(10_000) + "deep")).as(tag).contains("deep");
        }
    }

    private static String of(String html) {
        return DerivedText.of(html, "The subject");
    }
}
