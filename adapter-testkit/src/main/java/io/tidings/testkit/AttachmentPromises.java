package io.tidings.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.email.Attachment;
import io.tidings.email.ContentSource;
import io.tidings.email.EmailMessage;
import io.tidings.email.FailureReason;
import io.tidings.email.Feature;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class AttachmentPromises extends Promise {

    private static final String CANARY = "canary.in.exception@example.net";

    AttachmentPromises(Callable<Rig> factory) {
        super(factory);
    }

    static Stream<Content> contents() {
        byte[] octets = new byte[256];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) i;
        }
        byte[] random = new byte[100_000];
        new Random(4711).nextBytes(random);
        return Stream.of(
                new Content("nothing", file(new byte[0])),
                new Content("one octet", file(new byte[] {(byte) 0xff})),
                new Content("all octets", file(octets)),
                new Content("100,000 random octets", file(random)),
                new Content("text with every line ending", Messages.file("a.txt", "a\r\nb\nc\rd\r\n\r\n")),
                new Content("text with leading dots", Messages.file("a.txt", ".\r\n..\n.\r\nFrom x\r\n--\r\n.")),
                new Content("text in any script", Messages.file("a.csv", "Größe;数据\n \t\n")));
    }

    static Stream<Sample> fileNames() {
        return Sample.fileNames();
    }

    static Stream<Content> unreadable() {
        return Stream.of(
                new Content("one octet too few", source(Sources.lying(10, 9))),
                new Content("one octet too many", source(Sources.lying(10, 11))),
                new Content("empty but stated otherwise", source(Sources.lying(1, 0))),
                new Content("stated to be empty", source(Sources.lying(0, 1))),
                new Content("much too short", source(Sources.lying(100_000, 50_000))),
                new Content("much too long", source(Sources.lying(50_000, 100_000))),
                new Content("does not open", source(Sources.unopenable(CANARY))),
                new Content("breaks half-way", source(Sources.breaking(100_000, CANARY))));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aFileArrivesOctetByOctet(Content content) {
        sendOrRefuse(with(content.attachment()));
    }

    @ParameterizedTest
    @MethodSource("fileNames")
    void aFileNameArrivesOrIsCutToItsLastSegment(Sample name) {
        sendOrRefuse(with(Messages.file(name.text(), "content"), Messages.file("other.txt", "other")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv; charset=utf-8", "text/calendar; method=REQUEST; charset=\"utf-8\""})
    void aMediaTypeKeepsItsParameters(String contentType) {
        sendOrRefuse(with(Attachment.of("a", contentType, ContentSource.of(new byte[] {1}))));
    }

    @Test
    void severalFilesOfOneNameArriveInOrder() {
        sendOrRefuse(with(
                Messages.file("a.txt", "first"), Messages.file("a.txt", "second"), Messages.file("a.txt", "first")));
    }

    @Test
    void anInlinePartArrivesWithItsContentId() {
        sendOrRefuse(Messages.message()
                .html("<img src=\"cid:logo@example.gov\">")
                .attachments(
                        Attachment.inline(
                                "logo@example.gov", "logo.png", "image/png", ContentSource.of(new byte[] {1, 2})),
                        Messages.file("a.txt", "content"))
                .build());
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadAsStatedIsNeverSent(Content content) {
        assumeCan(Feature.ATTACHMENTS);
        if (content.attachment().content().size() == 0) {
            assumeCan(Feature.EMPTY_ATTACHMENTS);
        }
        EmailMessage message = with(Messages.file("good.txt", "good"), content.attachment());

        assertThat(assertRejected(message, FailureReason.UNREADABLE_ATTACHMENT).toString())
                .doesNotContain("canary");
        assertArrives(Messages.simple());
    }

    @Test
    void everySendReadsAnewAndClosesWhatItOpened() {
        assumeCan(Feature.ATTACHMENTS);
        Sources.Counting good = new Sources.Counting(ContentSource.of(new byte[1000]));
        Sources.Counting bad = new Sources.Counting(Sources.breaking(1000, CANARY));
        EmailMessage message = with(source(good));

        assertArrives(message);
        assertArrives(message);
        assertRejected(with(source(bad)), FailureReason.UNREADABLE_ATTACHMENT);

        assertThat(good.opened()).as("streams opened for two sends").isGreaterThanOrEqualTo(2);
        assertThat(good.stillOpen() + bad.stillOpen()).as("streams left open").isZero();
    }

    private static EmailMessage with(Attachment... attachments) {
        return Messages.message().attachments(attachments).build();
    }

    private static Attachment file(byte[] bytes) {
        return Messages.file("data.bin", bytes);
    }

    private static Attachment source(ContentSource source) {
        return Attachment.of("data.bin", "application/octet-stream", source);
    }

    record Content(String name, Attachment attachment) {
        @Override
        public String toString() {
            return name;
        }
    }
}
