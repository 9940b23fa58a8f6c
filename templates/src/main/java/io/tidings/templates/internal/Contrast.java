package io.tidings.templates.internal;

/**
 * Whether text can be read on a ground: the contrast ratio of WCAG 2.2, of colours such as {@code #1b4b82}.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>
 */
final class Contrast {

    /** Level AA, for text of any size. */
    private static final double ENOUGH = 4.5;

    private Contrast() {}

    static boolean suffices(String text, String ground) {
        double a = luminance(text);
        double b = luminance(ground);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= ENOUGH;
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
