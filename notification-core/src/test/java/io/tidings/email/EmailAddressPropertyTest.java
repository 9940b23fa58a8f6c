package io.tidings.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.error.InvalidArgumentException;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seed of a failing case is in its name. */
class EmailAddressPropertyTest {

    private static final int CASES = 2_000;
    private static final String SPECIAL = "@.\"\\<>,;:()[] \t\r\n\0-_%xn--ab1Zé用ßς\u200d\u0085\u2028。．＠";

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void garbageGivesAnAddressThatReadsBackOrAnErrorThatDoesNotShowIt(long seed) {
        holdsFor(seed, EmailAddressPropertyTest::garbage, EmailAddress::of);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void garbageThatAPersonWroteDoesSoToo(long seed) {
        holdsFor(
                seed,
                random -> garbage(random) + (random.nextBoolean() ? " <" + nearly(random) + ">" : ""),
                EmailAddress::parse);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsNearlyAnAddressDoesSoToo(long seed) {
        holdsFor(seed, EmailAddressPropertyTest::nearly, EmailAddress::of);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyContentInQuotesIsKeptWhole(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            String content = printable(random, 1 + random.nextInt(30));
            String quoted = '"' + content.replace("\\", "\\\\").replace("\"", "\\\"") + '"';

            EmailAddress address = EmailAddress.of(quoted + "@example.org");

            String kept = address.localPart();
            assertThat(kept.startsWith("\"") ? LocalPart.unquote(kept.substring(1, kept.length() - 1)) : kept)
                    .as("case %d", i)
                    .isEqualTo(content);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMaskShowsNoMoreThanTheFirstCharacter(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            String content =
                    printable(random, 2 + random.nextInt(20)).replace('"', 'q').replace('\\', 'b');
            EmailAddress address = EmailAddress.of('"' + content + "\"@example.org", content);

            String shown = address.toString();

            assertThat(shown).as("case %d", i).endsWith("•••@example.org");
            assertThat(shown.codePointCount(0, shown.length())).isEqualTo(1 + "•••@example.org".length());
            assertThat(address.localPart()).startsWith(shown.substring(0, shown.indexOf('•')));
        }
    }

    private static void holdsFor(long seed, Function<Random, String> generator, Function<String, EmailAddress> reader) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            String text = generator.apply(random);
            try {
                EmailAddress address = reader.apply(text);
                EmailAddress again = EmailAddress.of(address.address());
                assertThat(again).as("case %d", i).isEqualTo(address);
                assertThat(again.address()).isEqualTo(address.address());
                assertThat(address.address()).doesNotContain("\r", "\n", "\0");
            } catch (InvalidArgumentException e) {
                if (text.strip().length() > 8) {
                    assertThat(e.getMessage()).as("case %d", i).doesNotContain(text.strip());
                }
            }
        }
    }

    private static String garbage(Random random) {
        return text(random, random.nextInt(40), EmailAddressPropertyTest::any);
    }

    /** An address with up to three characters exchanged. */
    private static String nearly(Random random) {
        StringBuilder address = new StringBuilder(printable(random, 1 + random.nextInt(8)) + "@"
                + (random.nextBoolean() ? "exam-ple" : "exämple") + ".org");
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(address.length());
            address.replace(at, at + 1, any(random));
        }
        return address.toString();
    }

    private static String any(Random random) {
        return switch (random.nextInt(4)) {
            case 0, 1 -> String.valueOf(SPECIAL.charAt(random.nextInt(SPECIAL.length())));
            case 2 -> String.valueOf((char) ('a' + random.nextInt(26)));
            // Any code point at all, halves of surrogate pairs included.
            default -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
        };
    }

    private static String printable(Random random, int length) {
        return text(random, length, r -> String.valueOf((char) (' ' + r.nextInt('~' - ' ' + 1))));
    }

    private static String text(Random random, int length, Function<Random, String> characters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(characters.apply(random));
        }
        return text.toString();
    }
}
