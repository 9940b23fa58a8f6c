package io.tidings.templates.catalogue;

import io.tidings.Notification;
import io.tidings.template.RenderedTemplate;
import io.tidings.template.TemplateModel;
import io.tidings.templates.FreeMarkerConfig;
import io.tidings.templates.FreeMarkerTemplatePort;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a reader in New York gets. */
final class Rendering {

    /** French has no templates of its own. */
    static final List<String> LANGUAGES = List.of("en", "es", "es-MX", "fr");

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Rendering NEUTRAL = new Rendering(FreeMarkerTemplatePort.create());

    private final FreeMarkerTemplatePort port;

    private Rendering(FreeMarkerTemplatePort port) {
        this.port = port;
    }

    static Rendering neutral() {
        return NEUTRAL;
    }

    static Rendering branded(Map<String, String> brand) {
        return new Rendering(
                new FreeMarkerTemplatePort(new FreeMarkerConfig(Optional.empty(), Locale.ENGLISH, false, brand)));
    }

    RenderedTemplate of(Notification notification, String language, ZoneId zone) {
        return port.render(
                notification.template(), TemplateModel.of(notification), Locale.forLanguageTag(language), zone);
    }

    RenderedTemplate of(Notification notification, String language) {
        return of(notification, language, NEW_YORK);
    }

    String subject(Notification notification, String language) {
        return of(notification, language).subject();
    }

    String text(Notification notification, String language) {
        return of(notification, language).text().orElseThrow();
    }

    Document html(Notification notification, String language) {
        return Jsoup.parse(of(notification, language).html().orElseThrow());
    }

    /** A text whose lines are one. */
    static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }

    static List<String> tags(Document html) {
        return html.getAllElements().stream().map(Element::tagName).toList();
    }

    static String preheader(Document html) {
        return html.selectFirst("body [style*=display:none]").text();
    }
}
