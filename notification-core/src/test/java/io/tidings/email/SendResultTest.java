package io.tidings.email;

import static io.tidings.email.Invalid.assertRefused;
import static io.tidings.email.Messages.JANE;
import static io.tidings.email.Messages.JOHN;
import static io.tidings.email.Messages.MARY;
import static io.tidings.email.Messages.attempts;
import static io.tidings.email.Messages.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendResultTest {

    private static final Failure PERMANENT = failure(Verdict.RECIPIENT_PERMANENT);
    private static final Failure TEMPORARY = failure(Verdict.RECIPIENT_TEMPORARY);

    static Stream<Arguments> oneOfEach() {
        return Stream.of(
                Arguments.of(new Accepted("sendgrid", "", Map.of(), List.of()), "accepted"),
                Arguments.of(new Deferred(TEMPORARY, List.of()), "deferred"),
                Arguments.of(new Rejected(PERMANENT, List.of()), "rejected"),
                Arguments.of(new Unconfirmed("sendgrid", failure(Verdict.UNKNOWN), List.of()), "unconfirmed"));
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void foldsToTheFunctionOfItsKindAndHandsItself(SendResult result, String kind) {
        List<SendResult> seen = new ArrayList<>();

        String folded = result.fold(
                accepted -> note(seen, accepted, "accepted"),
                deferred -> note(seen, deferred, "deferred"),
                rejected -> note(seen, rejected, "rejected"),
                unconfirmed -> note(seen, unconfirmed, "unconfirmed"));

        assertThat(folded).isEqualTo(kind);
        assertThat(seen).singleElement().isSameAs(result);
    }

    private static String note(List<SendResult> seen, SendResult result, String kind) {
        seen.add(result);
        return kind;
    }

    @Test
    void hasNoProblemIfAccepted() {
        assertThat(new Accepted("sendgrid", "", Map.of(), List.of()).problem()).isEmpty();
    }

    @Test
    void namesTheProviderOfTheLastAttempt() {
        assertThat(new Deferred(TEMPORARY, attempts("sendgrid", "smtp-legacy")).lastProvider())
                .contains("smtp-legacy");
        assertThat(new Deferred(TEMPORARY, attempts("sendgrid")).lastProvider()).contains("sendgrid");
        assertThat(new Deferred(TEMPORARY, List.of()).lastProvider()).isEmpty();
        assertThat(new Accepted("sendgrid", "", Map.of(), List.of()).lastProvider())
                .contains("sendgrid");
        assertThat(new Unconfirmed("sendgrid", Failure.of(Verdict.UNKNOWN, FailureReason.TIMED_OUT), List.of())
                        .lastProvider())
                .contains("sendgrid");
    }

    @Test
    void isRejectedIfEveryRecipientIsRefusedForGood() {
        Failure other = Failure.of(Verdict.RECIPIENT_PERMANENT, FailureReason.SUPPRESSED);

        SendResult result = SendResult.allRefused(inOrder(JANE, other, JOHN, PERMANENT), attempts("sendgrid"));

        assertThat(result).isEqualTo(new Rejected(other, inOrder(JANE, other, JOHN, PERMANENT), attempts("sendgrid")));
    }

    @Test
    void isDeferredIfAnyRecipientIsRefusedForNow() {
        Map<EmailAddress, Failure> refused = inOrder(JANE, PERMANENT, JOHN, TEMPORARY);

        assertThat(SendResult.allRefused(refused, attempts("sendgrid")))
                .isEqualTo(new Deferred(TEMPORARY, refused, attempts("sendgrid")));
    }

    @Test
    void needsARefusalToSayThatAllAreRefused() {
        assertRefused("refused", () -> SendResult.allRefused(Map.of(), List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void listsOnlyRefusalsThatAreAboutARecipient(Verdict verdict) {
        Map<EmailAddress, Failure> refused = Map.of(JANE, failure(verdict));
        boolean aboutRecipient = verdict == Verdict.RECIPIENT_PERMANENT || verdict == Verdict.RECIPIENT_TEMPORARY;
        if (aboutRecipient) {
            assertThat(new Accepted("sendgrid", "", refused, List.of()).refused())
                    .isEqualTo(refused);
            assertThat(new Deferred(TEMPORARY, refused, List.of()).refused()).isEqualTo(refused);
            assertThat(SendResult.allRefused(refused, List.of()).problem()).contains(failure(verdict));
        } else {
            assertRefused("refused", () -> new Accepted("sendgrid", "", refused, List.of()));
            assertRefused("refused", () -> new Deferred(TEMPORARY, refused, List.of()));
            assertRefused("refused", () -> new Rejected(PERMANENT, refused, List.of()));
            assertRefused("refused", () -> SendResult.allRefused(refused, List.of()));
        }
    }

    @Test
    void isSureOfARecipientInOneWayOnly() {
        Failure lost = failure(Verdict.UNKNOWN);
        Map<EmailAddress, Failure> refused = Map.of(JOHN, TEMPORARY);

        Unconfirmed unconfirmed = new Unconfirmed("sendgrid", lost, Set.of(JANE), refused, List.of());

        assertThat(unconfirmed.served()).containsExactly(JANE);
        assertThat(unconfirmed.refused()).isEqualTo(refused);
        assertThat(unconfirmed.toString()).contains("j•••@example.org").doesNotContain("jane", "john");
        assertThatThrownBy(() -> unconfirmed.served().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertRefused("served", () -> new Unconfirmed("sendgrid", lost, Set.of(JOHN), refused, List.of()));
        assertRefused("refused", () -> new Unconfirmed("sendgrid", lost, Set.of(), Map.of(JANE, lost), List.of()));
    }

    @Test
    void isNotRejectedWhileARecipientMayBeReachedLater() {
        assertRefused("verdict", () -> new Rejected(PERMANENT, Map.of(JANE, TEMPORARY), List.of()));
    }

    @Test
    void keepsTheOrderOfRefusals() {
        Map<EmailAddress, Failure> refused = inOrder(MARY, PERMANENT, JANE, PERMANENT, JOHN, PERMANENT);

        assertThat(new Accepted("sendgrid", "", refused, List.of()).refused().keySet())
                .containsExactly(MARY, JANE, JOHN);
    }

    @Test
    void doesNotChangeWithTheCollectionsItWasMadeOf() {
        Map<EmailAddress, Failure> refused = inOrder(JANE, PERMANENT);
        List<Attempt> attempts = new ArrayList<>(attempts("sendgrid"));
        Accepted accepted = new Accepted("sendgrid", "id", refused, attempts);
        Unconfirmed unconfirmed = new Unconfirmed("sendgrid", failure(Verdict.UNKNOWN), attempts);
        refused.clear();
        attempts.clear();

        assertThat(accepted.refused()).containsOnlyKeys(JANE);
        assertThat(accepted.attempts()).hasSize(1);
        assertThat(unconfirmed.attempts()).hasSize(1);
        assertThatThrownBy(() -> accepted.refused().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> accepted.attempts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SendGrid", "1st", "-a", "send grid", "a_b", "jane@example.org"})
    void refusesWhatIsNotTheNameOfAnAdapter(String name) {
        assertRefused("provider", () -> new Accepted(name, "", Map.of(), List.of()));
        assertRefused("provider", () -> new Unconfirmed(name, failure(Verdict.UNKNOWN), List.of()));
        assertRefused("provider", () -> Messages.attempt(name));
    }

    @Test
    void takesNamesOfAdaptersOfUpTo50Characters() {
        assertThat(Messages.attempt("a".repeat(50)).provider()).hasSize(50);
        assertRefused("provider", () -> Messages.attempt("a".repeat(51)));
    }

    @Test
    void showsAnAcceptedMessageWithoutTheProvidersId() {
        assertThat(new Accepted("sendgrid", "text from outside", Map.of(JANE, TEMPORARY), attempts("sendgrid")))
                .asString()
                .contains("sendgrid", "j•••@example.org", "Attempt")
                .doesNotContain("outside", "jane");
        assertThatNullPointerException().isThrownBy(() -> new Accepted("sendgrid", null, Map.of(), List.of()));
    }

    private static Map<EmailAddress, Failure> inOrder(Object... pairs) {
        Map<EmailAddress, Failure> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((EmailAddress) pairs[i], (Failure) pairs[i + 1]);
        }
        return map;
    }
}
