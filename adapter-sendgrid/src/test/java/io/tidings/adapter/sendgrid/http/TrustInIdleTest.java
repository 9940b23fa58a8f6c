package io.tidings.adapter.sendgrid.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrustInIdleTest {

    private static final long JUST_NOW = 100_000;
    private static final long A_WHILE = 5_000_000_000L;

    private final TrustInIdle trust = new TrustInIdle();

    private void prove(int times) {
        for (int i = 0; i < times; i++) {
            trust.foundAlive();
        }
    }

    @Test
    void aFarSideThatIsNotKnownIsLookedAtWithPatience() {
        assertThat(trust.lookMillis(JUST_NOW)).isEqualTo(20);
        prove(3);
        assertThat(trust.lookMillis(JUST_NOW)).isEqualTo(1);
    }

    @Test
    void oneThatKeepsConnectionsIsTrustedWithThoseThatWereInUseUntilJustNow() {
        prove(TrustInIdle.PROOFS);

        assertThat(trust.lookMillis(JUST_NOW)).isZero();
        assertThat(trust.lookMillis(A_WHILE)).isEqualTo(1);
    }

    @Test
    void oneThatClosesRightAfterAnAnswerGetsFreshConnectionsForAWhile() {
        prove(TrustInIdle.PROOFS);
        trust.foundDead(JUST_NOW);

        for (int i = 0; i < TrustInIdle.FRESH; i++) {
            assertThat(trust.lookMillis(JUST_NOW)).isEqualTo(TrustInIdle.NEVER);
            trust.usedFresh();
        }
        assertThat(trust.lookMillis(JUST_NOW)).isEqualTo(20);
    }

    @Test
    void oneThatClosesWhatWasIdleForLongIsOnlyLookedAtAgain() {
        prove(TrustInIdle.PROOFS);
        trust.foundDead(A_WHILE);

        assertThat(trust.lookMillis(JUST_NOW)).isEqualTo(20);
    }
}
