package io.tidings.email;

import static io.tidings.email.Invalid.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.tidings.error.InvalidArgumentException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Nested
    class LocalParts {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "jane",
                    "Jane.Doe",
                    "a",
                    "jane+tag",
                    "o'hara",
                    "!#$%&'*+-/=?^_`{|}~",
                    "0",
                    "jörg",
                    "δοκιμή",
                    "用户",
                    "😀",
                    "\"a b\"",
                    "\"a@b\"",
                    "\".\"",
                    "\"a..b\"",
                    "\"a\\\"b\"",
                    "\"a\\\\b\"",
                    "\" \""
                })
        void areKeptAsTheyAreGiven(String localPart) {
            EmailAddress address = EmailAddress.of(localPart + "@example.org");

            assertThat(address.localPart()).isEqualTo(localPart);
            assertThat(address.address()).isEqualTo(localPart + "@example.org");
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "\"jane\", jane",
                    "\"jane.doe\", jane.doe",
                    "\"j\\a\\n\\e\", jane",
                    "\"a\\ b\", \"a b\"",
                    "\"用\\户\", 用户",
                    "\"\\😀\", 😀"
                })
        void loseQuotesThatTheyDoNotNeed(String given, String kept) {
            EmailAddress address = EmailAddress.of(given + "@example.org");

            assertThat(address.localPart()).isEqualTo(kept);
            assertThat(address)
                    .isEqualTo(EmailAddress.of(kept + "@example.org"))
                    .hasSameHashCodeAs(EmailAddress.of(kept + "@example.org"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    ".",
                    ".jane",
                    "jane.",
                    "jane..doe",
                    "jane doe",
                    "jane@doe",
                    "jane,john",
                    "jane;john",
                    "(jane)",
                    "<jane",
                    "jane>",
                    "[jane]",
                    "jane:",
                    "ja\\ne",
                    "\"",
                    "\"\"",
                    "\"jane",
                    "jane\"",
                    "ja\"ne",
                    "\"a\"b\"",
                    "\"a\\\"",
                    "\"a\"\"b\"",
                    "\"a\tb\"",
                    "\"\tab\"",
                    "a\tb",
                    "\"a\r\nb\"",
                    "a\nb",
                    "a\0b",
                    "\u007f",
                    "\u0085",
                    "\ud800",
                    "\"\udc00\""
                })
        void areRefusedIfTheyAreNoMailbox(String localPart) {
            assertRefused("address", () -> EmailAddress.of(localPart + "@example.org"));
        }

        @Test
        void haveAtMost64Octets() {
            assertThat(EmailAddress.of("a".repeat(64) + "@example.org").localPart())
                    .hasSize(64);
            assertRefused("address", () -> EmailAddress.of("a".repeat(65) + "@example.org"));
        }

        @Test
        void areMeasuredInOctetsOfUtf8() {
            assertThat(EmailAddress.of("ö".repeat(32) + "@example.org").localPart())
                    .hasSize(32);
            assertRefused("address", () -> EmailAddress.of("ö".repeat(32) + "a@example.org"));
        }

        @Test
        void areMeasuredWithTheQuotesThatTheyNeed() {
            assertThat(EmailAddress.of("\"" + " ".repeat(62) + "\"@example.org").localPart())
                    .hasSize(64);
            assertRefused("address", () -> EmailAddress.of("\"" + " ".repeat(63) + "\"@example.org"));
            assertThat(EmailAddress.of("\"" + "\\a".repeat(64) + "\"@example.org")
                            .localPart())
                    .hasSize(64);
        }

        @Test
        void needSmtpUtf8BeyondAsciiOnly() {
            assertThat(EmailAddress.of("jörg@example.org").needsSmtpUtf8()).isTrue();
            assertThat(EmailAddress.of("\u00a0@example.org").needsSmtpUtf8()).isTrue();
            assertThat(EmailAddress.of("a~@example.org").needsSmtpUtf8()).isFalse();
            assertThat(EmailAddress.of("jane@münchen.example").needsSmtpUtf8()).isFalse();
        }
    }

    @Nested
    class Domains {

        @ParameterizedTest
        @CsvSource({
            "example.org, example.org",
            "EXAMPLE.Org, example.org",
            "localhost, localhost",
            "a.b.c.d.e.f, a.b.c.d.e.f",
            "x, x",
            "3com.example, 3com.example",
            "123.example, 123.example",
            "example.c0m, example.c0m",
            "a--b.example, a--b.example",
            "münchen.example, xn--mnchen-3ya.example",
            "MÜNCHEN.example, xn--mnchen-3ya.example",
            "XN--MNCHEN-3YA.example, xn--mnchen-3ya.example",
            "例え.テスト, xn--r8jz45g.xn--zckzah",
            "例え。テスト, xn--r8jz45g.xn--zckzah"
        })
        void areWrittenAsTheyGoOnTheWire(String given, String written) {
            EmailAddress address = EmailAddress.of("jane@" + given);

            assertThat(address.domain()).isEqualTo(written);
            assertThat(address)
                    .isEqualTo(EmailAddress.of("jane@" + written))
                    .hasSameHashCodeAs(EmailAddress.of("jane@" + written));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    ".",
                    ".org",
                    "example.",
                    "example..org",
                    "-a.org",
                    "a-.org",
                    "a_b.org",
                    "exa mple.org",
                    "a,b",
                    "[192.0.2.1]",
                    "[IPv6:2001:db8::1]",
                    "192.0.2.1",
                    "example.123",
                    "42",
                    "example.org>",
                    "a/b",
                    "a:25",
                    "example.org\r\n",
                    "\texample.org",
                    "exam\0ple.org",
                    "ü..org",
                    "ü.",
                    "-ü.org",
                    "ü_.org",
                    "ü.123",
                    "\ud800.org",
                    "ü\u0000.org"
                })
        void areRefusedIfTheyAreNoHostName(String domain) {
            assertRefused("address", () -> EmailAddress.of("jane@" + domain));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"straße.example", "STRAẞE.example", "βόλος.example", "a\u200cb.example", "a\u200db.example"})
        void areRefusedIfStandardsDisagreeWhereTheyLead(String domain) {
            assertRefused("address", () -> EmailAddress.of("jane@" + domain));
        }

        @Test
        void areTakenInTheirEncodedFormWhereStandardsDisagree() {
            assertThat(EmailAddress.of("jane@xn--strae-oqa.example").domain()).isEqualTo("xn--strae-oqa.example");
        }

        @Test
        void haveLabelsOfAtMost63Octets() {
            assertThat(EmailAddress.of("jane@" + "a".repeat(63) + ".org").domain())
                    .hasSize(67);
            assertThat(EmailAddress.of("jane@" + "a".repeat(63)).domain()).hasSize(63);
            assertRefused("address", () -> EmailAddress.of("jane@" + "a".repeat(64) + ".org"));
            assertRefused("address", () -> EmailAddress.of("jane@" + "a".repeat(64)));
            assertRefused("address", () -> EmailAddress.of("jane@" + "ü".repeat(63) + ".org"));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 61})
        void mayHaveHyphensInsideALabelOnly(int hyphens) {
            assertThat(EmailAddress.of("jane@a" + "-".repeat(hyphens) + "b.org").domain())
                    .hasSize(hyphens + 6);
        }
    }

    @Nested
    class WholeAddresses {

        private static final String DOMAIN_OF_189 =
                ("a".repeat(62) + ".").repeat(3).substring(0, 188) + "b";

        @Test
        void haveAtMost254Octets() {
            assertThat(EmailAddress.of("j".repeat(64) + "@" + DOMAIN_OF_189).address())
                    .hasSize(254);
            assertRefused("address", () -> EmailAddress.of("j".repeat(64) + "@a" + DOMAIN_OF_189));
            assertThat(EmailAddress.of("j".repeat(63) + "@a" + DOMAIN_OF_189).address())
                    .hasSize(254);
        }

        @Test
        void areMeasuredInOctetsOfUtf8() {
            assertThat(EmailAddress.of("ö".repeat(32) + "@" + DOMAIN_OF_189)).isNotNull();
            assertRefused("address", () -> EmailAddress.of("ö".repeat(32) + "@a" + DOMAIN_OF_189));
        }

        @Test
        void areLookedAtUpToTwiceTheirLength() {
            String needlessBackslashes = "\"" + "\\a".repeat(64) + "\"";
            assertThat(EmailAddress.of(needlessBackslashes + "@" + DOMAIN_OF_189)
                            .address())
                    .hasSize(254);
            // The same complaint, whatever is wrong with it beside its length.
            assertThat(messageFor("a".repeat(511))).isEqualTo(messageFor("a".repeat(100_000)));
            assertThat(messageFor("a".repeat(510))).isNotEqualTo(messageFor("a".repeat(511)));
        }

        private static String messageFor(String address) {
            return catchInvalid(() -> EmailAddress.of(address)).getMessage();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "jane", "jane.example.org", "jane＠example.org", "@", "@example.org", "jane@"})
        void needAMailboxAnAtAndADomain(String text) {
            assertRefused("address", () -> EmailAddress.of(text));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a.", "a@", "\"\\", "<", "\"", "ü.", "\ud83d\ude00", "\\\"", "((("})
        void areRefusedQuicklyIfTheyAreHuge(String part) {
            String huge = part.repeat(1_000_000 / part.length());

            assertRefused("address", () -> EmailAddress.of(huge));
            assertRefused("address", () -> EmailAddress.of(huge + "@example.org"));
            assertRefused("address", () -> EmailAddress.of("jane@" + huge + "org"));
            assertRefused("address", () -> EmailAddress.parse("Jane <" + huge + "@example.org>"));
            assertThat(catchInvalid(() -> EmailAddress.parse(huge + " <jane@example.org>")))
                    .isNotNull();
        }

        @Test
        void areNotNull() {
            assertThatNullPointerException().isThrownBy(() -> EmailAddress.of(null));
            assertThatNullPointerException().isThrownBy(() -> EmailAddress.of("jane@example.org", null));
            assertThatNullPointerException().isThrownBy(() -> EmailAddress.parse(null));
        }
    }

    @Nested
    class Equality {

        private final EmailAddress jane = EmailAddress.of("jane@example.org");

        @Test
        void doesNotCountTheDisplayNameOrTheCaseOfTheDomain() {
            assertThat(EmailAddress.of("jane@EXAMPLE.org", "Jane"))
                    .isEqualTo(jane)
                    .hasSameHashCodeAs(jane);
        }

        @Test
        void countsTheCaseOfTheLocalPart() {
            assertThat(EmailAddress.of("Jane@example.org")).isNotEqualTo(jane).doesNotHaveSameHashCodeAs(jane);
        }

        @Test
        void countsLocalPartAndDomain() {
            assertThat(jane)
                    .isNotEqualTo(EmailAddress.of("john@example.org"))
                    .isNotEqualTo(EmailAddress.of("jane@example.com"))
                    .isNotEqualTo("jane@example.org")
                    .isNotEqualTo(null);
            assertThat(jane.hashCode())
                    .isNotEqualTo(EmailAddress.of("john@example.org").hashCode())
                    .isNotEqualTo(EmailAddress.of("jane@example.com").hashCode())
                    .isEqualTo(31 * "jane".hashCode() + "example.org".hashCode());
        }
    }

    @Nested
    class Masks {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "jane@example.org, j•••@example.org",
                    "j@example.org, j•••@example.org",
                    "jane@EXAMPLE.org, j•••@example.org",
                    "😀smile@example.org, 😀•••@example.org",
                    "\"jane doe\"@example.org, \"•••@example.org"
                })
        void showOneCharacterOfTheLocalPart(String address, String masked) {
            assertThat(EmailAddress.of(address, "Jane Doe")).hasToString(masked);
            assertThat(EmailAddress.of(address).masked()).isEqualTo(masked);
        }
    }

    @Nested
    class DisplayNames {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Jane",
                    "Doe, Jane",
                    "other@example.com, Jane",
                    "\"Jane\" <other@example.com>",
                    "ジェーン",
                    "Ⅸ عربى 😀",
                    "a\\b",
                    "tab\there"
                })
        void areDataWhateverTheyLookLike(String name) {
            EmailAddress address = EmailAddress.of("jane@example.org", name);

            assertThat(address.displayName()).contains(name);
            assertThat(address.address()).isEqualTo("jane@example.org");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Jane\r\nBcc: other@example.com",
                    "a\nb",
                    "a\rb",
                    "a\0b",
                    "a\u001bb",
                    "a\u007fb",
                    "a\u0085b",
                    "a\ud800b",
                    "a\udc00b",
                    "\udc00\ud800"
                })
        void areRefusedWithLineBreaksControlCharactersOrHalfCharacters(String name) {
            assertRefused("displayName", () -> EmailAddress.of("jane@example.org", name));
            assertRefused(
                    "displayName", () -> EmailAddress.parse("\"" + name.replace("\\", "") + "\" <j@example.org>"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\t "})
        void areNoneIfBlank(String name) {
            assertThat(EmailAddress.of("jane@example.org", "Jane")
                            .withDisplayName(name)
                            .displayName())
                    .isEmpty();
        }

        @Test
        void areStripped() {
            assertThat(EmailAddress.of("jane@example.org", " Jane ").displayName())
                    .contains("Jane");
        }

        @Test
        void haveAtMost500Characters() {
            assertThat(EmailAddress.of("jane@example.org", "é".repeat(500)).displayName())
                    .isPresent();
            assertRefused("displayName", () -> EmailAddress.of("jane@example.org", "é".repeat(501)));
        }

        @Test
        void canBeExchangedWithoutChangingTheAddress() {
            EmailAddress jane = EmailAddress.of("jane@example.org", "Jane");
            EmailAddress renamed = jane.withDisplayName("J. Doe");

            assertThat(renamed.displayName()).contains("J. Doe");
            assertThat(renamed.address()).isEqualTo("jane@example.org");
            assertThat(jane.displayName()).contains("Jane");
        }
    }

    @Nested
    class WrittenByAPerson {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                nullValues = "none",
                delimiter = '|',
                value = {
                    "jane@example.org | jane@example.org | none",
                    "<jane@example.org> | jane@example.org | none",
                    "Jane Doe <jane@example.org> | jane@example.org | Jane Doe",
                    "Jane Doe<jane@example.org> | jane@example.org | Jane Doe",
                    "Jane Doe < jane@example.org > | jane@example.org | Jane Doe",
                    "\"Doe, Jane\" <jane@example.org> | jane@example.org | Doe, Jane",
                    "\"Doe, \\\"Jane\\\"\" <jane@example.org> | jane@example.org | Doe, \"Jane\"",
                    "\"a <b@example.com>\" <jane@example.org> | jane@example.org | a <b@example.com>",
                    "\"\" <jane@example.org> | jane@example.org | none",
                    "ジェーン <jane@example.org> | jane@example.org | ジェーン",
                    "\"x<y\"@example.org | \"x<y\"@example.org | none"
                })
        void isAnAddressWithOrWithoutName(String text, String address, String name) {
            EmailAddress parsed = EmailAddress.parse("  " + text + "\t");

            assertThat(parsed.address()).isEqualTo(address);
            assertThat(parsed.displayName().orElse(null)).isEqualTo(name);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "Jane",
                    "a@x.com, b@y.com",
                    "a@x.com,b@y.com",
                    "a@x.com; b@y.com",
                    "a@x.com b@y.com",
                    "<a@x.com>, <b@y.com>",
                    "<<a@x.com>>",
                    "<a@x.com",
                    "a@x.com>",
                    "<>",
                    "Jane <>",
                    "Jane <a@x.com> Doe",
                    "Jane <a@x.com>, John <b@y.com>",
                    "\"Jane\" <a@x.com>, \"John\" <b@y.com>",
                    "b@y.com, Jane <a@x.com>",
                    "b@y.com Jane <a@x.com>",
                    "Doe, Jane <a@x.com>",
                    "Team: Jane <a@x.com>",
                    "a; b <a@x.com>",
                    "a > b <a@x.com>",
                    "a < b <a@x.com>",
                    "\"Jane <a@x.com>",
                    "Jane\" <a@x.com>",
                    "J\"a\"ne <a@x.com>",
                    "\" <a@x.com>",
                    "\"a\\\" <a@x.com>",
                    "\"a\" \"b\" <a@x.com>",
                    "b@y.com,\u2028Jane <a@x.com>",
                    "Jane (work) a@x.com",
                    "mailto:a@x.com?bcc=b@y.com"
                })
        void isNeverAnythingElse(String text) {
            assertRefused("address", () -> EmailAddress.parse(text));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Jane\r\nBcc: b <a@x.com>", "Jane\n<a@x.com>\nJohn <a@x.com>", "Ja\nne <a@x.com>"})
        void hasNoLineBreaks(String text) {
            assertThat(catchInvalid(() -> EmailAddress.parse(text))).isNotNull();
        }
    }

    private static InvalidArgumentException catchInvalid(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(InvalidArgumentException.class, call);
    }
}
