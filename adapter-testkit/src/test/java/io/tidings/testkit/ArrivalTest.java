package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailMessage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {

    @ParameterizedTest
    @ValueSource(strings = {"one\ntwo\n", "one\r\ntwo\r\n", "one\rtwo\r", "one\r\ntwo", "one\ntwo"})
    void lineEndingsAndOneAtTheEndDoNotCount(String arrived) {
        assertThatCode(() -> compareTexts("one\ntwo\n", arrived)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"one\ntwo\n\n", "one\n\ntwo\n", "one two", "one \ntwo", "one\ntwo ", " one\ntwo", "One\ntwo"})
    void everythingElseInABodyCounts(String arrived) {
        assertThatThrownBy(() -> compareTexts("one\ntwo\n", arrived))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("text differs at character");
    }

    @ParameterizedTest
    @CsvSource({"../../x.txt,x.txt", "../../x.txt,../../x.txt", "'a\\b.txt','b.txt'", "plain.txt,plain.txt"})
    void aFileNameMayBeCutToItsLastSegment(String sent, String arrived) {
        assertThatCode(() -> compareFiles(sent, "text/plain", arrived, "text/plain"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"../../x.txt,./x.txt", "../../x.txt,_.._x.txt", "plain.txt,lain.txt", "plain.txt,PLAIN.TXT"})
    void aFileNameMayNotChangeOtherwise(String sent, String arrived) {
        assertThatThrownBy(() -> compareFiles(sent, "text/plain", arrived, "text/plain"))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv,Text/CSV",
        "text/csv,text/csv; name=a.csv",
        "text/csv; charset=utf-8,text/csv;charset=\"UTF-8\"; name=a.csv"
    })
    void aMediaTypeMayGainParameters(String sent, String arrived) {
        assertThatCode(() -> compareFiles("a.csv", sent, "a.csv", arrived)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"text/csv,text/plain", "text/csv; charset=utf-8,text/csv", "text/csv; charset=utf-8,text/csv; charset=x"
    })
    void aMediaTypeMayNotChangeOtherwise(String sent, String arrived) {
        assertThatThrownBy(() -> compareFiles("a.csv", sent, "a.csv", arrived)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aDifferenceInALongTextIsShownByItsSurroundings() {
        String text = "x".repeat(100_000);

        assertThatThrownBy(() -> compareTexts(text + "\u00e9", text + "e"))
                .hasMessageContaining("at character 100000")
                .hasMessageContaining("[xxxxxxxxxxxxxxxxxxxx\\u00e9]")
                .message()
                .hasSizeLessThan(300);
    }

    private static void compareTexts(String sent, String arrived) throws IOException {
        EmailMessage message = Messages.message().text(sent).build();
        EmailMessage other = message.toBuilder().text(arrived).build();
        Arrival.assertSame(message, new ReferencePort().arriving(other));
    }

    private static void compareFiles(String sentName, String sentType, String arrivedName, String arrivedType)
            throws IOException {
        EmailMessage message =
                Messages.message().attachments(file(sentName, sentType)).build();
        EmailMessage other =
                message.toBuilder().attachments(file(arrivedName, arrivedType)).build();
        Arrival.assertSame(message, new ReferencePort().arriving(other));
    }

    private static Attachment file(String name, String type) {
        return Attachment.of(name, type, ContentSource.of(new byte[1]));
    }
}
