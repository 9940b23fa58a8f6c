package io.tidings.templates.internal.text;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a text as they are written, each with the bullets, indentation and quotation marks that it stands in.
 */
final class Page {

    /** What stands before each line, and before the first one in this margin as long as that is not written. */
    record Margin(String rest, @Nullable String first) {}

    private final StringBuilder out = new StringBuilder();
    private final int width;
    private Margin margin = new Margin("", null);
    private String marginAbove = "";
    private boolean apart;
    private int partings;
    private boolean readable;
    private int endOfRule = -1;

    Page(int width) {
        this.width = width;
    }

    /** Leaves one blank line before the next line, unless that is the first in its margin. */
    void apart() {
        apart |= margin.first() == null;
    }

    void together() {
        apart = false;
    }

    /** How many blank lines there are, with the one that comes before the next line. */
    int partings() {
        return partings + (apart && out.length() > 0 ? 1 : 0);
    }

    int length() {
        return out.length();
    }

    boolean isReadable() {
        return readable;
    }

    /** How many columns are left for text. */
    int room() {
        return width - Columns.of(margin.rest());
    }

    /** Whether a margin can be that much wider. */
    boolean hasMarginOf(int columns) {
        return Columns.of(margin.rest()) + columns <= LineWrap.MAX_PREFIX;
    }

    /** Widens the margin as long as half of the line is left. Returns what to {@link #leave} it with. */
    Margin enter(String first, String rest) {
        Margin outer = margin;
        String begun = outer.first() == null ? outer.rest() : outer.first();
        margin = new Margin(widened(outer.rest(), rest), widened(begun, first));
        return outer;
    }

    void leave(Margin outer) {
        margin = new Margin(outer.rest(), margin.first() == null ? null : outer.first());
    }

    private static String widened(String margin, String more) {
        String wider = margin + more;
        return Columns.of(wider) > LineWrap.MAX_PREFIX ? margin : wider;
    }

    void folded(String text) {
        begin(text);
        Fold.append(out, takeFirst(), margin.rest(), text, width);
    }

    void unfolded(String text) {
        begin(text);
        out.append(takeFirst()).append(text);
        Fold.trimBlanks(out);
    }

    /** A line of the same character, under what was written from an offset on and as wide. */
    void underline(String character, int from) {
        int widest = out.substring(from).lines().mapToInt(Columns::of).max().orElse(0) - Columns.of(margin.rest());
        unfolded(character.repeat(Math.max(1, Math.min(widest, room()))));
    }

    /** A line of dashes, unless the last line is one. */
    void rule() {
        if (out.length() == endOfRule) {
            return;
        }
        boolean before = readable;
        unfolded("-".repeat(Math.min(width, Columns.MAX) - Columns.of(margin.rest())));
        readable = before;
        endOfRule = out.length();
    }

    private void begin(String text) {
        readable |= !text.isEmpty();
        if (out.length() > 0) {
            out.append('\n');
            if (apart) {
                out.append(common(marginAbove, margin.rest()));
                Fold.trimBlanks(out);
                out.append('\n');
                partings++;
            }
        }
        apart = false;
        marginAbove = margin.rest();
    }

    private String takeFirst() {
        String first = margin.first();
        margin = new Margin(margin.rest(), null);
        return first == null ? margin.rest() : first;
    }

    private static String common(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return a.substring(0, i);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
