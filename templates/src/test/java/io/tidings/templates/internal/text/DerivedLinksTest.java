package io.tidings.templates.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivedLinksTest {

    private static final String URL = "https://portal.example.gov/sign-in?" + "x=y&amp;".repeat(20);
    private static final String DECODED = URL.replace("&amp;", "&");

    @Test
    void whatStandsAloneSaysWhatItIsForAndThenTheAddress() {
        assertThat(of(
                        "<p>Hello</p><table role=presentation><tr><td> <a href='https://example.org/a'> Sign <b>in</b> </a>"
                                + " </table><p>Bye</p>"))
                .isEqualTo("Hello\n\nSign in:\n\nhttps://example.org/a\n\nBye\n");
    }

    @Test
    void theLabelsOwnSignIsEnough() {
        assertThat(of("<p><a href='https://example.org/a'>Need help?</a></p>"))
                .isEqualTo("Need help?\n\nhttps://example.org/a\n");
        assertThat(of("<p><a href='https://example.org/a'>Sign in:</a></p>"))
                .isEqualTo("Sign in:\n\nhttps://example.org/a\n");
    }

    @Test
    void linksWithinTextAreFollowedByTheirAddress() {
        assertThat(of(
                        "<p>Read the <a href='https://example.org/t'>terms </a>, (<a href='https://example.org/p'>policy</a>)"
                                + " or <a href='mailto:a@example.org'>write</a>.</p>"))
                .isEqualTo("Read the terms <https://example.org/t> , (policy <https://example.org/p>) or\n"
                        + "write <a@example.org>.\n");
    }

    @Test
    void aLabelThatIsTheAddressIsWrittenOnce() {
        assertThat(of("<p>See <a href='https://example.org/'>https://example.org</a> or"
                        + " <a href='https://example.org/a'>example.org/a</a> now</p>"))
                .isEqualTo("See https://example.org/ or https://example.org/a now\n");
        assertThat(of("<p>Write to <a href='mailto:Help@example.org?subject=a'>help@example.org</a>.</p>"))
                .isEqualTo("Write to help@example.org.\n");
        assertThat(of("<p>Call <a href='tel:+12025550143'>(202) 555-0143</a>.</p>"))
                .isEqualTo("Call (202) 555-0143.\n");
        assertThat(of("<p><a href='https://example.org/a'>https://example.org/a</a></p>"))
                .isEqualTo("https://example.org/a\n");
    }

    @Test
    void aLabelThatIsAnotherAddressIsNotMistakenForIt() {
        assertThat(of("<p>See <a href='https://evil.example/'>https://example.org</a></p>"))
                .isEqualTo("See https://example.org <https://evil.example/>\n");
    }

    @Test
    void noCharacterTouchesAnAddress() {
        assertThat(of("<p>See <a href='https://example.org/'>https://example.org/</a>.</p>"))
                .isEqualTo("See <https://example.org/>.\n");
        assertThat(of("<p>(<a href='https://example.org/'>https://example.org/</a>)</p>"))
                .isEqualTo("(<https://example.org/>)\n");
        assertThat(of("<p><a href='https://a.example/'>https://a.example/</a>"
                        + "<a href='https://b.example/'>https://b.example/</a></p>"))
                .isEqualTo("<https://a.example/><https://b.example/>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>text</a>",
                "<a name=x>text</a>",
                "<a href=''>text</a>",
                "<a href='#top'>text</a>",
                "<a href=' #'>text</a>",
                "<a href='javascript:alert(1)'>text</a>",
                "<a href='data:text/plain,x'>text</a>",
                "<a href='mailto:?subject=x'>text</a>",
                "<a href='https://example.org/'></a>text"
            })
    void linksToNowhereAreJustText(String link) {
        assertThat(of("<p>Some " + link + ".</p>")).isEqualTo("Some text.\n");
        assertThat(of("<p>" + link + "</p>")).isEqualTo("text\n");
    }

    @Test
    void addressesAreNeverBroken() {
        assertThat(of("<p>Please <a href='" + URL + "'>sign in</a> today</p>"))
                .isEqualTo("Please sign in\n<" + DECODED + ">\ntoday\n");
        assertThat(of("<p><a href='" + URL + "'>Sign in</a></p>")).isEqualTo("Sign in:\n\n" + DECODED + "\n");
        assertThat(of("<a href='https://example.org/a b\n&#9;c&nbsp;d'>Go</a>"))
                .isEqualTo("Go:\n\nhttps://example.org/a%20bc%C2%A0d\n");
        assertThat(of("<a href='//example.org/a'>Go</a>")).isEqualTo("Go:\n\nhttps://example.org/a\n");
    }

    @Test
    void placeholdersOfAProviderStayAsTheyAre() {
        assertThat(of("<p>Or <a href='<%asm_group_unsubscribe_raw_url%>'>unsubscribe</a></p>"))
                .isEqualTo("Or unsubscribe <<%asm_group_unsubscribe_raw_url%>>\n");
    }

    @Test
    void itemsAndCellsHaveTheirAddressOnTheSameLine() {
        assertThat(of("<ul><li><a href='https://example.org/a'>A</a><li><a href='https://example.org/b'>B</a></ul>"))
                .isEqualTo("* A <https://example.org/a>\n* B <https://example.org/b>\n");
        assertThat(of("<table><tr><th>File<th>Size<tr><td><a href='https://example.org/a'>A</a><td>1</table>"))
                .isEqualTo("File                       Size\n-------------------------  ----\n"
                        + "A <https://example.org/a>  1\n");
    }

    @Test
    void headingsThatAreLinksAreUnderlinedBeforeTheAddress() {
        assertThat(of("<h2><a href='https://example.org/n'>News</a></h2><p>a</p>"))
                .isEqualTo("News\n----\n\nhttps://example.org/n\n\na\n");
    }

    @Test
    void linksAroundBlocksHaveTheAddressBehindThem() {
        assertThat(of("<a href='https://example.org/n'><h2>News</h2><p>More of it</p></a><p>a</p>"))
                .isEqualTo("News\n----\n\nMore of it\n\nhttps://example.org/n\n\na\n");
    }

    @Test
    void imagesAreLabels() {
        assertThat(of("<a href='https://example.org/'><img src=a alt='The portal'></a>"))
                .isEqualTo("The portal:\n\nhttps://example.org/\n");
        assertThat(of("<a href='https://example.org/'><img src=a></a>")).isEqualTo("https://example.org/\n");
    }

    @Test
    void linksSideBySideStayInOneLine() {
        assertThat(
                        of(
                                "<td><a href='https://example.org/y'>Approve</a> <a href='https://example.org/n'>Reject</a></td>"))
                .isEqualTo("Approve <https://example.org/y> Reject <https://example.org/n>\n");
    }

    private static String of(String html) {
        return DerivedText.of(html, "The subject");
    }
}
