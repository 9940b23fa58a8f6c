package io.tidings.templates.internal.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of one block, as it is gathered: words with single blanks between them, line breaks, links. */
final class Inline {

    private static final int NONE = -1;

    private final StringBuilder text = new StringBuilder();
    private boolean blank;
    private char joiner;
    private boolean imageEdge;
    private boolean visible;
    private boolean kept;
    private int links;
    private int firstLabelEnd;
    private int firstLinkEnd;
    private @Nullable Link firstLink;
    private int bareFrom = NONE;
    private int bareTo = NONE;
    private int inserted;

    /** Whether there is anything to see. */
    boolean isReadable() {
        return visible;
    }

    /** Whether its lines must not be folded. */
    boolean isKept() {
        return kept;
    }

    void append(String added, WhiteSpace whiteSpace) {
        for (int i = 0; i < added.length(); ) {
            int c = added.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n' && whiteSpace != WhiteSpace.COLLAPSED) {
                lineBreak();
            } else if (isBlank(c)) {
                blank(c, whiteSpace);
            } else if (c == '\u200C' || c == '\u200D' || c == '\u034F') {
                joiner = endsInBlank() ? 0 : (char) c;
            } else if (!isFiller(c)) {
                visible(isLoneSurrogate(c) ? 0xFFFD : c);
                kept |= whiteSpace == WhiteSpace.KEPT;
            }
        }
    }

    void lineBreak() {
        joiner = 0;
        blank = false;
        Fold.trimBlanks(text);
        if (text.length() > 0) {
            text.append('\n');
        }
    }

    /** What an image says, parted from the words next to it. */
    void image(String alternative) {
        imageEdge = true;
        append(alternative, WhiteSpace.COLLAPSED);
        imageEdge = true;
    }

    /** Where a label would begin that is appended next. */
    int mark() {
        return text.length() - inserted;
    }

    boolean hasTextFrom(int mark) {
        return skipWhite(mark) < text.length();
    }

    /** Appends the address of a link whose label began at a mark, unless the label is the address. */
    void link(Link link, int mark) {
        int from = skipWhite(mark);
        String label = text.substring(from).strip();
        boolean blankAfter = blank;
        blank = false;
        text.setLength(from + label.length());
        if (!link.isSaidBy(label)) {
            put(" <" + link.address() + ">");
            if (++links == 1 && from == 0) {
                firstLink = link;
                firstLabelEnd = label.length();
                firstLinkEnd = text.length();
            }
        } else if (link.isUrl()) {
            text.setLength(from);
            address(link);
        }
        blank = blankAfter;
    }

    /** Appends an address without a label, in angle brackets if other characters stand next to it. */
    void address(Link link) {
        putBlank();
        int start = text.length();
        boolean glued = link.isUrl() && !endsInBlank();
        put(glued ? "<" + link.address() + ">" : link.address());
        if (link.isUrl() && !glued) {
            bareFrom = start;
            bareTo = text.length();
        }
        visible = true;
    }

    /** The link that is all there is, or nothing. */
    @Nullable
    Link onlyLink() {
        trim();
        return links == 1 && firstLink != null && firstLinkEnd == text.length() ? firstLink : null;
    }

    /** All that was gathered, or only the label of the only link. Begins anew. */
    List<String> takeLines(boolean onlyLabel) {
        trim();
        List<String> lines = text.substring(0, onlyLabel ? firstLabelEnd : text.length())
                .lines()
                .toList();
        clear();
        return lines;
    }

    void clear() {
        text.setLength(0);
        blank = false;
        joiner = 0;
        imageEdge = false;
        visible = false;
        kept = false;
        links = 0;
        firstLink = null;
        bareFrom = NONE;
        bareTo = NONE;
        inserted = 0;
    }

    private void blank(int c, WhiteSpace whiteSpace) {
        joiner = 0;
        if (whiteSpace == WhiteSpace.KEPT) {
            text.append(c == '\t' ? '\t' : ' ');
        } else {
            blank = true;
        }
    }

    private void visible(int c) {
        if (imageEdge && !endsInBlank() && Character.isLetterOrDigit(c) && Character.isLetterOrDigit(last())) {
            blank = true;
        }
        imageEdge = false;
        visible |= Columns.of(c) > 0;
        put((joiner == 0 ? "" : String.valueOf(joiner)) + Character.toString(c));
    }

    private void put(String added) {
        if (bareTo == text.length() && !blank && added.charAt(0) != ' ') {
            text.insert(bareFrom, '<').append('>');
            inserted += 2;
        }
        bareTo = NONE;
        putBlank();
        joiner = 0;
        text.append(added);
    }

    private void putBlank() {
        if (blank && !endsInWhite()) {
            text.append(' ');
        }
        blank = false;
    }

    private boolean endsInBlank() {
        return blank || endsInWhite();
    }

    private boolean endsInWhite() {
        return text.length() == 0 || Character.isWhitespace(text.charAt(text.length() - 1));
    }

    private int last() {
        return text.codePointBefore(text.length());
    }

    private int skipWhite(int mark) {
        int i = mark + inserted;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private void trim() {
        int length = text.length();
        while (length > 0 && Character.isWhitespace(text.charAt(length - 1))) {
            length--;
        }
        text.setLength(length);
    }

    static boolean isLoneSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    /** What is there for the layout only: characters that show nothing, but not those that set a direction. */
    private static boolean isFiller(int c) {
        return Character.isISOControl(c)
                || c == 0xAD
                || c == 0x180E
                || c == 0x200B
                || (c >= 0x2060 && c <= 0x2064)
                || c == 0xFEFF;
    }
}
