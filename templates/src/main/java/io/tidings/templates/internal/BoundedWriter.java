package io.tidings.templates.internal;

import java.io.IOException;
import java.io.Writer;

/** Keeps up to a number of characters; one more is an error. */
final class BoundedWriter extends Writer {

    private final StringBuilder text;
    private final int max;

    /** @param expected how many there will be, about; so much room there is from the start */
    BoundedWriter(int max, int expected) {
        this.text = new StringBuilder(Math.min(max, expected));
        this.max = max;
    }

    @Override
    public void write(int character) throws FullException {
        claim(1);
        text.append((char) character);
    }

    @Override
    public void write(char[] characters, int offset, int length) throws FullException {
        claim(length);
        text.append(characters, offset, length);
    }

    @Override
    public void write(String string, int offset, int length) throws FullException {
        claim(length);
        text.append(string, offset, offset + length);
    }

    private void claim(int length) throws FullException {
        if (length > max - text.length()) {
            throw new FullException();
        }
    }

    int length() {
        return text.length();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }

    static final class FullException extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
