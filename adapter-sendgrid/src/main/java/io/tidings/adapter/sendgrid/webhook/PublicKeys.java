package io.tidings.adapter.sendgrid.webhook;

import io.tidings.error.InvalidArgumentException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** Public keys on the curve P-256 (FIPS 186-4, D.1.2.3), the only ones with which SendGrid signs. */
final class PublicKeys {

    static final String RULE = "must be the Verification Key that SendGrid shows where signing of the Event Webhook is"
            + " switched on: a public key on the curve P-256, in base64";

    private static final int LONGEST = 1_000;
    private static final Pattern ARMOUR = Pattern.compile("-----(BEGIN|END) PUBLIC KEY-----|\\s");
    private static final ECParameterSpec P256 = p256();

    private PublicKeys() {}

    private static ECParameterSpec p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK does not know the curve P-256", e);
        }
    }

    /** How many points the curve has. */
    static BigInteger order() {
        return P256.getOrder();
    }

    /**
     * Reads a key as SendGrid shows it: a SubjectPublicKeyInfo (RFC 5480) in base64, with or without the armour of PEM.
     */
    static ECPublicKey parse(String text) {
        if (text.length() > LONGEST) {
            throw invalid();
        }
        try {
            byte[] der = Base64.getDecoder().decode(ARMOUR.matcher(text).replaceAll(""));
            KeyFactory factory = KeyFactory.getInstance("EC");
            ECPublicKey given = require((ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(der)));
            // The JDK overlooks bits that have no meaning; then the key was not copied as it is shown.
            PublicKey same = factory.generatePublic(new ECPublicKeySpec(given.getW(), P256));
            if (Arrays.equals(same.getEncoded(), der)) {
                return given;
            }
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            // Neither text nor cause of the error is shown: somebody may have put a secret here.
            throw invalid();
        }
        throw invalid();
    }

    /** The key, if it is a point of P-256. */
    static ECPublicKey require(ECPublicKey key) {
        if (!isP256(key.getParams()) || !isOnCurve(key.getW())) {
            throw invalid();
        }
        return key;
    }

    private static boolean isP256(ECParameterSpec given) {
        return given != null
                && given.getCurve().equals(P256.getCurve())
                && given.getGenerator().equals(P256.getGenerator())
                && given.getOrder().equals(P256.getOrder())
                && given.getCofactor() == P256.getCofactor();
    }

    private static boolean isOnCurve(ECPoint point) {
        if (point.equals(ECPoint.POINT_INFINITY)) {
            return false;
        }
        EllipticCurve curve = P256.getCurve();
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
        return x.signum() >= 0
                && y.signum() >= 0
                && x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && y.pow(2).mod(p).equals(right.mod(p));
    }

    private static InvalidArgumentException invalid() {
        return new InvalidArgumentException("publicKeys", RULE);
    }
}
