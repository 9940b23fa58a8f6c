package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.delivery.RejectReason;
import io.tidings.delivery.Suppression;
import io.tidings.delivery.SuppressionList;
import io.tidings.email.EmailAddress;
import io.tidings.email.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link SuppressionList} owes. The list need not be empty: each test uses addresses of its own. */
@DisplayNameGeneration(Sentences.class)
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
@Timeout(120)
public abstract class SuppressionListContract {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final String host = UUID.randomUUID() + ".example.org";
    private final EmailAddress jane = EmailAddress.of("jane@" + host);
    private final EmailAddress john = EmailAddress.of("john@" + host);
    private SuppressionList list;

    /** For subclasses. */
    @SuppressWarnings("NullAway.Init") // by openList
    protected SuppressionListContract() {}

    /** The list to judge. Called for each test. */
    protected abstract SuppressionList list() throws Exception;

    @BeforeEach
    void openList() throws Exception {
        list = list();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAddedIsFound(RejectReason reason) {
        Suppression added = add(jane, reason, 0);

        assertThat(list.find(jane)).containsExactly(added);
        assertThat(list.find(john)).isEmpty();
    }

    @Test
    void caseDoesNotMatterOnEitherSideOfTheAt() {
        Suppression added = add(EmailAddress.of("Jane.DOE@" + host), RejectReason.BOUNCED, 0);
        EmailAddress other = EmailAddress.of("jANE.doe@" + host.toUpperCase(Locale.ROOT), "Jane Doe");

        assertThat(list.find(other)).containsExactly(added);
        assertThat(list.blocking(other, Purpose.TRANSACTIONAL)).contains(added);
        assertThat(list.lift(other, RejectReason.BOUNCED)).isTrue();
        assertThat(list.find(added.address())).isEmpty();
    }

    @Test
    void aReasonKeepsItsFirstDate() {
        Suppression first = add(jane, RejectReason.BOUNCED, 0);
        add(EmailAddress.of("JANE@" + host), RejectReason.BOUNCED, 60);

        assertThat(list.find(jane)).containsExactly(first);
        assertThat(mine()).containsExactly(first);
    }

    @Test
    void severalReasonsAreFoundOldestFirst() {
        Suppression second = add(jane, RejectReason.BOUNCED, 20);
        Suppression third = add(jane, RejectReason.INVALID, 30);
        Suppression first = add(jane, RejectReason.UNSUBSCRIBED, 10);

        assertThat(list.find(jane)).containsExactly(first, second, third);
    }

    @Test
    void liftingTakesOneReasonOfOneAddress() {
        Suppression bounced = add(jane, RejectReason.BOUNCED, 0);
        add(jane, RejectReason.SPAM, 1);
        Suppression other = add(john, RejectReason.SPAM, 2);

        assertThat(list.lift(jane, RejectReason.SPAM)).isTrue();

        assertThat(list.find(jane)).containsExactly(bounced);
        assertThat(list.find(john)).containsExactly(other);
    }

    @Test
    void liftingSaysWhetherThereWasSomethingToLift() {
        add(jane, RejectReason.BOUNCED, 0);

        assertThat(list.lift(jane, RejectReason.SPAM)).isFalse();
        assertThat(list.lift(john, RejectReason.BOUNCED)).isFalse();
        assertThat(list.lift(jane, RejectReason.BOUNCED)).isTrue();
        assertThat(list.lift(jane, RejectReason.BOUNCED)).isFalse();
    }

    @Test
    void groupsAreLiftedOneByOne() {
        Suppression news = add(jane, "news", 10);
        Suppression everything = add(jane, "", 20);
        Suppression alerts = add(jane, "alerts", 30);

        assertThat(list.find(jane)).containsExactly(news, everything, alerts);
        assertThat(list.lift(jane, RejectReason.UNSUBSCRIBED, "other")).isFalse();
        assertThat(list.lift(jane, RejectReason.UNSUBSCRIBED, "news")).isTrue();
        assertThat(list.find(jane)).containsExactly(everything, alerts);

        assertThat(list.lift(jane, RejectReason.UNSUBSCRIBED)).isTrue();
        assertThat(list.find(jane)).isEmpty();
    }

    @Test
    void whatWasLiftedCanBeAddedAgainWithAnotherDate() {
        add(jane, RejectReason.BOUNCED, 0);
        list.lift(jane, RejectReason.BOUNCED);
        Suppression again = add(jane, RejectReason.BOUNCED, 60);

        assertThat(list.find(jane)).containsExactly(again);
    }

    @Test
    void allIsListedOldestFirst() {
        Suppression second = add(jane, RejectReason.BOUNCED, 20);
        Suppression third = add(john, RejectReason.SPAM, 30);
        Suppression first = add(john, RejectReason.UNSUBSCRIBED, 10);

        assertThat(mine()).containsExactly(first, second, third);
    }

    @Test
    void whatIsReturnedIsASnapshotThatCannotBeChanged() {
        Suppression added = add(jane, RejectReason.BOUNCED, 0);
        List<Suppression> found = list.find(jane);
        List<Suppression> all = list.list();
        add(jane, RejectReason.SPAM, 1);

        assertThat(found).containsExactly(added);
        assertThat(all)
                .contains(added)
                .noneMatch(each ->
                        each.reason() == RejectReason.SPAM && each.address().equals(jane));
        assertThatThrownBy(() -> found.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> all.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anUnsubscribeHoldsBackOnlySubscriptions() {
        Suppression unsubscribed = add(jane, RejectReason.UNSUBSCRIBED, 0);

        assertThat(list.blocking(jane, Purpose.TRANSACTIONAL)).isEmpty();
        assertThat(list.blocking(jane, Purpose.SUBSCRIPTION)).contains(unsubscribed);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNSUBSCRIBED")
    void everyOtherReasonHoldsBackEverything(RejectReason reason) {
        Suppression added = add(jane, reason, 0);

        assertThat(list.blocking(jane, Purpose.TRANSACTIONAL)).contains(added);
        assertThat(list.blocking(jane, Purpose.SUBSCRIPTION)).contains(added);
    }

    @Test
    void theOldestReasonThatHoldsBackIsGiven() {
        Suppression spam = add(jane, RejectReason.SPAM, 30);
        Suppression bounced = add(jane, RejectReason.BOUNCED, 20);
        Suppression unsubscribed = add(jane, RejectReason.UNSUBSCRIBED, 10);

        assertThat(list.blocking(jane, Purpose.TRANSACTIONAL)).contains(bounced);
        assertThat(list.blocking(jane, Purpose.SUBSCRIPTION)).contains(unsubscribed);
        assertThat(list.find(jane)).contains(spam);
        assertThat(list.blocking(john, Purpose.SUBSCRIPTION)).isEmpty();
    }

    @Test
    void severalThreadsMayAdd() throws Exception {
        Together.run(8, thread -> {
            for (int i = 0; i < 10; i++) {
                add(EmailAddress.of("person" + thread + "-" + i + "@" + host), RejectReason.BOUNCED, i);
                add(jane, RejectReason.SPAM, thread);
            }
            return thread;
        });

        assertThat(mine()).hasSize(81);
        assertThat(list.find(jane)).hasSize(1);
    }

    private Suppression add(EmailAddress address, String group, int seconds) {
        Suppression suppression = new Suppression(address, RejectReason.UNSUBSCRIBED, NOON.plusSeconds(seconds), group);
        list.add(suppression);
        return suppression;
    }

    private Suppression add(EmailAddress address, RejectReason reason, int seconds) {
        Suppression suppression = new Suppression(address, reason, NOON.plusSeconds(seconds));
        list.add(suppression);
        return suppression;
    }

    private List<Suppression> mine() {
        return list.list().stream()
                .filter(each -> each.address().domain().equals(host))
                .toList();
    }
}
