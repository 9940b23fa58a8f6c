package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.delivery.RejectReason;
import io.tidings.delivery.Suppression;
import io.tidings.delivery.SuppressionList;
import io.tidings.error.InvalidArgumentException;
import io.tidings.error.StoreException;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemorySuppressionListTest extends SuppressionListContract {

    @Override
    protected SuppressionList list() {
        return SuppressionList.inMemory();
    }

    @Nested
    class Bounds {

        private final SuppressionList list = SuppressionList.inMemory(2);

        @Test
        void aFullListThrowsInsteadOfForgetting() {
            add(1, RejectReason.BOUNCED);
            add(1, RejectReason.SPAM);

            assertThatThrownBy(() -> add(2, RejectReason.BOUNCED))
                    .isInstanceOf(StoreException.class)
                    .message()
                    .contains("full at 2")
                    .doesNotContain("recipient2");
            assertThat(list.list()).hasSize(2);
            assertThat(list.find(Messages.recipient(2))).isEmpty();
        }

        @Test
        void aFullListTakesWhatItHasAlready() {
            add(1, RejectReason.BOUNCED);
            add(2, RejectReason.BOUNCED);
            add(1, RejectReason.BOUNCED);

            assertThat(list.list()).hasSize(2);
        }

        @Test
        void whatIsLiftedMakesRoom() {
            add(1, RejectReason.BOUNCED);
            add(2, RejectReason.BOUNCED);
            list.lift(Messages.recipient(1), RejectReason.BOUNCED);
            add(3, RejectReason.BOUNCED);

            assertThat(list.list()).hasSize(2);
        }

        @Test
        void boundsMustMakeSense() {
            assertThatThrownBy(() -> SuppressionList.inMemory(0)).isInstanceOf(InvalidArgumentException.class);
        }

        private void add(int recipient, RejectReason reason) {
            list.add(new Suppression(Messages.recipient(recipient), reason, Instant.EPOCH));
        }
    }
}
