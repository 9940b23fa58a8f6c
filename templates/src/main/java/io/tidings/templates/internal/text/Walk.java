package io.tidings.templates.internal.text;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Goes through a tree of elements in their order, and writes what they show. */
final class Walk {

    private final Page page;
    private final Inline inline = new Inline();
    private final boolean inCell;
    private boolean inItem;
    private WhiteSpace whiteSpace = WhiteSpace.COLLAPSED;
    private @Nullable List<Link> linksOfHeading;

    /** @param inCell whether the page is one cell of a table, where blocks cannot be told apart as elsewhere */
    Walk(Page page, boolean inCell) {
        this.page = page;
        this.inCell = inCell;
    }

    /** What stands in one cell. */
    List<String> cell(Element cell) {
        Page lines = new Page(Integer.MAX_VALUE);
        Walk walk = new Walk(lines, true);
        walk.whiteSpace = Style.of(cell).whiteSpace(whiteSpace);
        walk.children(cell);
        walk.flush();
        return lines.toString().lines().toList();
    }

    void block(Element element) {
        part();
        children(element);
        part();
    }

    /** Writes the text that is not yet written. */
    void flush() {
        if (!inline.isReadable()) {
            inline.clear();
            return;
        }
        Link only = inItem || inCell ? null : inline.onlyLink();
        boolean kept = inline.isKept();
        List<String> lines = inline.takeLines(only != null);
        if (only == null) {
            write(lines, kept);
        } else if (linksOfHeading != null) {
            write(lines, kept);
            linksOfHeading.add(only);
        } else {
            List<String> label = new ArrayList<>(lines);
            label.add(Labels.withColon(label.remove(label.size() - 1)));
            write(label, kept);
            page.apart();
            page.folded(only.address());
        }
    }

    /** Ends a block, or makes sure that one begins. */
    private void part() {
        flush();
        page.apart();
    }

    private void write(List<String> lines, boolean kept) {
        for (String line : lines) {
            if (kept) {
                page.unfolded(line);
            } else if (line.isBlank()) {
                page.apart();
            } else {
                page.folded(line);
            }
        }
    }

    private void children(Element parent) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                inline.append(text.getWholeText(), whiteSpace);
            } else if (child instanceof Element element) {
                element(element);
            }
        }
    }

    private void element(Element element) {
        Style style = Style.of(element);
        if (style.isHidden()) {
            return;
        }
        WhiteSpace outer = whiteSpace;
        whiteSpace = style.whiteSpace(outer);
        switch (element.normalName()) {
            case "br" -> inline.lineBreak();
            case "img" -> inline.image(element.attr("alt"));
            case "hr" -> rule();
            case "a" -> link(element, style.isBlock());
            case "q" -> quotation(element);
            case "h1", "h2" -> heading(element, element.normalName().equals("h1") ? "=" : "-");
            case "ul", "menu", "dir" -> list(element, null);
            case "ol" -> list(element, new Numbers(element));
            case "li" -> item(element, "* ");
            case "dt" -> item(element, "");
            case "dd" -> item(element, "  ");
            case "blockquote" -> quote(element);
            case "table" -> table(element);
            default -> {
                if (style.isBlock()) {
                    block(element);
                } else {
                    children(element);
                }
            }
        }
        whiteSpace = outer;
    }

    private void rule() {
        part();
        page.rule();
        page.apart();
    }

    private void quotation(Element element) {
        inline.append("“", whiteSpace);
        children(element);
        inline.append("”", whiteSpace);
    }

    private void heading(Element element, String line) {
        part();
        int start = page.length();
        List<Link> links = new ArrayList<>();
        linksOfHeading = links;
        children(element);
        flush();
        linksOfHeading = null;
        if (page.length() > start && !inCell) {
            page.together();
            page.underline(line, start);
        }
        page.apart();
        for (Link link : links) {
            page.folded(link.address());
            page.apart();
        }
    }

    private void link(Element element, boolean block) {
        if (block) {
            part();
        }
        Link link = Link.of(element.attr("href"));
        int mark = inline.mark();
        int start = page.length();
        children(element);
        if (link != null && page.length() > start) {
            part();
            page.folded(link.address());
            page.apart();
        } else if (link != null && inline.hasTextFrom(mark)) {
            inline.link(link, mark);
        } else if (link != null && element.selectFirst("img") != null) {
            inline.address(link);
        }
        if (block) {
            part();
        }
    }

    private void list(Element list, @Nullable Numbers numbers) {
        flush();
        boolean nested = inItem;
        if (!nested) {
            page.apart();
        }
        for (Node child : list.childNodes()) {
            if (child instanceof Element item && item.normalName().equals("li")) {
                if (!Style.of(item).isHidden()) {
                    item(item, numbers == null ? "* " : numbers.next(item) + ". ");
                }
            } else if (child instanceof Element inner) {
                Page.Margin outer = page.enter("  ", "  ");
                inItem = true;
                element(inner);
                flush();
                page.leave(outer);
                inItem = nested;
            } else if (child instanceof TextNode text) {
                inline.append(text.getWholeText(), whiteSpace);
            }
        }
        flush();
        if (!nested) {
            page.apart();
        }
    }

    /** Its blocks belong together; the next item is apart only if these are. */
    private void item(Element element, String bullet) {
        flush();
        boolean nested = inItem;
        inItem = true;
        Page.Margin outer = page.enter(bullet, " ".repeat(bullet.length()));
        int start = page.length();
        int partings = page.partings();
        children(element);
        flush();
        page.leave(outer);
        inItem = nested;
        if (page.length() > start) {
            page.together();
            if (page.partings() > partings) {
                page.apart();
            }
        }
    }

    private void quote(Element element) {
        part();
        Page.Margin outer = page.enter("> ", "> ");
        children(element);
        flush();
        page.leave(outer);
        page.apart();
    }

    private void table(Element element) {
        part();
        Table table = Table.of(element, this);
        if (table == null || !new TableText(table, page).write()) {
            children(element);
            flush();
        }
        page.apart();
    }
}
