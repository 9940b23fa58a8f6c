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
                arguments(BrokenLogs.OrdersByArrival.class, "eventsAreInTheOrderOfTheirTime"),
                arguments(BrokenLogs.KeepsRedeliveries.class, "aRedeliveryChangesNothing"),
                arguments(BrokenLogs.MixesUpProviders.class, "eventIdsCountPerProvider"),
                arguments(BrokenLogs.TakesNoIdForAnId.class, "eventsWithoutAnEventIdAreAllKept"),
                arguments(BrokenLogs.HandsOutItsOwnList.class, "aTimelineIsASnapshotThatCannotBeChanged"),
                arguments(BrokenLogs.HandsOutItsOwnList.class, "anUnknownMessageHasNoHistory"),
                arguments(BrokenLogs.CannotSayWhatItHas.class, "itSaysWhichEventsItHas"),
                arguments(BrokenLogs.MindsCaseOfRecipients.class, "aRecipientsTimelineHasAllMessagesButNobodyElses"),
                arguments(BrokenLogs.ForgetsWhatIsUnmatched.class, "eventsThatNameNoMessageAreKeptApart"),
                arguments(
                        BrokenLogs.FindsWithoutPeriod.class,
                        "deliveriesAreFoundByTemplatePeriodStatusAndRecipientNewestFirst"),
                arguments(
                        BrokenLogs.TakesAnyMessageOfTheProvidersId.class,
                        "messagesThatWentTogetherAreToldApartByRecipient"),
                arguments(
                        BrokenLogs.TakesAnyMessageOfTheProvidersId.class,
                        "onlyTheSendSaysWhatTheProviderCallsAMessage"),
                arguments(BrokenLogs.ForgetsNothing.class, "whatIsOldIsForgotten"),
                arguments(BrokenLogs.ErasesWholeMessages.class, "onePersonCanBeErased"),
                arguments(BrokenStores.IgnoresTheGroup.class, "groupsAreLiftedOneByOne"),
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
