package io.tidings.adapter.smtplegacy.dkim;

import io.tidings.spi.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Keys for tests, made anew for each run. */
final class Keys {

    static final KeyPair RSA = generate("RSA", 2048);
    static final KeyPair ED25519 = generate("Ed25519", 255);

    private static final byte[] ED25519_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private Keys() {}

    static KeyPair generate(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PKCS#8 in PEM. */
    static String pem(KeyPair pair) {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    /** PKCS#1 in PEM. */
    static String pkcs1(KeyPair rsa) {
        byte[] pkcs8 = rsa.getPrivate().getEncoded();
        // Behind the outer head of 4 octets, version and algorithm of 18, and the head of the octet string of 4.
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
    }

    static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label
                + "-----\n";
    }

    static DkimKey rsa() {
        return DkimKey.of("r1", new Secret(pem(RSA)));
    }

    static DkimKey ed25519() {
        return DkimKey.of("e1", new Secret(pem(ED25519)));
    }

    /** As it stands in the DNS: the key alone. */
    static PublicKey ed25519(String base64) {
        byte[] key = Base64.getDecoder().decode(base64);
        byte[] encoded = Arrays.copyOf(ED25519_HEAD, ED25519_HEAD.length + key.length);
        System.arraycopy(key, 0, encoded, ED25519_HEAD.length, key.length);
        return publicKey("Ed25519", encoded);
    }

    /** As it stands in the DNS. */
    static PublicKey rsa(String base64) {
        return publicKey("RSA", Base64.getDecoder().decode(base64));
    }

    private static PublicKey publicKey(String algorithm, byte[] encoded) {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
