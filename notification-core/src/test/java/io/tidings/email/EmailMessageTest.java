package io.tidings.email;

import static io.tidings.email.Invalid.assertRefused;
import static io.tidings.email.Messages.FROM;
import static io.tidings.email.Messages.JANE;
import static io.tidings.email.Messages.JOHN;
import static io.tidings.email.Messages.MARY;
import static io.tidings.email.Messages.NOON;
import static io.tidings.email.Messages.file;
import static io.tidings.email.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.error.InvalidArgumentException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailMessageTest {

    /** A message that uses everything. */
    static EmailMessageBuilder full() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("z", "1");
        metadata.put("a", "2");
        return EmailMessage.builder()
                .id(new MessageId("a".repeat(26)))
                .template("data-submitted")
                .from(FROM)
                .replyTo(MARY, JOHN)
                .to(JANE)
                .cc(JOHN)
                .bcc(MARY)
                .subject("Hello")
                .html("<p>Good morning")
                .text("Good morning")
                .attachments(file(3), Attachment.inline("logo", "logo.png", "image/png", Messages.bytes(1)))
                .headers(new Header("X-Portal", "1"), new Header("X-Other", "2"))
                .tags("reports", "q1")
                .metadata(metadata)
                .idempotencyKey("key")
                .sendAt(NOON)
                .expiry(NOON.plusSeconds(60))
                .purpose(Purpose.SUBSCRIPTION);
    }

    @Test
    void holdsWhatItWasBuiltOf() {
        EmailMessage message = full().build();

        assertThat(message.id()).isEqualTo(new MessageId("a".repeat(26)));
        assertThat(message.template()).isEqualTo("data-submitted");
        assertThat(message.from()).isEqualTo(FROM);
        assertThat(message.replyTo()).containsExactly(MARY, JOHN);
        assertThat(message.to()).containsExactly(JANE);
        assertThat(message.cc()).containsExactly(JOHN);
        assertThat(message.bcc()).containsExactly(MARY);
        assertThat(message.recipients()).containsExactly(JANE, JOHN, MARY);
        assertThat(message.subject()).isEqualTo("Hello");
        assertThat(message.html()).contains("<p>Good morning");
        assertThat(message.text()).contains("Good morning");
        assertThat(message.attachments()).extracting(Attachment::fileName).containsExactly("report.csv", "logo.png");
        assertThat(message.headers()).extracting(Header::value).containsExactly("1", "2");
        assertThat(message.tags()).containsExactly("reports", "q1");
        assertThat(message.metadata().keySet()).containsExactly("z", "a");
        assertThat(message.idempotencyKey()).contains(new IdempotencyKey("key"));
        assertThat(message.sendAt()).contains(NOON);
        assertThat(message.expiry()).contains(NOON.plusSeconds(60));
        assertThat(message.purpose()).isEqualTo(Purpose.SUBSCRIPTION);
    }

    @Test
    void isTheSameAfterToBuilder() {
        EmailMessage message = full().build();
        EmailMessage again = message.toBuilder().build();

        assertThat(again).isEqualTo(message);
        assertThat(again.content()).isSameAs(message.content());
    }

    @Test
    void changesOneFieldThroughToBuilder() {
        EmailMessage message = full().build();

        assertThat(message.toBuilder().subject("Bye").build())
                .isEqualTo(
                        full().attachments(message.attachments()).subject("Bye").build());
        assertThat(message.toBuilder().html("<p>Bye").build().content())
                .isEqualTo(new Content("Hello", Optional.of("<p>Bye"), message.text()));
        assertThat(message.toBuilder().text("Bye").build().content())
                .isEqualTo(new Content("Hello", message.html(), Optional.of("Bye")));
    }

    @Test
    void hasDefaultsForAllButSenderRecipientAndContent() {
        EmailMessage message = message().build();

        assertThat(message.template()).isEmpty();
        assertThat(message.replyTo()).isEmpty();
        assertThat(message.attachments()).isEmpty();
        assertThat(message.headers()).isEmpty();
        assertThat(message.metadata()).isEmpty();
        assertThat(message.sendAt()).isEmpty();
        assertThat(message.idempotencyKey()).isEmpty();
        assertThat(message.purpose()).isEqualTo(Purpose.TRANSACTIONAL);
    }

    @Test
    void hasAnIdOfItsOwnUnlessOneIsGiven() {
        EmailMessageBuilder builder = message();
        assertThat(builder.build().id()).isNotEqualTo(builder.build().id());

        builder.id(MessageId.random());
        assertThat(builder.build().id()).isEqualTo(builder.build().id());
    }

    @Test
    void needsSenderRecipientSubjectAndBody() {
        assertRefused(
                "from",
                () -> EmailMessage.builder().to(JANE).subject("s").text("t").build());
        assertRefused("to", () -> message().to().build());
        assertRefused("to", () -> message().to().cc(JOHN).build());
        assertRefused(
                "subject",
                () -> EmailMessage.builder().from(FROM).to(JANE).text("t").build());
        assertRefused(
                "message",
                () -> EmailMessage.builder().from(FROM).to(JANE).subject("s").build());
    }

    static Stream<EmailMessageBuilder> twice() {
        EmailAddress same = EmailAddress.of("jane@EXAMPLE.org", "Jane");
        return Stream.of(
                message().to(JANE, same),
                message().to(JANE).cc(same),
                message().to(JANE).bcc(same),
                message().cc(JOHN, JOHN),
                message().cc(JOHN).bcc(JOHN),
                message().bcc(JOHN, JOHN));
    }

    @ParameterizedTest
    @MethodSource("twice")
    void namesEachRecipientOnce(EmailMessageBuilder builder) {
        assertRefused("recipients", builder::build);
    }

    @Test
    void isNotHandedOverForThoseWithheldButShowsThem() {
        EmailMessage message =
                message().to(JANE, JOHN).bcc(MARY).withheld(Set.of(JOHN)).build();

        assertThat(message.recipients()).containsExactly(JANE, MARY);
        assertThat(message.to()).containsExactly(JANE, JOHN);
        assertThat(message.withheld()).containsExactly(JOHN);
    }

    @Test
    void withholdsSomeOfItsRecipientsAndNobodyElse() {
        assertRefused(
                "withheld", () -> message().to(JANE).withheld(Set.of(JANE)).build());
        assertRefused(
                "withheld",
                () -> message().to(JANE, JOHN).withheld(Set.of(MARY)).build());
    }

    @Test
    void mayAnswerToARecipientOrTheSender() {
        assertThat(message().replyTo(JANE, FROM).build().replyTo()).containsExactly(JANE, FROM);
    }

    @Test
    void hasAtMost10000Recipients() {
        List<EmailAddress> many = IntStream.range(0, 9_998)
                .mapToObj(i -> EmailAddress.of("r" + i + "@example.org"))
                .toList();

        assertThat(message().to(many).cc(JANE).bcc(JOHN).build().recipients()).hasSize(10_000);
        assertRefused(
                "recipients", () -> message().to(many).cc(JANE).bcc(JOHN, MARY).build());
    }

    static Stream<Arguments> bounds() {
        return Stream.of(
                bound("replyTo", 100, (builder, count) -> builder.replyTo(Collections.nCopies(count, JANE))),
                bound(
                        "attachments",
                        1000,
                        (builder, count) -> builder.attachments(Collections.nCopies(count, file(1)))),
                bound("headers", 100, (builder, count) -> builder.headers(headers(count))),
                bound("tags", 100, (builder, count) -> builder.tags(Collections.nCopies(count, "tag"))),
                bound("metadata", 100, (builder, count) -> builder.metadata(numbered(count))));
    }

    private static Arguments bound(
            String field, int limit, BiFunction<EmailMessageBuilder, Integer, EmailMessageBuilder> filled) {
        return Arguments.of(field, limit, filled);
    }

    private static Map<String, String> numbered(int count) {
        Map<String, String> map = new LinkedHashMap<>();
        IntStream.range(0, count).forEach(i -> map.put("key" + i, "value"));
        return map;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bounds")
    void holdsNoMoreThanItStates(
            String field, int limit, BiFunction<EmailMessageBuilder, Integer, EmailMessageBuilder> filled) {
        assertThat(filled.apply(message(), limit).build()).isNotNull();
        assertRefused(field, () -> filled.apply(message(), limit + 1).build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane@example.org",
                "for jane@example.org now",
                "jane%40example.org",
                "a@b",
                "<a@b>",
                "a@b@c",
                "jane＠example.org"
            })
    void tellsTheProviderNoAddress(String text) {
        assertRefused("tag", () -> message().tags("fine", text).build());
        assertRefused(
                "metadata value", () -> message().metadata(Map.of("key", text)).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\r\nb", "a\0b"})
    void hasNoTagsOrMetadataThatAreBlankOrBreakTheLine(String text) {
        assertRefused("tag", () -> message().tags(text).build());
        assertRefused(
                "metadata value", () -> message().metadata(Map.of("key", text)).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"@team", "jane @ work", "40%", "a%4 0b", "日本", "team@"})
    void mayHaveTagsAndMetadataThatOnlyResembleAnAddress(String text) {
        assertThat(message().tags(text).metadata(Map.of("key", text)).build().tags())
                .containsExactly(text);
    }

    @Test
    void hasTagsOfUpTo255CharactersAndMetadataOfUpTo10000() {
        assertThat(message().tags("t".repeat(255)).build().tags()).hasSize(1);
        assertRefused("tag", () -> message().tags("t".repeat(256)).build());
        assertThat(message().metadata(Map.of("key", "v".repeat(10_000))).build().metadata())
                .hasSize(1);
        assertRefused(
                "metadata value",
                () -> message().metadata(Map.of("key", "v".repeat(10_001))).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a:b", "ä", "a@b", "a\n", "tidings_id"})
    void hasMetadataKeysOfPlainCharactersThatAreNotItsOwn(String key) {
        assertRefused(
                "metadata key", () -> message().metadata(Map.of(key, "value")).build());
    }

    @Test
    void hasMetadataKeysOfUpTo64Characters() {
        assertThat(message()
                        .metadata(Map.of("Ab_1.c-" + "k".repeat(57), "value"))
                        .build()
                        .metadata())
                .hasSize(1);
        assertRefused(
                "metadata key",
                () -> message().metadata(Map.of("k".repeat(65), "value")).build());
    }

    @Test
    void isSentBeforeItExpires() {
        assertThat(message().sendAt(NOON).expiry(NOON.plusNanos(1)).build().sendAt())
                .contains(NOON);
        assertThat(message().sendAt(NOON).build().expiry()).isEmpty();
        assertThat(message().expiry(NOON).build().sendAt()).isEmpty();
        assertRefused("sendAt", () -> message().sendAt(NOON).expiry(NOON).build());
        assertRefused(
                "sendAt",
                () -> message().sendAt(NOON).expiry(NOON.minusNanos(1)).build());
    }

    @Test
    void doesNotChangeWithTheCollectionsItWasBuiltOf() {
        List<EmailAddress> addresses = new ArrayList<>(List.of(JANE));
        List<String> tags = new ArrayList<>(List.of("tag"));
        Map<String, String> metadata = new LinkedHashMap<>(Map.of("key", "value"));
        EmailMessage message =
                message().to(addresses).tags(tags).metadata(metadata).build();
        addresses.clear();
        tags.clear();
        metadata.clear();

        assertThat(message.to()).containsExactly(JANE);
        assertThat(message.tags()).containsExactly("tag");
        assertThat(message.metadata()).containsOnlyKeys("key");
        for (List<?> list : List.of(
                message.to(),
                message.cc(),
                message.bcc(),
                message.replyTo(),
                message.recipients(),
                message.tags(),
                message.headers(),
                message.attachments())) {
            assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
        }
        assertThatThrownBy(() -> message.metadata().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> message().template(null).build());
        assertThatNullPointerException()
                .isThrownBy(() -> message().purpose(null).build());
        assertThatNullPointerException().isThrownBy(() -> message().html(null));
        assertThatNullPointerException().isThrownBy(() -> message().tags((String) null));
        assertThatNullPointerException().isThrownBy(() -> message()
                .metadata(Collections.singletonMap("key", null))
                .build());
    }

    @Test
    void hasNoHeaderTwiceInAnyCase() {
        assertThatThrownBy(() -> message()
                        .headers(new Header("X-A", "1"), new Header("x-a", "2"))
                        .build())
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("headers");
    }

    @Test
    void showsIdAndTemplateOnly() {
        assertThat(full().build()).hasToString("EmailMessage[id=aaaaaaaaaaaaaaaaaaaaaaaaaa, template=data-submitted]");
    }

    private static List<Header> headers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Header("X-" + i, "1"))
                .toList();
    }
}
