package io.tidings.mime;

import java.io.IOException;

/** A run of the message's octets. */
interface Segment {

    /** How many octets {@link #write} puts. */
    long size();

    /** Puts the octets, each time the same. */
    void write(Octets out) throws IOException;

    /** These octets, which nobody changes any more. */
    static Segment of(byte[] octets) {
        return new Segment() {
            @Override
            public long size() {
                return octets.length;
            }

            @Override
            public void write(Octets out) throws IOException {
                out.put(octets, octets.length);
            }
        };
    }
}
