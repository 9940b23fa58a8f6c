package io.tidings.adapter.smtplegacy.dkim;

import io.tidings.error.InvalidArgumentException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads private keys in PEM (RFC 7468). No error shows anything of the text. */
final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /**
     * Version 0 and the algorithm rsaEncryption without parameters (RFC 5958, RFC 8017): what PKCS#8 has before the
     * key.
     */
    private static final byte[] RSA_HEAD = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    private Pem() {}

    /** The only private key in the text. */
    static PrivateKey privateKey(String text) {
        // In an environment variable line ends are often written out.
        Matcher block = BLOCK.matcher(text.replace("\\n", "\n"));
        if (!block.find()) {
            throw invalid("must be a private key in PEM, with its BEGIN and END lines");
        }
        String label = block.group(1);
        String content = block.group(2);
        if (block.find()) {
            throw invalid("must be one key in PEM and nothing else");
        }
        if (label.contains("ENCRYPTED") || content.contains("ENCRYPTED")) {
            throw invalid("must not be encrypted; decrypt it with openssl pkey, and guard the file");
        }
        return switch (label) {
            case "PRIVATE KEY" -> pkcs8(decode(content));
            case "RSA PRIVATE KEY" -> pkcs8(wrap(decode(content)));
            default -> throw invalid("must be a PRIVATE KEY or an RSA PRIVATE KEY in PEM");
        };
    }

    private static byte[] decode(String content) {
        try {
            return Base64.getDecoder().decode(content.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw invalid("must be whole; what is between its BEGIN and END lines is no base64");
        }
    }

    private static PrivateKey pkcs8(byte[] der) {
        return Stream.of("RSA", "Ed25519")
                .flatMap(algorithm -> key(algorithm, der).stream())
                .findFirst()
                .orElseThrow(() -> invalid("must be an RSA or Ed25519 key, undamaged"));
    }

    /** Empty if it is a key of another algorithm, or none at all. */
    private static Optional<PrivateKey> key(String algorithm, byte[] der) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + algorithm, e);
        }
    }

    /** PKCS#8 around a key of PKCS#1. */
    private static byte[] wrap(byte[] pkcs1) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(RSA_HEAD);
        content.writeBytes(element(OCTET_STRING, pkcs1));
        return element(SEQUENCE, content.toByteArray());
    }

    /** DER (X.690, 8.1), with a length of two octets: a key of RSA has no fewer, and one of 64 kB no more. */
    private static byte[] element(int tag, byte[] content) {
        if (content.length < 0x100 || content.length > 0xffff) {
            throw invalid("must be an RSA or Ed25519 key, undamaged");
        }
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) tag)
                .put((byte) 0x82)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    private static InvalidArgumentException invalid(String rule) {
        return new InvalidArgumentException("dkim.private-key", rule);
    }
}
