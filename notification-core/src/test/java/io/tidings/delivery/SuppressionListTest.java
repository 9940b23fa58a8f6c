package io.tidings.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.tidings.email.EmailAddress;
import io.tidings.email.Purpose;
import io.tidings.error.InvalidArgumentException;
import io.tidings.error.StoreException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuppressionListTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final EmailAddress JANE = EmailAddress.of("jane@example.org");
    private static final EmailAddress JOHN = EmailAddress.of("john@example.org");

    private final SuppressionList list = SuppressionList.inMemory(3);

    private static Suppression suppression(EmailAddress address, RejectReason reason, int second) {
        return new Suppression(address, reason, NOON.plusSeconds(second));
    }

    @Test
    void findsReasonsOldestFirst() {
        Suppression spam = suppression(JANE, RejectReason.SPAM, 1);
        Suppression bounced = suppression(JANE, RejectReason.BOUNCED, 2);
        Suppression other = suppression(JOHN, RejectReason.OTHER, 0);
        list.add(bounced);
        list.add(spam);
        list.add(other);

        assertThat(list.find(JANE)).containsExactly(spam, bounced);
        assertThat(list.list()).containsExactly(other, spam, bounced);
        assertThat(list.find(EmailAddress.of("mary@example.org"))).isEmpty();
    }

    @Test
    void comparesAddressesWithoutCase() {
        list.add(suppression(EmailAddress.of("Jane@Example.org", "Jane"), RejectReason.SPAM, 1));

        assertThat(list.find(EmailAddress.of("JANE@example.org"))).hasSize(1);
        assertThat(list.lift(JANE, RejectReason.SPAM)).isTrue();
        assertThat(list.list()).isEmpty();
    }

    @Test
    void keepsTheFirstDateOfAReason() {
        list.add(suppression(JANE, RejectReason.SPAM, 1));
        list.add(suppression(JANE, RejectReason.SPAM, 0));

        assertThat(list.find(JANE)).containsExactly(suppression(JANE, RejectReason.SPAM, 1));
    }

    @Test
    void liftsOneReason() {
        list.add(suppression(JANE, RejectReason.SPAM, 1));
        list.add(suppression(JANE, RejectReason.BOUNCED, 2));

        assertThat(list.lift(JANE, RejectReason.OTHER)).isFalse();
        assertThat(list.lift(JOHN, RejectReason.SPAM)).isFalse();
        assertThat(list.lift(JANE, RejectReason.SPAM)).isTrue();
        assertThat(list.lift(JANE, RejectReason.SPAM)).isFalse();
        assertThat(list.find(JANE)).containsExactly(suppression(JANE, RejectReason.BOUNCED, 2));
    }

    @Test
    void refusesRatherThanForgetsWhenItIsFull() {
        list.add(suppression(JANE, RejectReason.SPAM, 1));
        list.add(suppression(JANE, RejectReason.BOUNCED, 1));
        list.add(suppression(JOHN, RejectReason.SPAM, 1));

        list.add(suppression(JOHN, RejectReason.SPAM, 2));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> list.add(suppression(JOHN, RejectReason.BOUNCED, 1)))
                .withMessageContaining("full at 3");
        assertThat(list.find(JOHN)).hasSize(1);
        list.lift(JANE, RejectReason.SPAM);
        list.add(suppression(JOHN, RejectReason.BOUNCED, 1));
        assertThat(list.list()).hasSize(3);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> list.add(suppression(JANE, RejectReason.SPAM, 1)));
    }

    @ParameterizedTest
    @EnumSource
    void holdsBackASubscriptionForAnyReason(RejectReason reason) {
        list.add(suppression(JANE, reason, 1));

        assertThat(list.blocking(JANE, Purpose.SUBSCRIPTION)).contains(suppression(JANE, reason, 1));
        assertThat(list.blocking(JOHN, Purpose.SUBSCRIPTION)).isEmpty();
        if (reason == RejectReason.UNSUBSCRIBED) {
            assertThat(list.blocking(JANE, Purpose.TRANSACTIONAL)).isEmpty();
        } else {
            assertThat(list.blocking(JANE, Purpose.TRANSACTIONAL)).contains(suppression(JANE, reason, 1));
        }
    }

    @Test
    void namesTheOldestReasonThatHoldsBack() {
        list.add(suppression(JANE, RejectReason.SPAM, 3));
        list.add(suppression(JANE, RejectReason.BOUNCED, 2));
        list.add(suppression(JANE, RejectReason.UNSUBSCRIBED, 1));

        assertThat(list.blocking(JANE, Purpose.TRANSACTIONAL)).contains(suppression(JANE, RejectReason.BOUNCED, 2));
        assertThat(list.blocking(JANE, Purpose.SUBSCRIPTION)).contains(suppression(JANE, RejectReason.UNSUBSCRIBED, 1));
    }

    @Test
    void hasRoom() {
        SuppressionList.inMemory(1).add(suppression(JANE, RejectReason.SPAM, 1));
        SuppressionList.inMemory().add(suppression(JANE, RejectReason.SPAM, 1));
        assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> SuppressionList.inMemory(0));
        assertThatNullPointerException().isThrownBy(() -> suppression(null, RejectReason.SPAM, 1));
        assertThatNullPointerException().isThrownBy(() -> suppression(JANE, null, 1));
        assertThatNullPointerException().isThrownBy(() -> new Suppression(JANE, RejectReason.SPAM, null));
    }
}
