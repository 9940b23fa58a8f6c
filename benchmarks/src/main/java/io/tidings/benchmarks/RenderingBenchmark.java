package io.tidings.benchmarks;

import freemarker.template.TemplateException;
import io.tidings.Notification;
import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateId;
import io.tidings.template.TemplateModel;
import io.tidings.templates.FreeMarkerTemplatePort;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Renders subject, HTML and text of a message, from the same values by each contender. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 4, time = 1)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
public class RenderingBenchmark {

    @Param
    public Message message;

    private TemplateId template;
    private Map<String, Object> model;
    private FreeMarkerTemplatePort port;
    private PlainFreeMarker sameTemplates;
    private PlainFreeMarker flatTemplates;

    /**
     * Makes the contenders.
     *
     * @throws IllegalStateException if they do not give the same texts
     */
    @Setup
    public void prepare() throws IOException, TemplateException {
        Notification notification = message.notification();
        template = notification.template();
        model = TemplateModel.of(notification);
        port = FreeMarkerTemplatePort.create();
        Texts ours = Texts.of(tidings());
        sameTemplates = PlainFreeMarker.withSameTemplates(template, model, brand());
        flatTemplates = PlainFreeMarker.withFlatTemplates(template, model, ours);
        requireSameWords("sameTemplates", ours, sameTemplates.render());
        requireSameWords("flatTemplates", ours, flatTemplates.render());
    }

    /** What templates see as brand, as a template prints it. */
    private Map<String, String> brand() {
        String lines = port.render(new TemplateId("brand-values"), Map.of(), Message.LOCALE, Message.ZONE)
                .text()
                .orElseThrow();
        return lines.lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static void requireSameWords(String peer, Texts ours, Texts theirs) {
        if (!ours.sameWordsAs(theirs)) {
            throw new IllegalStateException(peer + " gives\n" + theirs + "\nbut tidings gives\n" + ours);
        }
    }

    /** Ours. */
    @Benchmark
    public RenderedTemplate tidings() {
        return port.render(template, model, Message.LOCALE, Message.ZONE);
    }

    /** Plain FreeMarker with the catalogue's templates. */
    @Benchmark
    @Limit(1.5)
    public Object sameTemplates() throws IOException, TemplateException {
        return sameTemplates.render();
    }

    /** Plain FreeMarker with templates that were written for nothing but these texts. */
    @Benchmark
    public Object flatTemplates() throws IOException, TemplateException {
        return flatTemplates.render();
    }
}
