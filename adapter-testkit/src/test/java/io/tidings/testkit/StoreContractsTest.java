package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract is worth what it refuses. */
class StoreContractsTest {

    static Stream<Arguments> brokenStores() {
        return Stream.of(
                arguments(BrokenStores.IgnoresTheRecipient.class, "keysCountPerRecipient"),
                arguments(BrokenStores.IgnoresThePayload.class, "anotherPayloadIsAConflictWhileTheFirstIsInFlight"),
                arguments(BrokenStores.IgnoresThePayload.class, "anotherPayloadIsAConflictWhileTheFirstIsRemembered"),
                arguments(BrokenStores.ForgetsUnconfirmed.class, "whatWasSentOrMayHaveBeenIsRemembered"),
                arguments(BrokenStores.ForgetsUnconfirmed.class, "anUnconfirmedSendCanTurnOutAccepted"),
                arguments(BrokenStores.RemembersDeferred.class, "whatWasNotSentReleasesItsKey"),
                arguments(BrokenStores.LetsStrangersSettle.class, "aStrangerCannotSettleWhatIsInFlight"),
                arguments(BrokenStores.LetsStrangersSettle.class, "aStrangerCannotSettleWhatIsRemembered"),
                arguments(BrokenStores.GrantsToSeveral.class, "ofManyClaimsAtOnceOneIsGranted"),
                arguments(BrokenStores.OrdersByArrival.class, "eventsAreInTheOrderOfTheirTime"),
                arguments(BrokenStores.KeepsRedeliveries.class, "aRedeliveryChangesNothing"),
                arguments(BrokenStores.MixesUpProviders.class, "eventIdsCountPerProvider"),
                arguments(BrokenStores.TakesNoIdForAnId.class, "eventsWithoutAnEventIdAreAllKept"),
                arguments(BrokenStores.HandsOutItsOwnList.class, "aTimelineIsASnapshotThatCannotBeChanged"),
                arguments(BrokenStores.HandsOutItsOwnList.class, "anUnknownMessageHasNoHistory"),
                arguments(BrokenStores.MindsCase.class, "caseDoesNotMatterOnEitherSideOfTheAt"),
                arguments(BrokenStores.TakesTheLatestDate.class, "aReasonKeepsItsFirstDate"),
                arguments(BrokenStores.LiftsEverything.class, "liftingTakesOneReasonOfOneAddress"),
                arguments(BrokenStores.LetsTransactionalMailPass.class, "everyOtherReasonHoldsBackEverything"),
                arguments(BrokenStores.HoldsBackTransactionalMail.class, "anUnsubscribeHoldsBackOnlySubscriptions"),
                arguments(BrokenStores.ListsNewestFirst.class, "allIsListedOldestFirst"));
    }

    @ParameterizedTest
    @MethodSource("brokenStores")
    void findsOut(Class<?> contract, String promise) {
        assertThat(ContractRun.failures(contract, Map.of())).contains(promise);
    }
}
