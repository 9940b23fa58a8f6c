package io.tidings.adapter.smtplegacy.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidings.error.InvalidArgumentException;
import io.tidings.spi.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DkimKeyTest {

    private static final String RSA = Keys.pem(Keys.RSA);
    private static final String ED25519 = Keys.pem(Keys.ED25519);

    private static DkimKey key(String pem) {
        return DkimKey.of("s2026", new Secret(pem));
    }

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("rsa-sha256", RSA),
                Arguments.of("rsa-sha256", Keys.pkcs1(Keys.RSA)),
                Arguments.of("rsa-sha256", RSA.replace("\n", "\r\n")),
                Arguments.of("rsa-sha256", RSA.replace("\n", "\\n")),
                Arguments.of("rsa-sha256", "Bag Attributes\n  friendlyName: x\n" + RSA),
                Arguments.of("ed25519-sha256", ED25519));
    }

    @ParameterizedTest
    @MethodSource("good")
    void aKeyInPemSaysWhichAlgorithmItIsFor(String algorithm, String pem) {
        assertThat(key(pem).algorithm()).isEqualTo(algorithm);
    }

    @Test
    void bothFormsOfAnRsaKeyAreTheSameKey() {
        assertThat(key(Keys.pkcs1(Keys.RSA)).sign(new byte[] {1})).isEqualTo(key(RSA).sign(new byte[] {1}));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("", "PEM"),
                Arguments.of("no key", "PEM"),
                Arguments.of(RSA.replace("-----END PRIVATE KEY-----", ""), "PEM"),
                Arguments.of(RSA + ED25519, "one key"),
                Arguments.of(Keys.pem("ENCRYPTED PRIVATE KEY", new byte[200]), "encrypted"),
                Arguments.of(
                        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES,0\n\nAAAA\n"
                                + "-----END RSA PRIVATE KEY-----",
                        "encrypted"),
                Arguments.of(Keys.pem("PUBLIC KEY", Keys.RSA.getPublic().getEncoded()), "must be a PRIVATE KEY"),
                Arguments.of(Keys.pem("CERTIFICATE", new byte[10]), "must be a PRIVATE KEY"),
                Arguments.of(Keys.pem(Keys.generate("EC", 256)), "RSA or Ed25519"),
                Arguments.of(Keys.pem("PRIVATE KEY", new byte[300]), "RSA or Ed25519"),
                Arguments.of(Keys.pem("RSA PRIVATE KEY", new byte[300]), "RSA or Ed25519"),
                Arguments.of(Keys.pem("RSA PRIVATE KEY", new byte[3]), "RSA or Ed25519"),
                Arguments.of(RSA.replace("MII", "M*I"), "base64"),
                Arguments.of(damaged(), "damaged"),
                Arguments.of(Keys.pem(Keys.generate("RSA", 1024)), "at least 2048 bits"));
    }

    /** A digit of the private exponents is another. */
    private static String damaged() {
        byte[] der = Keys.RSA.getPrivate().getEncoded();
        der[der.length - 300] ^= 1;
        return Keys.pem("PRIVATE KEY", der);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNoKeyIsRefusedWithAReason(String pem, String reason) {
        InvalidArgumentException thrown = catchThrowableOfType(InvalidArgumentException.class, () -> key(pem));

        assertThat(thrown.field()).isEqualTo("dkim.private-key");
        assertThat(thrown).hasMessageContaining(reason).hasNoCause();
        if (pem.length() > 80) {
            assertThat(thrown.getMessage()).doesNotContain(pem.substring(40, 50));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a b", "a;b", "a..b", "ä"})
    void aSelectorIsANameInTheDns(String selector) {
        assertThatThrownBy(() -> DkimKey.of(selector, new Secret(ED25519)))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("dkim.selector");
    }

    @Test
    void aKeyCanBeInAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("dkim.pem"), ED25519);

        assertThat(DkimKey.of("s", file).sign(new byte[1]))
                .isEqualTo(key(ED25519).sign(new byte[1]));
    }

    @Test
    void aFileThatCannotBeReadIsAnError(@TempDir Path directory) throws IOException {
        Path large = Files.write(directory.resolve("large"), new byte[100_000]);

        assertThatThrownBy(() -> DkimKey.of("s", directory.resolve("missing")))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("dkim.private-key must be in a file that can be read");
        assertThatThrownBy(() -> DkimKey.of("s", large))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("64 kB");
    }

    @Test
    void aKeyIsNeverShown() {
        DkimKey key = key(RSA);

        assertThat(key.toString()).isEqualTo("DkimKey[selector=s2026, algorithm=rsa-sha256]");
        assertThat(new DkimOptions("Example.GOV", List.of(key)).toString())
                .isEqualTo("DkimOptions[domain=example.gov, keys=[" + key + "]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "example.gov.", "bücher.example", "a b.example", "-a.example"})
    void theDomainIsInItsAsciiForm(String domain) {
        assertThatThrownBy(() -> new DkimOptions(domain, List.of(Keys.rsa())))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("dkim.domain");
    }

    @Test
    void eachKeyHasASelectorOfItsOwn() {
        assertThatThrownBy(() -> new DkimOptions("example.gov", List.of(Keys.rsa(), Keys.rsa())))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("dkim.selector");
        assertThatThrownBy(() -> new DkimOptions("example.gov", List.of()))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageStartingWith("dkim.private-key");
    }
}
