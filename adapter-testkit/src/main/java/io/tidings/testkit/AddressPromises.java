package io.tidings.testkit;

import io.tidings.email.EmailAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class AddressPromises extends Promise {

    private static final EmailAddress SUPPORT = EmailAddress.of("support@example.gov", "Support");

    AddressPromises(Callable<Rig> factory) {
        super(factory);
    }

    static Stream<Sample> names() {
        return Sample.names();
    }

    @Test
    void oneReplyToArrives() {
        sendOrRefuse(Messages.message().replyTo(SUPPORT).build());
    }

    @Test
    void severalReplyTosArriveInOrder() {
        sendOrRefuse(Messages.message()
                .replyTo(SUPPORT, EmailAddress.of("zoe@example.gov"), EmailAddress.of("adam@example.gov", "Adam"))
                .build());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aDisplayNameIsShownAndNeverMovesTheMail(Sample name) {
        sendOrRefuse(Messages.message()
                .from(Messages.SENDER.withDisplayName(name.text()))
                .to(Messages.RECIPIENT.withDisplayName(name.text()))
                .replyTo(SUPPORT.withDisplayName(name.text()))
                .build());
    }

    @Test
    void anAddressArrivesWithoutAName() {
        sendOrRefuse(Messages.message()
                .from(EmailAddress.of("portal@example.gov"))
                .to(EmailAddress.of("jane@example.org"))
                .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane+files@example.org",
                "o'brien@example.org",
                "Jane.Doe@example.org",
                "\"jane doe\"@example.org",
                "jürgen@example.org",
                "jane@münchen.example"
            })
    void anUnusualAddressIsKept(String address) {
        sendOrRefuse(Messages.message().to(EmailAddress.of(address, "Jane")).build());
    }

    @Test
    void aWithheldRecipientIsShownAndGetsNothing() {
        sendOrRefuse(Messages.message()
                .to(Messages.recipient(1), Messages.recipient(2))
                .bcc(Messages.recipient(3))
                .withheld(Set.of(Messages.recipient(2)))
                .build());
    }

    @Test
    void allOfManyRecipientsGetIt() {
        List<EmailAddress> many =
                IntStream.range(0, 50).mapToObj(Messages::recipient).toList();
        sendOrRefuse(Messages.message().to(many).build());
    }
}
