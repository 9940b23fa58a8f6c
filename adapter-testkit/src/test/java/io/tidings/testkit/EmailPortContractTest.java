package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract is worth what it refuses. */
class EmailPortContractTest {

    static Stream<Arguments> brokenPorts() {
        return Stream.of(
                arguments(BrokenPorts.DropsTextBesideHtml.class, "htmlAndTextArriveTogether"),
                arguments(BrokenPorts.DropsHtmlBesideText.class, "htmlAndTextArriveTogether"),
                arguments(BrokenPorts.CutsTrailingSpaces.class, "whateverTheBodiesHoldArrives"),
                arguments(BrokenPorts.KeepsOneReplyTo.class, "severalReplyTosArriveInOrder"),
                arguments(BrokenPorts.ConcatenatesDisplayNames.class, "aDisplayNameIsShownAndNeverMovesTheMail"),
                arguments(BrokenPorts.LosesDisplayNames.class, "aDisplayNameIsShownAndNeverMovesTheMail"),
                arguments(BrokenPorts.DecodesSubjects.class, "theSubjectArrivesAsItIs"),
                arguments(BrokenPorts.DropsHeaders.class, "severalHeadersArrive"),
                arguments(BrokenPorts.SortsTags.class, "severalTagsArriveInOrder"),
                arguments(BrokenPorts.SpellsTagsInAscii.class, "aTagArrivesAsItIs"),
                arguments(BrokenPorts.DropsMetadata.class, "allMetadataArrives"),
                arguments(BrokenPorts.TakesValuesForJson.class, "aValueOfMetadataArrivesAsItIs"),
                arguments(BrokenPorts.SendsAtOnce.class, "whenToSendArrivesToTheSecond"),
                arguments(BrokenPorts.SendsASecondLate.class, "whenToSendArrivesToTheSecond"),
                arguments(BrokenPorts.ChangesTheId.class, "theSameMessageSentTwiceArrivesTwiceWithTheSameId"),
                arguments(BrokenPorts.ServesWhoIsWithheld.class, "aWithheldRecipientIsShownAndGetsNothing"),
                arguments(BrokenPorts.DisclosesBlindCopies.class, "blindCopiesAreNeverDisclosed"),
                arguments(BrokenPorts.HidesWhatIsVisible.class, "blindCopiesAreNeverDisclosed"),
                arguments(BrokenPorts.ForgetsBlindCopies.class, "blindCopiesReachTheirRecipients"),
                arguments(BrokenPorts.TruncatesAttachments.class, "aFileArrivesOctetByOctet"),
                arguments(BrokenPorts.BelievesStatedSizes.class, "whatCannotBeReadAsStatedIsNeverSent"),
                arguments(BrokenPorts.LeavesStreamsOpen.class, "everySendReadsAnewAndClosesWhatItOpened"),
                arguments(BrokenPorts.ThrowsWhenItCannotRead.class, "whatCannotBeReadAsStatedIsNeverSent"),
                arguments(BrokenPorts.HandsOverBeforeReading.class, "whatCannotBeReadAsStatedIsNeverSent"),
                arguments(BrokenPorts.DropsWhatItLacks.class, "aMessageThatNeedsAMissingFeatureIsRefused"),
                arguments(BrokenPorts.DropsWhatItLacks.class, "aMessageBeyondALimitIsRefused"),
                arguments(BrokenPorts.RefusesForAnotherReason.class, "aMessageThatNeedsAMissingFeatureIsRefused"),
                arguments(BrokenPorts.ChangesItsCapabilities.class, "theyNeverChange"),
                arguments(BrokenPorts.MixesUpResults.class, "manyMessagesGetTheirResultsInOrder"),
                arguments(BrokenPorts.RejectsTheWholeBatch.class, "manyMessagesGetTheirResultsInOrder"),
                arguments(BrokenPorts.SendsTwice.class, "htmlArrivesAlone"),
                arguments(
                        BrokenPorts.TakesARepetitionForADuplicate.class,
                        "theSameMessageSentTwiceArrivesTwiceWithTheSameId"),
                arguments(BrokenPorts.LosesUnderLoad.class, "everyMessageOfSeveralThreadsArrivesOnce"),
                arguments(BrokenPorts.LosesItsQueueOnClosing.class, "closingTwiceIsHarmless"),
                arguments(BrokenPorts.LosesItsQueueOnClosing.class, "closingWhileOthersSendLosesNothing"),
                arguments(BrokenPorts.ClosesInTheMiddleOfASend.class, "closingWaitsForWhatIsUnderWay"),
                arguments(BrokenPorts.SendsAfterClosing.class, "nothingIsSentAfterClosing"),
                arguments(BrokenPorts.ClosesOnlyOnce.class, "closingTwiceIsHarmless"),
                arguments(BrokenPorts.TakesNull.class, "nullIsRefused"),
                arguments(BrokenPorts.SwallowsInterrupts.class, "anInterruptIsNotSwallowed"),
                arguments(BrokenPorts.ListsNoAttempts.class, "anAcceptedMessageListsItsAttempts"),
                arguments(BrokenPorts.ShowsTheSubject.class, "noResultShowsWhatTheMessageHolds"),
                arguments(BrokenPorts.SkipsMessagesWithManyFiles.class, "theyArriveAsTheyAre"));
    }

    @ParameterizedTest
    @MethodSource("brokenPorts")
    void findsOut(Class<? extends ReferencePort> port, String promise) {
        assertThat(ContractRun.failures(AnyPort.class, Map.of(AnyPort.PORT, port.getName())))
                .contains(promise);
    }

    @Test
    void findsNothingInAPortThatKeepsItsPromises() {
        assertThat(ContractRun.failures(AnyPort.class, Map.of(AnyPort.PORT, ReferencePort.class.getName())))
                .isEmpty();
    }

    /** The contract over a port that is named by a configuration parameter. Nested, so the build does not run it. */
    @ExtendWith(AnyPort.Naming.class)
    static class AnyPort extends EmailPortContract {

        static final String PORT = "port";

        private String port = "";

        @Override
        protected Rig rig() throws Exception {
            return ((ReferencePort) Class.forName(port).getDeclaredConstructor().newInstance()).rig();
        }

        static class Naming implements TestInstancePostProcessor {
            @Override
            public void postProcessTestInstance(Object instance, ExtensionContext context) {
                if (instance instanceof AnyPort any) {
                    any.port = context.getConfigurationParameter(PORT).orElseThrow();
                }
            }
        }
    }
}
