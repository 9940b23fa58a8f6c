package io.tidings.adapter.smtplegacy.bounce;

import io.tidings.adapter.smtplegacy.bounce.clue.Addresses;
import io.tidings.adapter.smtplegacy.bounce.clue.Diagnosis;
import io.tidings.adapter.smtplegacy.bounce.message.Fields;
import io.tidings.delivery.DeliveryEventType;
import io.tidings.email.EmailAddress;
import io.tidings.email.EnhancedStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A failure or a delay in the words of a mail system: qmail, old versions of Exim, Sendmail and Exchange, gateways.
 * There is no format to rely on, but all of them name the address in one of a few ways and say something of the reason
 * nearby, and most give the message back.
 */
final class PlainReport {

    private static final Pattern NOTICE =
            Pattern.compile("could ?n[o']t be (?:delivered|sent|reached)|couldn't be delivered"
                    + "|cannot be delivered|can't be delivered|not (?:be )?delivered|wasn't (?:able to deliver|delivered)"
                    + "|(?:was|were|is|are) not (?:able to deliver|delivered)|unable to (?:deliver|be delivered|send)"
                    + "|undeliver|did not reach|didn't reach|deliver(?:y|ing)? (?:[a-z:/ ]{0,60})(?:fail|unsuccess|not possible)"
                    + "|fail(?:ed|ure)? (?:[a-z ]{0,30})deliver|failed recipient|fatal error|permanent error|bounced"
                    + "|following (?:address|recipient|destination|user|person)|delivery (?:problem|error)|returned to sender"
                    + "|konnte nicht zugestellt|nicht zugestellt werden|n'a pas pu être|n'ont pas pu|impossible de remettre"
                    + "|no se pudo entregar|no ha podido|no pudo ser|impossibile recapitare|non è stato possibile"
                    + "|kon niet worden|não pôde ser|não foi possível|не удалось|не может быть|配信できません|送信できません");

    private static final Pattern DELAY = Pattern.compile(
            "do(?:es)? not need to (?:resend|re-send|send)|don't need to resend"
                    + "|warning message only|(?:will|shall) (?:continue|keep|be retr|retry|try|be tried)|still (?:trying|be retried)"
                    + "|keep trying|has been delayed|is delayed|was delayed|delayed for|delivery (?:is )?delayed"
                    + "|delivery incomplete|not yet (?:been )?deliver|yet been delivered|been delivered yet|not been able to deliver"
                    + "|no action is required|temporary problem delivering|attempts? to deliver the message will"
                    + "|delivery attempts will continue|noch nicht zugestellt|verzögert|retard|retrasad|in ritardo|vertraagd");

    private static final Pattern DELAY_ANNOUNCED = Pattern.compile(
            "delay|warning|incomplete|deferred|still trying|temporar|verzögert|retard|retrasad|vertraag|ritardo");

    private static final Pattern GIVEN_UP = Pattern.compile("giv(?:e|en|ing) up|gave up|will not be retried"
            + "|no longer (?:try|be tried|be retried)|has been returned|is being returned|returned to you|permanent(?:ly)?"
            + "|fatal|expired|will not (?:try|retry|be delivered)|no further (?:attempt|deliver)|has failed|undeliverable"
            + "|failed permanently|could not be delivered");

    private static final Pattern SUCCESS = Pattern.compile(
            "(?<!un)success(?:fully|ful)? (?:deliver|relay|mail deliver)|(?:deliver(?:y|ed)|relayed)[a-z ]{0,40} (?<!un)success");

    /** Also stands in subjects, which reports quote. */
    private static final Pattern HELD = Pattern.compile("awaits moderator|being held until");

    private PlainReport() {}

    static List<Finding> findings(Fields headers, Origin origin, Prose prose) {
        List<EmailAddress> failed = headers.all("x-failed-recipients").stream()
                .flatMap(value -> Addresses.in(value).stream())
                .map(Addresses.Found::address)
                .toList();
        String words = simple(prose.notice());
        boolean system = origin.isMailSystem() || !failed.isEmpty();
        if (!isReport(origin, system, words) || isGood(origin, words)) {
            return List.of();
        }
        Recipients given = new Recipients(prose.returned(), List.of());
        List<EmailAddress> recipients = failed.isEmpty() ? mentioned(headers, prose, given) : failed;
        boolean known =
                (system || origin.hasNoReturnPath()) && !prose.returned().isEmpty();
        if (recipients.isEmpty()) {
            return known ? List.of(finding(given.onlyOne(), prose.notice(), prose.notice(), origin)) : List.of();
        }
        return recipients.stream()
                .map(Optional::of)
                .map(each -> finding(each, prose.about(each), prose.notice(), origin))
                .toList();
    }

    /** Addresses of ours count only where there is nobody else: one may write to oneself. */
    private static List<EmailAddress> mentioned(Fields headers, Prose prose, Recipients given) {
        List<EmailAddress> others = new Mentions(headers, prose.returned(), given).recipients(prose.notice());
        boolean nobody = others.isEmpty() && given.named().isEmpty();
        return nobody ? new Mentions(Fields.none(), Fields.none(), given).certain(prose.notice()) : others;
    }

    /** A person may write of failed deliveries too, and quote a report. */
    private static boolean isReport(Origin origin, boolean system, String words) {
        boolean says = NOTICE.matcher(words).find();
        if (system) {
            return says || origin.announcesFailure() || Diagnosis.isIn(words);
        }
        boolean impersonal = origin.hasNoReturnPath() && !origin.isAnswer() && !origin.isAutomaticReply();
        return says && (origin.announcesFailure() || impersonal);
    }

    private static boolean isGood(Origin origin, String words) {
        boolean held = HELD.matcher(words).find()
                && !(origin.announcesFailure() && NOTICE.matcher(words).find());
        return held || SUCCESS.matcher(words).find();
    }

    private static Finding finding(Optional<EmailAddress> recipient, String about, String notice, Origin origin) {
        if (isDelay(origin.subject(), notice)) {
            Optional<EnhancedStatus> status = Diagnosis.codeIn(about).or(() -> Diagnosis.codeIn(notice));
            return Finding.of(DeliveryEventType.DEFERRED, recipient, status, about.strip(), Optional.empty());
        }
        Diagnosis diagnosis = Diagnosis.of(Optional.empty(), about);
        if (diagnosis.isVague()) {
            Diagnosis ofAll = Diagnosis.of(Optional.empty(), notice);
            diagnosis = ofAll.isVague() && diagnosis.status().isPresent() ? diagnosis : ofAll;
        }
        return Finding.bounced(recipient, diagnosis, about.strip(), Optional.empty());
    }

    /** Whether the mail system goes on trying. */
    static boolean isDelay(String subject, String text) {
        String words = simple(text);
        boolean announced = DELAY_ANNOUNCED.matcher(subject).find() && !subject.startsWith("returned mail: deferred");
        return (announced || !GIVEN_UP.matcher(words).find())
                && (DELAY.matcher(words).find() || announced);
    }

    private static String simple(String text) {
        return text.replace('\u2019', '\'').replaceAll("\\s{1,100}", " ").toLowerCase(Locale.ROOT);
    }
}
