package io.tidings.templates.internal.text;

/** How labels lead to what they stand for. */
final class Labels {

    private Labels() {}

    /** With a colon, unless it ends in another sign. */
    static String withColon(String label) {
        if (label.isEmpty()) {
            return label;
        }
        int last = label.codePointBefore(label.length());
        boolean word = Character.isLetterOrDigit(last) || ")]”\"'’%".indexOf(last) >= 0 || Columns.of(last) == 0;
        return word ? label + ":" : label;
    }
}
