package io.tidings.adapter.sendgrid.webhook;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The form of a signature with ECDSA on P-256: two numbers in DER (RFC 3279, 2.2.3), in base64, each part written in
 * the one way that is right. Checked here because not every JDK does: some took two zeros for a valid signature of
 * anything (CVE-2022-21449), and libraries differ in what they overlook.
 */
final class EcdsaSignature {

    /** Two numbers of 33 octets, with their heads. */
    private static final int LONGEST = 72;

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    private EcdsaSignature() {}

    /** The signature in DER; empty if it is in any other form, or cannot be right. */
    static Optional<byte[]> read(String base64) {
        if (base64.length() > 4 * ((LONGEST + 2) / 3)) {
            return Optional.empty();
        }
        byte[] der;
        try {
            der = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // The decoder overlooks missing padding and bits that have no meaning.
        boolean exact = Base64.getEncoder().encodeToString(der).equals(base64);
        return exact && isRight(der) ? Optional.of(der) : Optional.empty();
    }

    private static boolean isRight(byte[] der) {
        if (der.length < 8 || der[0] != SEQUENCE || der[1] != der.length - 2) {
            return false;
        }
        int s = afterNumber(der, 2);
        return s > 0 && afterNumber(der, s) == der.length;
    }

    /** Where what follows a number begins; 0 if there is no number in the range that signatures can have. */
    private static int afterNumber(byte[] der, int start) {
        if (start + 2 >= der.length || der[start] != INTEGER) {
            return 0;
        }
        int first = start + 2;
        int end = first + der[start + 1];
        if (end <= first || end > der.length) {
            return 0;
        }
        boolean padded = end - first > 1 && der[first] == 0 && der[first + 1] >= 0;
        BigInteger number = new BigInteger(Arrays.copyOfRange(der, first, end));
        return !padded && number.signum() > 0 && number.compareTo(PublicKeys.order()) < 0 ? end : 0;
    }
}
