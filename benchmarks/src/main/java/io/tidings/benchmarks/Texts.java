package io.tidings.benchmarks;

import io.tidings.template.RenderedTemplate;

/** A message's three texts. */
record Texts(String subject, String html, String text) {

    static Texts of(RenderedTemplate rendered) {
        return new Texts(
                rendered.subject(),
                rendered.html().orElseThrow(),
                rendered.text().orElseThrow());
    }

    /** Where lines break aside: ours strips subjects, and may wrap text. */
    boolean sameWordsAs(Texts other) {
        return words().equals(other.words());
    }

    private Texts words() {
        return new Texts(words(subject), words(html), words(text));
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
