package io.tidings.templates.internal;

import static io.tidings.templates.Painted.Text.contrast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidings.error.ConfigurationProblem;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTest {

    private static final String DARK_CARD = "#1c2229";

    @Test
    void theTestsOwnRatioIsTheStandards() {
        assertThat(contrast("#000000", "#ffffff")).isCloseTo(21, within(1e-9));
        assertThat(contrast("#767676", "#ffffff")).isCloseTo(4.54, within(0.005));
        assertThat(contrast("#ffffff", "#777777")).isCloseTo(4.48, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({
        // fills the button, on it, link on white, link on dark
        "#1b4b82, #ffffff, #1b4b82, #8ab8f0",
        "#ffbe2e, #000000, #1b4b82, #ffbe2e",
        "#ffffff, #000000, #1b4b82, #ffffff",
        "#000000, #ffffff, #000000, #8ab8f0",
        "#767676, #ffffff, #767676, #8ab8f0",
        "#777777, #000000, #1b4b82, #8ab8f0",
        "#FFBE2E, #000000, #1b4b82, #FFBE2E"
    })
    void coloursFollowFromThePrimaryOne(String primary, String onPrimary, String link, String darkLink) {
        assertThat(Brand.values(Map.of("primary-colour", primary)))
                .containsEntry("primaryColour", primary)
                .containsEntry("onPrimaryColour", onPrimary)
                .containsEntry("linkColour", link)
                .containsEntry("darkLinkColour", darkLink);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyPrimaryColourCanBeRead(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String primary = String.format("#%06x", random.nextInt(0x1000000));
            Map<String, Object> brand = Brand.values(Map.of("primary-colour", primary));

            assertThat(contrast((String) brand.get("onPrimaryColour"), primary))
                    .as("seed %d, on %s", seed, primary)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast((String) brand.get("linkColour"), "#ffffff"))
                    .as("seed %d, link of %s", seed, primary)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast((String) brand.get("darkLinkColour"), DARK_CARD))
                    .as("seed %d, dark link of %s", seed, primary)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void coloursThatAreSetAndCanBeReadWin() {
        Map<String, String> configured = Map.of(
                "primary-colour", "#ffbe2e",
                "on-primary-colour", "#1b1b1b",
                "link-colour", "#005ea2",
                "dark-link-colour", "#73b3e7");

        assertThat(Brand.problems(configured)).isEmpty();
        assertThat(Brand.values(configured))
                .containsEntry("onPrimaryColour", "#1b1b1b")
                .containsEntry("linkColour", "#005ea2")
                .containsEntry("darkLinkColour", "#73b3e7");
    }

    @ParameterizedTest
    @CsvSource({"on-primary-colour, #5a7fa8", "link-colour, #ffbe2e", "dark-link-colour, #1b4b82"})
    void coloursThatAreSetAndCannotBeReadAreAProblem(String name, String colour) {
        assertThat(Brand.problems(Map.of(name, colour))).singleElement().satisfies(problem -> {
            assertThat(problem.toString()).contains("tidings.templates.brand." + name, "contrast of 4.5:1");
            assertThat(problem.toString()).doesNotContain(colour);
        });
    }

    @Test
    void textOnThePrimaryColourIsMeasuredAgainstTheOneThatIsSet() {
        Map<String, String> configured = new HashMap<>(Map.of("on-primary-colour", "#000000"));
        assertThat(Brand.problems(configured)).hasSize(1);

        configured.put("primary-colour", "#ffbe2e");
        assertThat(Brand.problems(configured)).isEmpty();
    }

    @Test
    void whatIsNoColourIsToldOnce() {
        assertThat(Brand.problems(Map.of("primary-colour", "red", "on-primary-colour", "#ffffff")))
                .extracting(ConfigurationProblem::toString)
                .singleElement()
                .asString()
                .contains("must be a colour");
    }
}
