package io.tidings.email;

import static io.tidings.email.Invalid.assertRefused;
import static io.tidings.email.Messages.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.Verdict.BreakerEffect;
import io.tidings.email.Verdict.Certainty;
import io.tidings.email.Verdict.Remedy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {

    private static final Map<Class<? extends SendResult>, Function<Failure, SendResult>> RESULTS = Map.of(
            Deferred.class, failure -> new Deferred(failure, List.of()),
            Rejected.class, failure -> new Rejected(failure, List.of()),
            Unconfirmed.class, failure -> new Unconfirmed("sendgrid", failure, List.of()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            VERDICT             | CERTAINTY | REMEDY                   | BREAKER | RESULT
            MESSAGE             | NOT_SENT  | NEVER                    | IGNORE  | Rejected
            RECIPIENT_PERMANENT | NOT_SENT  | NEVER_FOR_RECIPIENT      | IGNORE  | Rejected
            RECIPIENT_TEMPORARY | NOT_SENT  | SAME_PROVIDER_LATER      | IGNORE  | Deferred
            SENDER              | NOT_SENT  | SWITCH_PROVIDER          | IGNORE  | Deferred
            ACCOUNT             | NOT_SENT  | SWITCH_PROVIDER          | OPEN    | Deferred
            RATE                | NOT_SENT  | SAME_PROVIDER_AFTER_WAIT | IGNORE  | Deferred
            TRANSPORT           | NOT_SENT  | RETRY_THEN_SWITCH        | COUNT   | Deferred
            UNKNOWN             | UNKNOWN   | BY_POLICY                | COUNT   | Unconfirmed
            """)
    void decidesAsTheTableSays(
            Verdict verdict, Certainty certainty, Remedy remedy, BreakerEffect breaker, String result) {
        assertThat(verdict.certainty()).isEqualTo(certainty);
        assertThat(verdict.remedy()).isEqualTo(remedy);
        assertThat(verdict.breakerEffect()).isEqualTo(breaker);
        assertThat(verdict.result().getSimpleName()).isEqualTo(result);
    }

    @Test
    void hasNoVerdictBesideTheTable() {
        assertThat(Verdict.values()).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void isCarriedByItsOwnResultOnly(Verdict verdict, Class<? extends SendResult> result) {
        Function<Failure, SendResult> constructor = RESULTS.get(result);
        if (verdict.result() == result) {
            assertThat(constructor.apply(failure(verdict)).problem()).contains(failure(verdict));
        } else {
            assertRefused("verdict", () -> constructor.apply(failure(verdict)));
        }
    }

    static Stream<Arguments> everyCombination() {
        return Stream.of(Verdict.values())
                .flatMap(verdict -> RESULTS.keySet().stream().map(result -> Arguments.of(verdict, result)));
    }
}
