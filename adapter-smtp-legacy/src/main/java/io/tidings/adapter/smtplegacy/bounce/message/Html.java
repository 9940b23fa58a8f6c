package io.tidings.adapter.smtplegacy.bounce.message;

import java.util.Locale;
import java.util.Map;

/** What HTML says, for somebody who looks for addresses and status codes in it; not for display. */
final class Html {

    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "nbsp", " ", "#39", "'", "#64", "@", "#46", ".");
    private static final int LONGEST_ENTITY = 6;

    private Html() {}

    /** Tags become line breaks, but for those that stand within a line. */
    static String text(String html) {
        StringBuilder text = new StringBuilder(html.length());
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                int end = html.indexOf('>', at);
                if (end < 0) {
                    break;
                }
                String tag = name(html, at + 1, end);
                text.append(isInline(tag) ? "" : "\n");
                boolean unseen = tag.equals("style") || tag.equals("script") || tag.equals("title");
                at = unseen ? html.indexOf("</", end) : end + 1;
                if (at < 0) {
                    break;
                }
            } else if (c == '&') {
                String entity = entity(html, at + 1);
                String plain = ENTITIES.get(entity);
                text.append(plain == null ? "&" : plain);
                at += plain == null ? 1 : entity.length() + 2;
            } else {
                text.append(c == '\n' ? ' ' : c);
                at++;
            }
        }
        return text.toString();
    }

    /** Up to its semicolon; empty if that is not near. */
    private static String entity(String html, int from) {
        int end = html.substring(from, Math.min(html.length(), from + LONGEST_ENTITY))
                .indexOf(';');
        return end < 0 ? "" : html.substring(from, from + end);
    }

    private static String name(String html, int from, int to) {
        int end = html.startsWith("/", from) ? from + 1 : from;
        while (end < to && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        return html.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isInline(String tag) {
        return switch (tag.startsWith("/") ? tag.substring(1) : tag) {
            case "b", "strong", "i", "em", "u", "span", "font", "a", "code", "tt", "small" -> true;
            default -> false;
        };
    }
}
