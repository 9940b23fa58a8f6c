package io.tidings.testkit;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * What every adapter owes its callers, judged by what its far side received. Extend it, implement {@link #rig()}, and
 * every promise of {@link io.tidings.email.EmailPort} becomes a test of your adapter.
 *
 * <p>A message that asks for more than the adapter's capabilities must be refused instead of arriving, so one contract
 * fits all; what an adapter can do is for it to state and for its README to explain. {@link Arrival} says what counts
 * as equal. Failures of the far side differ from protocol to protocol and are not part of it.
 *
 * <p>Sends some 600 small messages in all. Tests may run in parallel, each with a rig of its own. No test expects an
 * answer within a time of its own, except that one that hangs for two minutes fails.
 */
@DisplayNameGeneration(Sentences.class)
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
@Timeout(120)
public abstract class EmailPortContract {

    /** For subclasses. */
    protected EmailPortContract() {}

    /** A new port with a far side of its own that has received nothing. Called for each test, which closes it. */
    protected abstract Rig rig() throws Exception;

    @Nested
    class BothBodiesArrive extends BodyPromises {
        BothBodiesArrive() {
            super(EmailPortContract.this::rig);
        }
    }

    @Nested
    class EveryAddressArrives extends AddressPromises {
        EveryAddressArrives() {
            super(EmailPortContract.this::rig);
        }
    }

    @Nested
    class CopiesAreShownAndBlindCopiesAreNot extends CopyPromises {
        CopiesAreShownAndBlindCopiesAreNot() {
            super(EmailPortContract.this::rig);
        }
    }

    @Nested
    class SubjectAndHeadersArrive extends HeaderPromises {
        SubjectAndHeadersArrive() {
            super(EmailPortContract.this::rig);
        }
    }

    @Nested
    class AttachmentsArriveOctetByOctet extends AttachmentPromises {
        AttachmentsArriveOctetByOctet() {
            super(EmailPortContract.this::rig);
        }
    }

    @Nested
    class WhatTheProviderIsToldArrives extends ProviderPromises {
        WhatTheProviderIsToldArrives() {
            super(EmailPortContract.this::rig);
        }
    }

    @Nested
    class WhatTheCapabilitiesLackIsRefused extends CapabilityPromises {
        WhatTheCapabilitiesLackIsRefused() {
            super(EmailPortContract.this::rig);
        }
    }

    @Nested
    class NothingBreaksOutOfAHeader extends InjectionPromises {}

    @Nested
    class EverySendEndsInAResult extends ResultPromises {
        EverySendEndsInAResult() {
            super(EmailPortContract.this::rig);
        }
    }

    @Nested
    class SeveralThreadsMaySendAndClose extends ConcurrencyPromises {
        SeveralThreadsMaySendAndClose() {
            super(EmailPortContract.this::rig);
        }
    }

    @Nested
    class GeneratedMessagesArrive extends GeneratedPromises {
        GeneratedMessagesArrive() {
            super(EmailPortContract.this::rig);
        }
    }
}
