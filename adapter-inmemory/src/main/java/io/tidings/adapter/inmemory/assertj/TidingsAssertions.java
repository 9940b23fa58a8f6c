package io.tidings.adapter.inmemory.assertj;

import io.tidings.adapter.inmemory.Mailbox;
import io.tidings.adapter.inmemory.ReceivedEmail;

/** Entry points, to be imported statically beside those of AssertJ. */
public final class TidingsAssertions {

    private TidingsAssertions() {}

    /** Assertions on everything that arrived. */
    public static MailboxAssert assertThat(Mailbox actual) {
        return new MailboxAssert(actual);
    }

    /** Assertions on one message that arrived. */
    public static ReceivedEmailAssert assertThat(ReceivedEmail actual) {
        return new ReceivedEmailAssert(actual);
    }
}
