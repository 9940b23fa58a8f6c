package io.tidings.examples;

import io.tidings.Notifier;
import io.tidings.error.ConfigurationException;
import io.tidings.spi.SettingKey;
import io.tidings.spi.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The main job: reads what happened in a portal, tells everybody concerned through the adapter that the configuration
 * names, and prints what became of it.
 *
 * <p>With the system property {@code simulator=true} it sends through the SendGrid adapter to a SendGrid that it
 * simulates; with {@code greenmail=true} through the SMTP adapter to a mail server that it starts; with both, and
 * {@code tidings.email.adapter=failover}, through the one and the other. The simulated SendGrid then reports what
 * became of the messages. With {@code webhook=PORT} and {@code tidings.sendgrid.webhook.public-keys} another SendGrid
 * may do so, at {@code http://127.0.0.1:PORT/webhooks/sendgrid}; the job waits up to 10 s for its reports.
 *
 * <p>Exit codes: 0 every event ended in a receipt; 1 an event did not; 2 the job could not start.
 */
public final class PortalJob {

    private static final String EVENTS = "/portal-events.json";
    private static final SettingKey<Path> MAIL =
            SettingKey.path("tidings.inmemory.directory", "Where the in-memory adapter writes.");

    static final SettingKey<String> ADAPTER = SettingKey.text("tidings.email.adapter", "Who sends.");

    private PortalJob() {}

    /**
     * Runs the job and ends the JVM unless all is well.
     *
     * @param args the events' file; none for the portal's day that comes with the examples
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code = run(args, out);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int run(String[] args, PrintStream out) {
        List<Function<Settings, LocalFarSide>> farSides = new ArrayList<>();
        if (Boolean.getBoolean("simulator")) {
            farSides.add(SimulatedSendGrid::start);
        }
        if (Boolean.getBoolean("greenmail")) {
            farSides.add(LocalGreenMail::start);
        }
        return run(args, Settings.load(), out, farSides);
    }

    /** Starts the far sides first. */
    static int run(String[] args, Settings settings, PrintStream out, List<Function<Settings, LocalFarSide>> starts) {
        try (FarSides farSides = FarSides.start(starts, settings)) {
            int code = run(args, farSides.settings(), out, farSides);
            farSides.reports().forEach(out::println);
            return code;
        } catch (ConfigurationException | UncheckedIOException | IllegalStateException e) {
            out.println(e.getMessage());
        }
        return 2;
    }

    static int run(String[] args, Settings settings, PrintStream out) {
        return run(args, settings, out, List.of());
    }

    private static int run(String[] args, Settings settings, PrintStream out, FarSides farSides) {
        try (InputStream events = args.length > 0
                        ? Files.newInputStream(Path.of(args[0]))
                        : PortalJob.class.getResourceAsStream(EVENTS);
                Notifier notifier = Notifier.configuredBy(settings);
                WebhookServer webhook = WebhookServer.start(settings, notifier)) {
            List<PortalEvent> day = PortalEventReader.read(events);
            List<Row> rows = new EventSender(notifier).send(day);
            webhook.url().ifPresent(farSides::tellWhatBecame);
            webhook.await();
            out.print(Table.of(Row.HEADINGS, rows.stream().map(Row::cells).toList()));
            out.print(DeliveryTable.of(notifier.deliveryLog()));
            mailDirectory(rows, settings).ifPresent(directory -> out.println("Rendered messages: " + directory));
            return rows.stream().allMatch(Row::hasReceipt) ? 0 : 1;
        } catch (ConfigurationException e) {
            out.println(e.getMessage());
        } catch (IOException e) {
            out.println("The events cannot be read: " + e.getClass().getSimpleName());
        }
        return 2;
    }

    private static Optional<Path> mailDirectory(List<Row> rows, Settings settings) {
        return rows.stream().anyMatch(row -> row.adapter().equals("inmemory"))
                ? settings.find(MAIL).map(Path::toAbsolutePath)
                : Optional.empty();
    }
}
