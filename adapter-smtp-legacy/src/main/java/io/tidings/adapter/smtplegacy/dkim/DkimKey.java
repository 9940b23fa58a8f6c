package io.tidings.adapter.smtplegacy.dkim;

import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A private key and the selector under which the domain publishes the public one: RSA of 2048 bits or more (RFC 8301)
 * or Ed25519 (RFC 8463). Immutable; {@link #toString()} shows the selector and the algorithm.
 */
public final class DkimKey {

    /** The largest file that is read, in octets: no key is nearly as large. */
    private static final int MAX_FILE = 64 * 1024;

    private static final int MIN_RSA_BITS = 2048;

    /** RFC 6376, 3.1: labels with dots between them. */
    private static final Pattern SELECTOR =
            Pattern.compile("(?=.{1,200}$)[a-z0-9]([a-z0-9_-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9_-]*[a-z0-9])?)*");

    private final String selector;
    private final PrivateKey key;

    private DkimKey(String selector, PrivateKey key) {
        this.selector = selector;
        this.key = key;
    }

    /**
     * A key in PEM, as PKCS#8 ({@code BEGIN PRIVATE KEY}) or PKCS#1 ({@code BEGIN RSA PRIVATE KEY}), not encrypted.
     *
     * @param selector such as {@code s2026}, of which the public key is at {@code s2026._domainkey.<domain>}
     * @throws InvalidArgumentException if it is no such key, or an RSA key of less than 2048 bits
     */
    public static DkimKey of(String selector, Secret pem) {
        String name = requireSelector(selector);
        PrivateKey key = Pem.privateKey(pem.reveal());
        if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < MIN_RSA_BITS) {
            throw new InvalidArgumentException(
                    "dkim.private-key",
                    "must have at least " + MIN_RSA_BITS + " bits if it is an RSA key; make a new one");
        }
        DkimKey made = new DkimKey(name, key);
        made.trySigning();
        return made;
    }

    /**
     * As {@link #of(String, Secret)}, with the key in a file.
     *
     * @throws InvalidArgumentException also if the file cannot be read
     */
    public static DkimKey of(String selector, Path file) {
        try {
            if (Files.size(file) <= MAX_FILE) {
                return of(selector, new Secret(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        } catch (IOException e) {
            throw new InvalidArgumentException("dkim.private-key", "must be in a file that can be read");
        }
        throw new InvalidArgumentException("dkim.private-key", "must be in a file of at most 64 kB");
    }

    /**
     * The selector in lower case, once it is known to be one.
     *
     * @throws InvalidArgumentException if it is no name in the DNS
     */
    public static String requireSelector(String selector) {
        String name = selector.toLowerCase(Locale.ROOT);
        if (!SELECTOR.matcher(name).matches()) {
            throw new InvalidArgumentException("dkim.selector", "must be a name in the DNS such as s2026");
        }
        return name;
    }

    /** A key that is no key shows now, and not with the first message. */
    private void trySigning() {
        try {
            sign(new byte[0]);
        } catch (IllegalStateException e) {
            throw new InvalidArgumentException("dkim.private-key", "must be a key that can sign; it is damaged");
        }
    }

    /** The name under which the public key is published. */
    public String selector() {
        return selector;
    }

    /** As in {@code a=}: {@code rsa-sha256} or {@code ed25519-sha256}. */
    String algorithm() {
        return isRsa() ? "rsa-sha256" : "ed25519-sha256";
    }

    private boolean isRsa() {
        return key instanceof RSAPrivateKey;
    }

    /** The signature of these octets, of which Ed25519 signs the SHA-256 hash (RFC 8463, 3). */
    byte[] sign(byte[] data) {
        try {
            Signature signature = Signature.getInstance(isRsa() ? "SHA256withRSA" : "Ed25519");
            signature.initSign(key);
            signature.update(
                    isRsa() ? data : MessageDigest.getInstance("SHA-256").digest(data));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The DKIM key cannot sign", e);
        }
    }

    /** Selector and algorithm. */
    @Override
    public String toString() {
        return "DkimKey[selector=" + selector + ", algorithm=" + algorithm() + "]";
    }
}
