package io.tidings.templates.internal.analysis;

import io.tidings.templates.internal.markup.Markup;
import java.util.Arrays;

/** Checks the HTML that stands in a file, whatever the branch: values are unknown, and all directives are left out. */
final class StaticHtml {

    private final Source source;
    private final char[] text;

    private StaticHtml(Source source) {
        this.source = source;
        this.text = new char[source.text().length()];
        Arrays.fill(text, ' ');
    }

    static void check(Source source, Node.Block file, Findings findings) {
        StaticHtml html = new StaticHtml(source);
        html.write(file);
        for (Markup.Problem problem : Markup.ofSource(new String(html.text))) {
            findings.add(source.span(problem.from(), problem.to()), problem.text());
        }
    }

    private void write(Node node) {
        Span span = node.span();
        if (node instanceof Node.Literal) {
            source.text().getChars(span.from(), span.to(), text, span.from());
            return;
        }
        if (node instanceof Node.Block block) {
            block.nodes().forEach(this::write);
            return;
        }
        boolean prints = node instanceof Node.Output
                || node instanceof Node.Call
                || node instanceof Node.Nested
                || node instanceof Node.Include;
        Arrays.fill(text, span.from(), span.to(), prints ? Markup.UNKNOWN : ' ');
        node.bodies().forEach(this::write);
    }
}
