package io.tidings.testkit;

import java.util.stream.Stream;

/**
 * A text that adapters got wrong before, under a name to show in reports. Control characters and scripts that are
 * written from right to left stand as escapes, so that this file reads the same everywhere.
 */
record Sample(String name, String text) {

    static final String ARABIC = "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645";
    static final String HEBREW = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd";
    static final String EMOJI = "\ud83d\udce8\ud83d\udc69\u200d\ud83d\udcbb\ud83c\uddfa\ud83c\uddf3";
    static final String ENCODED_LOOK_ALIKE = "=?utf-8?q?Not_encoded?=";

    static Stream<Sample> names() {
        return Stream.of(
                new Sample("comma", "Doe, Jane"),
                new Sample("another address", "other@example.com, Jane"),
                new Sample("quotes", "Jane \"JD\" Doe"),
                new Sample("angle brackets", "Jane <other@example.com>"),
                new Sample("backslash", "Jane \\ Doe \\\" \\"),
                new Sample("group syntax", "Team: Jane; Bob (Ops)"),
                new Sample("apostrophe and dot", "J. O'Brien"),
                new Sample("encoded word", ENCODED_LOOK_ALIKE),
                new Sample("accents", "Jürgen Müller-Łukasz"),
                new Sample("Chinese, Japanese, Korean", "山田 太郎 王小明 김철수"),
                new Sample("emoji", "Jane " + EMOJI),
                new Sample("Arabic", ARABIC),
                new Sample("Hebrew with comma", HEBREW + ", Jane"),
                new Sample("200 characters", "Longname ".repeat(22) + "Jr"),
                new Sample("200 characters of Chinese", "数据".repeat(100)));
    }

    static Stream<Sample> subjects() {
        return Stream.of(
                new Sample("accents", "Größe geändert – déjà vu"),
                new Sample("Chinese", "您的文件已被接受"),
                new Sample("emoji", EMOJI + " accepted " + EMOJI),
                new Sample("Arabic", ARABIC),
                new Sample("Hebrew and Latin", "File " + HEBREW + " accepted"),
                new Sample("header look-alike", "Bcc: other@example.com"),
                new Sample("encoded word", ENCODED_LOOK_ALIKE + " and =?iso-8859-1?b?QQ==?="),
                new Sample("two spaces", "Accepted:  two  spaces"),
                new Sample("900 ASCII characters", "word ".repeat(179) + "ended"),
                new Sample("900 characters without a space", "x".repeat(900)),
                new Sample("300 Chinese characters", "数据门户".repeat(75)),
                new Sample("200 emoji", "\ud83d\udce8".repeat(200)));
    }

    static Stream<Sample> bodies() {
        return Stream.of(
                new Sample("10,000 characters without a break", "x".repeat(10_000)),
                new Sample("10,000 characters in words", "words in one line ".repeat(555) + "end"),
                new Sample("dots at the start of lines", ".\n..\n.dot\n...three\n.\n"),
                new Sample("From at the start of lines", "From here\nFrom there\n>From before\n"),
                new Sample("trailing spaces", "one \ntwo  \n\tthree\t\n   \nend "),
                new Sample("no line break at the end", "one\ntwo"),
                new Sample("empty lines", "\n\none\n\n\ntwo\n\n"),
                new Sample("mixed line endings", "one\r\ntwo\nthree\r\n"),
                new Sample("quoted-printable look-alike", "a=3Db =\nc==20=E2=82=AC"),
                new Sample("boundary look-alike", "--boundary\n--\n-- \n--=_Part_1--\n"),
                new Sample("template look-alike", "${name} {{name}} <%name%> %name% [name] -name-"),
                new Sample("Chinese, Japanese, Korean", "您的文件已被接受。\nファイル\n파일\n"),
                new Sample("emoji", (EMOJI + " ").repeat(300) + "\n"),
                new Sample("right to left", ARABIC + "\n" + HEBREW + "\n"),
                new Sample("unusual white space", "a\tb\fc\u00a0d\u2003e\u3000f\u200bg\u2028h\u0085i\ufeffj"),
                new Sample("500 KB", "A line of some length, of which there are many.\n".repeat(10_417)));
    }

    static Stream<Sample> headerValues() {
        return Stream.of(
                new Sample("2,000 characters with spaces", "word ".repeat(399) + "ended"),
                new Sample("900 characters without a space", "x".repeat(900)),
                new Sample("beyond ASCII", "Größe 数据 " + EMOJI),
                new Sample("2,000 characters of Chinese", "数据门户".repeat(500)),
                new Sample("encoded word", ENCODED_LOOK_ALIKE),
                new Sample("syntax", "<https://example.gov/?a=1&b=2>, \"quoted\"; key=value (comment)"));
    }

    static Stream<Sample> fileNames() {
        return Stream.of(
                new Sample("quotes", "my \"best\" file.txt"),
                new Sample("backslash", "my\\file.txt"),
                new Sample("parameter look-alike", "a.txt; filename=b.exe"),
                new Sample("accents", "Größe.txt"),
                new Sample("Chinese", "数据.txt"),
                new Sample("emoji", EMOJI + ".txt"),
                new Sample("right to left", HEBREW + ".txt"),
                new Sample("300 characters", "n".repeat(296) + ".txt"),
                new Sample("300 characters of Chinese", "数".repeat(296) + ".txt"),
                new Sample("path", "../../etc/x"),
                new Sample("path with backslashes", "..\\..\\x"),
                new Sample("encoded word", ENCODED_LOOK_ALIKE),
                new Sample("percent", "100%20%22.txt"),
                new Sample("spaces", "two  spaces.txt"));
    }

    @Override
    public String toString() {
        return name;
    }
}
