package io.tidings.templates.internal.text;

import java.util.Random;

/**
 * A tree of elements whose text is made of numbered words: {@code w1} appears once and in order, {@code n1} (the name
 * of a column or row) and {@code u1} (part of an address) at least once, {@code hidden1} never.
 */
final class RandomHtml {

    private static final String[] FILLERS = {" ", "  ", "\n", "&nbsp;", " &shy;", "&#8203; ", " &zwnj;"};
    private static final String[] HIDING = {
        "<div style='display:none'>%s</div>",
        "<p hidden>%s</p>",
        "<!-- %s -->",
        "<style>%s</style>",
        "<span style='font-size:1px;visibility:hidden'>%s</span>",
        "<!--[if mso]><table><tr><td>%s</td></tr></table><![endif]-->"
    };

    private final Random random;
    private final StringBuilder html = new StringBuilder();
    private int words;

    private RandomHtml(Random random) {
        this.random = random;
    }

    static RandomHtml of(Random random) {
        RandomHtml html = new RandomHtml(random);
        html.blocks(4);
        return html;
    }

    private void blocks(int depth) {
        for (int n = random.nextInt(5); n > 0; n--) {
            block(depth);
            html.append(random.nextBoolean() ? "\n  " : "");
        }
    }

    private void block(int depth) {
        switch (depth == 0 ? random.nextInt(5) : random.nextInt(13)) {
            case 0, 1 -> within("p", () -> inline(3));
            case 2 -> inline(2);
            case 3 -> html.append(random.nextBoolean() ? "<hr>" : "<br>");
            case 4 -> html.append(HIDING[random.nextInt(HIDING.length)].formatted("hidden" + words++));
            case 5 -> within("div", () -> blocks(depth - 1));
            case 6 -> within("blockquote", () -> blocks(depth - 1));
            case 7 -> within("h" + (1 + random.nextInt(6)), () -> inline(2));
            case 8 -> within(random.nextBoolean() ? "ul" : "ol", () -> items("li", depth - 1));
            case 9 -> within("dl", () -> items(random.nextBoolean() ? "dt" : "dd", depth - 1));
            case 10 -> within("table", () -> rows(depth - 1, "td"));
            case 11 -> data();
            default -> facts();
        }
    }

    private void items(String name, int depth) {
        for (int n = random.nextInt(4); n > 0; n--) {
            within(name, () -> {
                inline(random.nextInt(3));
                if (random.nextInt(3) == 0) {
                    blocks(depth);
                }
            });
        }
    }

    private void rows(int depth, String cell) {
        for (int n = random.nextInt(3); n > 0; n--) {
            within("tr", () -> within(cell, () -> blocks(depth)));
        }
    }

    private void data() {
        int columns = 1 + random.nextInt(4);
        within("table", () -> {
            within("tr", () -> {
                for (int i = 0; i < columns; i++) {
                    within("th", () -> word("n"));
                }
            });
            for (int n = random.nextInt(4); n > 0; n--) {
                within("tr", () -> {
                    for (int i = random.nextInt(columns + 2); i > 0; i--) {
                        cell();
                    }
                });
            }
        });
    }

    private void cell() {
        String span = random.nextInt(6) == 0 ? " colspan=2" : random.nextInt(6) == 0 ? " rowspan=2" : "";
        html.append("<td").append(span).append('>');
        inline(random.nextInt(4));
        html.append(random.nextInt(8) == 0 ? "<br>" : "");
        html.append("</td>");
    }

    private void facts() {
        within("table", () -> {
            for (int n = random.nextInt(4); n > 0; n--) {
                within("tr", () -> {
                    within("th", () -> word("n"));
                    within("td", () -> inline(random.nextInt(12)));
                });
            }
        });
    }

    private void inline(int size) {
        for (int n = random.nextInt(1 + 3 * size); n > 0; n--) {
            switch (random.nextInt(12)) {
                case 0 -> within("b", () -> inline(size / 2));
                case 1 -> within("q", () -> word("w"));
                case 2 -> html.append("<br>");
                case 3 -> {
                    html.append("<a href='https://example.org/u")
                            .append(words++)
                            .append("'>");
                    word("w");
                    html.append("</a>").append(random.nextBoolean() ? "." : "");
                }
                case 4 -> html.append("<img alt='w").append(words++).append("'>");
                case 5 -> html.append(random.nextInt(9) == 0 ? "x".repeat(79) : "漢字");
                default -> word("w");
            }
            html.append(FILLERS[random.nextInt(FILLERS.length)]);
        }
    }

    private void word(String kind) {
        html.append(kind).append(words++);
    }

    private void within(String name, Runnable content) {
        html.append('<').append(name).append('>');
        content.run();
        html.append("</").append(name).append('>');
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
