package io.tidings.templates.internal.text;

/** What becomes of blanks and line breaks in HTML. */
enum WhiteSpace {
    /** Any run of them is one blank. */
    COLLAPSED,
    /** Line breaks stay, and blanks do not. */
    LINES,
    /** All stay, and lines are not folded. */
    KEPT
}
