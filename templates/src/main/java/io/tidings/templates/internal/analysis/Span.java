package io.tidings.templates.internal.analysis;

/**
 * A piece of a file.
 *
 * @param source the file
 * @param from its first character
 * @param to the one after its last
 */
record Span(Source source, int from, int to) {

    int line() {
        return source.line(from);
    }

    int column() {
        return source.column(from);
    }

    String text() {
        return source.text().substring(from, to);
    }
}
