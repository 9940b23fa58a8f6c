package io.tidings.templates.internal.text;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * The plain text that says what an HTML part says, for readers and programs that show no HTML.
 *
 * <p>Only what is shown is in it. Blocks have one blank line between them; a link that stands alone is a line that says
 * what it is for, and its address on a line of its own, as people write it; links within text are followed by their
 * address in angle brackets. Tables of data have aligned columns if there is room, and else a line for each value.
 */
public final class DerivedText {

    /** What is nested deeper is text of the element at this depth: nothing is lost, and no stack overflows. */
    private static final int MAX_DEPTH = 256;

    private DerivedText() {}

    /**
     * Wrapped as {@link LineWrap} does it, but for preformatted lines, which stay whole. Lines end in LF, the last one
     * included.
     *
     * @param subject what the text is if the HTML says nothing that can be read
     */
    public static String of(String html, String subject) {
        Document document = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, "");
        Page page = new Page(Columns.MAX);
        new Walk(page, false).block(document);
        return (page.isReadable() ? page.toString() : LineWrap.wrap(subject.strip())) + "\n";
    }
}
