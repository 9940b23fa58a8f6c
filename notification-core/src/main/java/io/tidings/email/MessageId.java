package io.tidings.email;

import io.tidings.error.InvalidArgumentException;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * The identity of one message: 128 random bits as 26 characters of lower-case base32 (RFC 4648, without padding). Made
 * before the first attempt and the same across retries and fail-over, so that every event can be matched to its send.
 *
 * @param value 26 characters from {@code a-z2-7}
 */
public record MessageId(String value) {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;
    /** 130 bits in 26 characters: the last one carries three bits of the 128, its low two are zero. */
    private static final Pattern SYNTAX = Pattern.compile("[a-z2-7]{25}[aeimquy4]");

    private static final SecureRandom RANDOM = new SecureRandom();

    public MessageId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new InvalidArgumentException("messageId", "must be 128 bits in 26 characters of lower-case base32");
        }
    }

    /** A new identity. */
    public static MessageId random() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return of(bits);
    }

    /** @param bits 16 octets */
    static MessageId of(byte[] bits) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int bit = 0; bit < 5 * LENGTH; bit += 5) {
            int index = bit / 8;
            int window = (bits[index] & 0xff) << 8 | (index + 1 < bits.length ? bits[index + 1] & 0xff : 0);
            text.append(ALPHABET.charAt(window >> (11 - bit % 8) & 31));
        }
        return new MessageId(text.toString());
    }

    /** The {@code Message-ID} header (RFC 5322, 3.6.4): {@code <value@sender-domain>}. */
    public String headerValue(EmailAddress from) {
        return "<" + value + "@" + from.domain() + ">";
    }

    /** The bare value. */
    @Override
    public String toString() {
        return value;
    }
}
