package io.tidings.templates.internal.text;

import org.jsoup.nodes.Element;

/** The numbers of a list's items. */
final class Numbers {

    private int next;

    Numbers(Element list) {
        this.next = number(list.attr("start"), 1);
    }

    int next(Element item) {
        int number = number(item.attr("value"), next);
        next = number + 1;
        return number;
    }

    private static int number(String value, int otherwise) {
        String stripped = value.strip();
        return stripped.matches("[+-]?[0-9]{1,9}") ? Integer.parseInt(stripped) : otherwise;
    }
}
