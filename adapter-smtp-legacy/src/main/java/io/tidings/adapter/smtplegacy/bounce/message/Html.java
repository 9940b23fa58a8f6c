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
                int close = unseen ? html.indexOf("</", end) : -1;
                at = close > 0 ? close : end + 1;
            } else if (c == '&') {
                int end = html.indexOf(';', at);
                String entity = end > at && end - at <= LONGEST_ENTITY ? html.substring(at + 1, end) : "";
                String plain = ENTITIES.get(entity);
                text.append(plain == null ? "&" : plain);
                at = plain == null ? at + 1 : end + 1;
            } else {
                text.append(c == '\n' ? ' ' : c);
                at++;
            }
        }
        return text.toString();
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
