package io.tidings.templates.internal.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A file's text, and where its lines begin. */
final class Source {

    private final String name;
    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

    Source(String name, String text) {
        this.name = name;
        this.text = text;
        for (int i = 0; i < text.length(); i++) {
            boolean crLf = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !crLf)) {
                lineStarts.add(i + 1);
            }
        }
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    /** @param line counted from 1, as the column is */
    int offset(int line, int column) {
        return lineStarts.get(line - 1) + column - 1;
    }

    /** Counted from 1. */
    int line(int offset) {
        int found = Collections.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Counted from 1. */
    int column(int offset) {
        return offset - lineStarts.get(line(offset) - 1) + 1;
    }

    Span span(int from, int to) {
        return new Span(this, from, to);
    }

    @Override
    public String toString() {
        return name;
    }
}
