package io.tidings.adapter.sendgrid.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one form of a signature; whatever the JDK would take besides. */
class EcdsaSignatureTest {

    private static boolean isRead(String hex) {
        byte[] der = HexFormat.of().parseHex(hex.replace(" ", ""));
        return EcdsaSignature.read(Base64.getEncoder().encodeToString(der)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "30 06 0201 01 0201 01, true",
        "30 08 0202 0080 0202 00ff, true",
        // Zero, for one of them or both (CVE-2022-21449).
        "30 06 0201 00 0201 00, false",
        "30 06 0201 00 0201 01, false",
        "30 06 0201 01 0201 00, false",
        // Negative.
        "30 06 0201 80 0201 01, false",
        "30 06 0201 01 0201 ff, false",
        // A zero too many.
        "30 07 0202 0001 0201 01, false",
        "30 07 0201 01 0202 007f, false",
        // Without a number.
        "30 05 0200 0201 01, false",
        "30 06 0200 0202 0101, false",
        "30 00, false",
        "30, false",
        // Lengths that do not fit.
        "30 07 0201 01 0201 01, false",
        "30 05 0201 01 0201 01, false",
        "30 06 0202 01 0201 01, false",
        "30 06 0201 01 0202 01, false",
        "30 06 0281 01 0201 01, false",
        "30 81 06 0201 01 0201 01, false",
        // Something behind it, outside and inside.
        "30 06 0201 01 0201 01 00, false",
        "30 07 0201 01 0201 01 00, false",
        "30 09 0201 01 0201 01 0201 01, false",
        // Other types.
        "31 06 0201 01 0201 01, false",
        "30 06 0301 01 0201 01, false",
        "30 06 0201 01 0401 01, false",
    })
    void isReadInOneFormOnly(String hex, boolean read) {
        assertThat(isRead(hex)).isEqualTo(read);
    }

    @Test
    void itsNumbersAreBelowTheOrderOfTheCurve() {
        BigInteger order = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

        assertThat(isRead(withR(order.subtract(BigInteger.ONE)))).isTrue();
        assertThat(isRead(withR(order))).isFalse();
        assertThat(isRead(withR(order.add(BigInteger.ONE)))).isFalse();
    }

    private static String withR(BigInteger r) {
        return "30260221" + HexFormat.of().formatHex(r.toByteArray()) + "020101";
    }

    @ParameterizedTest
    @CsvSource(
            value = {"MAYCAQECAQE=,true", "MAYCAQECAQE,false", "MAYCAQECAQF=,false", "MAYCAQECAQE==,false", "'',false"})
    void isReadFromBase64InOneFormOnly(String base64, boolean read) {
        assertThat(EcdsaSignature.read(base64).isPresent()).isEqualTo(read);
    }
}
