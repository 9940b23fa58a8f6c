package io.tidings.adapter.smtplegacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.adapter.smtplegacy.options.TlsMode;
import io.tidings.adapter.smtplegacy.relay.Answer;
import io.tidings.adapter.smtplegacy.relay.Certificates;
import io.tidings.adapter.smtplegacy.relay.RelayServer;
import io.tidings.adapter.smtplegacy.relay.Script;
import io.tidings.adapter.smtplegacy.relay.Step;
import io.tidings.email.Accepted;
import io.tidings.email.Deferred;
import io.tidings.email.Failure;
import io.tidings.email.FailureReason;
import io.tidings.email.SendResult;
import io.tidings.email.Verdict;
import io.tidings.testkit.Messages;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who listens on the way, or stands in for the relay, gets neither the message nor a credential. */
class TlsTest {

    private static final List<String> LOGIN_ONLY = List.of("AUTH=LOGIN", "AUTH LOGIN CRAM-MD5");

    static Stream<Arguments> certificates() {
        return Stream.of(TlsMode.REQUIRED, TlsMode.IMPLICIT)
                .flatMap(mode -> Stream.of(
                        Arguments.of(mode, Certificates.OTHER_HOST, FailureReason.CERTIFICATE_WRONG_HOST),
                        Arguments.of(mode, Certificates.EXPIRED, FailureReason.CERTIFICATE_EXPIRED),
                        Arguments.of(mode, Certificates.SELF_SIGNED, FailureReason.CERTIFICATE_NOT_TRUSTED)));
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void aCertificateThatProvesNothingIsRefused(TlsMode mode, KeyStore certificate, FailureReason reason) {
        RelayServer.Builder builder = RelayServer.builder().certificate(certificate);
        try (RelayServer relay = mode == TlsMode.IMPLICIT ? builder.implicit().start() : builder.start()) {
            assertRefused(relay, mode, reason);
        }
    }

    @Test
    void aCertificateOfAnAuthorityThatWasNotConfiguredIsRefused() {
        try (RelayServer relay =
                        RelayServer.builder().certificate(Certificates.GOOD).start();
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(
                        SmtpLegacyConfig.of(relay.address()).withLogin(Configs.login()))) {
            assertRefused(relay, adapter.send(Messages.simple()), FailureReason.CERTIFICATE_NOT_TRUSTED);
        }
    }

    @Test
    void aStrippedOfferOfTlsIsRefused() {
        try (RelayServer relay =
                RelayServer.builder().certificate(Certificates.GOOD).stripped().start()) {
            assertRefused(relay, TlsMode.REQUIRED, FailureReason.TLS_NOT_OFFERED);
        }
    }

    @Test
    void plainTextThatFollowsTheOfferIsRefused() {
        Answer injecting = new Answer("220 go ahead\r\n250 AUTH PLAIN\r\n", Answer.Then.TLS, false);
        try (RelayServer relay = RelayServer.builder()
                .certificate(Certificates.GOOD)
                .script(Script.at(Step.STARTTLS, injecting))
                .start()) {
            assertRefused(relay, TlsMode.REQUIRED, FailureReason.TLS_TAMPERED);
        }
    }

    @Test
    void whatTheRelayOfferedInClearDoesNotCount() {
        try (RelayServer relay = RelayServer.builder()
                .certificate(Certificates.GOOD)
                .extensions(List.of("PIPELINING"))
                .script(new OfferingOnce())
                .start()) {
            SendResult result = send(relay, TlsMode.REQUIRED);

            Failure failure = result.problem().orElseThrow();
            assertThat(failure.verdict()).isEqualTo(Verdict.ACCOUNT);
            assertThat(failure.reason()).isEqualTo(FailureReason.AUTHENTICATION_FAILED);
            assertSawNoCredential(relay);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsMode.class,
            names = {"REQUIRED", "IMPLICIT"})
    void aRelayThatProvesWhoItIsGetsTheMessage(TlsMode mode) {
        RelayServer.Builder builder = RelayServer.builder().certificate(Certificates.GOOD);
        try (RelayServer relay = mode == TlsMode.IMPLICIT ? builder.implicit().start() : builder.start()) {
            assertThat(send(relay, mode)).isInstanceOf(Accepted.class);
            assertThat(relay.messages()).hasSize(1);
            assertThat(relay.commands()).anyMatch(command -> command.startsWith("AUTH PLAIN "));
        }
    }

    @Test
    void oneSecuredConnectionCarriesManyMessages() {
        try (RelayServer relay =
                        RelayServer.builder().certificate(Certificates.GOOD).start();
                SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.secured(relay, TlsMode.REQUIRED))) {
            for (int i = 0; i < 10; i++) {
                assertThat(adapter.send(Messages.simple())).isInstanceOf(Accepted.class);
            }
            assertThat(relay.connections()).isEqualTo(1);
            assertThat(relay.messages()).hasSize(10);
        }
    }

    @Test
    void aRelayThatKnowsOnlyLoginGetsIt() {
        for (String offer : LOGIN_ONLY) {
            try (RelayServer relay = RelayServer.builder()
                    .certificate(Certificates.GOOD)
                    .extensions(List.of(offer))
                    .start()) {
                assertThat(send(relay, TlsMode.REQUIRED)).isInstanceOf(Accepted.class);
                assertThat(relay.commands()).contains("AUTH LOGIN");
            }
        }
    }

    @Test
    void aWrongPasswordIsTheAccountsFault() {
        try (RelayServer relay = RelayServer.builder()
                .certificate(Certificates.GOOD)
                .script(Script.at(Step.AUTH, Answer.say("535 5.7.8 canary")))
                .start()) {
            Failure failure = send(relay, TlsMode.REQUIRED).problem().orElseThrow();

            assertThat(failure.verdict()).isEqualTo(Verdict.ACCOUNT);
            assertThat(failure.reason()).isEqualTo(FailureReason.AUTHENTICATION_FAILED);
        }
    }

    private static SendResult send(RelayServer relay, TlsMode mode) {
        try (SmtpLegacyEmailAdapter adapter = new SmtpLegacyEmailAdapter(Configs.secured(relay, mode))) {
            return adapter.send(Messages.simple());
        }
    }

    private static void assertRefused(RelayServer relay, TlsMode mode, FailureReason reason) {
        assertRefused(relay, send(relay, mode), reason);
    }

    private static void assertRefused(RelayServer relay, SendResult result, FailureReason reason) {
        assertThat(result).isInstanceOf(Deferred.class);
        Failure failure = result.problem().orElseThrow();
        assertThat(failure.verdict()).isEqualTo(Verdict.TRANSPORT);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.summary()).contains(": ").endsWith(reason.advice());
        assertThat(reason.advice()).isNotEmpty();
        assertThat(relay.messages()).isEmpty();
        assertSawNoCredential(relay);
        assertThat(relay.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    private static void assertSawNoCredential(RelayServer relay) {
        String secret = "\0" + RelayServer.USER + "\0" + RelayServer.PASSWORD;
        String coded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(relay.commands())
                .noneMatch(command -> command.startsWith("AUTH")
                        || command.contains(coded)
                        || command.contains(RelayServer.PASSWORD));
    }

    /** Offers to log in with its first reply to EHLO, and not with the second. */
    private static final class OfferingOnce implements Script {

        private boolean offered;

        @Override
        public synchronized Optional<Answer> answer(Step step, String command, int connection) {
            if (step != Step.EHLO || offered) {
                return Optional.empty();
            }
            offered = true;
            return Optional.of(new Answer("250-relay\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n", Answer.Then.GO_ON, false));
        }
    }
}
