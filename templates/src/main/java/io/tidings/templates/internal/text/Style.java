package io.tidings.templates.internal.text;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What an element's name, attributes and inline style say about how it is shown. */
final class Style {

    private static final Set<String> NEVER_SHOWN =
            Set.of("head", "title", "style", "script", "template", "datalist", "iframe", "noframes", "noembed");

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "optgroup",
            "option",
            "p",
            "pre",
            "search",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul");

    private final Element element;
    private final String css;

    private Style(Element element, String css) {
        this.element = element;
        this.css = css;
    }

    static Style of(Element element) {
        String css = element.attr("style");
        return new Style(
                element, css.isEmpty() ? "" : ";" + css.toLowerCase(Locale.ROOT).replaceAll("\\s+", ""));
    }

    boolean isHidden() {
        return NEVER_SHOWN.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equalsIgnoreCase("true")
                || (!css.isEmpty() && isHiddenByCss());
    }

    private boolean isHiddenByCss() {
        return says("display:none")
                || says("visibility:hidden")
                || says("visibility:collapse")
                || is("opacity:0")
                || is("opacity:0.0")
                || (says("max-height:0") && says("overflow:hidden"))
                // Only Outlook hides it; it is how Outlook gets another kind of button than all others.
                || (says("mso-hide:all") && element.selectFirst("a[href]") == null);
    }

    boolean isBlock() {
        return BLOCKS.contains(element.normalName())
                || (!css.isEmpty()
                        && Stream.of("block", "table", "flex", "grid").anyMatch(v -> is("display:" + v)));
    }

    WhiteSpace whiteSpace(WhiteSpace inherited) {
        if (css.contains(";white-space:")) {
            return is("white-space:pre")
                    ? WhiteSpace.KEPT
                    : says("white-space:pre") || says("white-space:break-spaces")
                            ? WhiteSpace.LINES
                            : WhiteSpace.COLLAPSED;
        }
        return element.normalName().equals("pre") ? WhiteSpace.KEPT : inherited;
    }

    /** A property and the beginning of its value. */
    private boolean says(String declaration) {
        return css.contains(";" + declaration);
    }

    /** A property and all of its value. */
    private boolean is(String declaration) {
        return (css + ";").contains(";" + declaration + ";") || css.contains(";" + declaration + "!");
    }
}
