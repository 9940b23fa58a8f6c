package io.tidings.adapter.smtplegacy.bounce;

import io.tidings.adapter.smtplegacy.bounce.clue.Addresses;
import io.tidings.adapter.smtplegacy.bounce.message.Fields;
import io.tidings.email.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Who wrote a message, as its headers tell: a mail system, a program that answers, or a person. */
final class Origin {

    private static final Pattern DAEMON =
            Pattern.compile("(?:mailer|mail|mx|smtp|local|delivery)?[-_.]?(?:daemon|deamon)"
                    + "|post_?master|postmast|double-bounce|mailerdaemon|mail-?delivery.*|mdaemon|bounces?|null|mmdf|uucp|pmdf"
                    + "|microsoftexchange[0-9a-f]*|exchange|undeliver.*|nondelivery.*");

    private static final Pattern DAEMON_NAME =
            Pattern.compile("mailer[- ]?daemon|mail daemon|mail delivery|e?mail system"
                    + "|delivery (?:sub)?system|postmaster|system administrator|mail administrator|mail server"
                    + "|microsoft outlook|microsoft exchange|internet mail|mail router|delivery notification|mail gateway"
                    + "|mail transfer|post office|mailsystem|message transport|smtp server");

    /** Some write out who answers in place of nobody. */
    private static final Pattern NO_PATH = Pattern.compile("(?i)<\\s*(?:mailer-daemon(?:@[^>]{0,255})?)?\\s*>");

    private static final Pattern ANSWER = Pattern.compile(
            "^\\s*(?:(?:re|fwd?|aw|wg|sv|tr|rv|enc|antw|vs|i|r|rif|odp|vb)(?:\\[\\d{1,3}\\])?\\s*:|\\[fwd:)");

    private static final Pattern FAILURE = Pattern.compile("undeliver|undelivered|non[- ]?deliver|not delivered"
            + "|could not be delivered|couldn't be delivered|cannot be delivered|deliver(?:y|ies) (?:status|fail|has fail"
            + "|problem|error|report|notif|unsuccess|incomplete|attempt|timed|delay)|returned (?:mail|e-?mail|message|to sender)"
            + "|return(?:ing)? (?:mail|message) to sender|failure (?:notice|notification|delivery)|mail (?:delivery|status|"
            + "error|failure|system error)|message (?:status|delivery|could not|not delivered|undeliver|delayed|you sent"
            + "|bounced)|failed mail|failed delivery|failed to deliver|unable to deliver|bounced? (?:mail|message|email)"
            + "|rejected mail|rejected message|warning: (?:could not|message|mail)|delayed mail|address not found"
            + "|unzustellbar|zustellung|non remis|non distribu|no se puede entregar|no entregado|devuelto|mancata consegna"
            + "|non recapitabile|onbestelbaar|não entregue|nie można|niedostarcz|недостав|не доставлено|配信|送信できません|送信エラー|メールエラー|退信"
            + "|error sending|mail error|email error|email could|dsn|ndr|ndn");

    private static final Pattern AWAY = Pattern.compile("^(?:automatic(?:ally generated)? reply|auto(?:matic)?[- ]?repl"
            + "|auto[- ]?respon|autorespon|auto:|automatic response|out of (?:the )?office|out-of-office|ooo\\b|vacation"
            + "|away from|on vacation|on leave|on holiday|i am away|i am out|i'm away|abwesen|automatische antwort"
            + "|automatisch antwoord|réponse automatique|absence|respuesta automática|risposta automatica"
            + "|resposta automática|autosvar|automatisk svar|automatiskt svar|automaattinen|automatická odpov"
            + "|automatyczna odpow|автоответ|автоматический ответ|自動返信|自動応答|自动回复|otomatik)");

    private static final List<String> ANSWERING_HEADERS = List.of(
            "x-autoreply",
            "x-autorespond",
            "x-autoresponder",
            "x-autoreply-from",
            "x-auto-reply-from",
            "x-mail-autoreply",
            "x-vacation",
            "x-ms-exchange-inbox-rules-loop");

    private final Fields headers;
    private final String subject;
    private final String author;

    Origin(Fields headers) {
        this.headers = headers;
        subject = decoded(headers.first("subject").orElse(""))
                .toLowerCase(Locale.ROOT)
                .strip();
        author = headers.first("from").or(() -> headers.first("sender")).orElse("");
    }

    private static String decoded(String text) {
        return text.length() > 2_000 ? text : DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT);
    }

    /** The address in {@code From}. */
    Optional<EmailAddress> author() {
        return Addresses.typed(author);
    }

    /** Whether a mail system is given as the author. */
    boolean isMailSystem() {
        String mailbox =
                author().map(EmailAddress::localPart).orElse(author).strip().toLowerCase(Locale.ROOT);
        int at = author.indexOf('<');
        String name = decoded(at > 0 ? author.substring(0, at) : author).toLowerCase(Locale.ROOT);
        return DAEMON.matcher(mailbox).matches() || DAEMON_NAME.matcher(name).find();
    }

    /** Whether there is no address to send a failure of this message to, as with reports (RFC 5321, 4.5.5). */
    boolean hasNoReturnPath() {
        return headers.all("return-path").stream()
                .anyMatch(path -> NO_PATH.matcher(path.strip()).matches());
    }

    /** Whether the subject is that of an answer or a forwarded message. */
    boolean isAnswer() {
        return ANSWER.matcher(subject).find();
    }

    /** Whether the subject announces that a message was not delivered. */
    boolean announcesFailure() {
        return !isAnswer() && FAILURE.matcher(subject).find();
    }

    String subject() {
        return subject;
    }

    /** Whether a program gives a message back that it would not store; some send a read receipt for that (RFC 5429). */
    boolean isRejection() {
        String submitted = headers.first("auto-submitted").orElse("").toLowerCase(Locale.ROOT);
        return submitted.startsWith("auto-") && submitted.contains("reject");
    }

    /** Whether a program answered (RFC 3834, and what was before it); the subject counts only in the end. */
    boolean isAutomaticReply() {
        String submitted = headers.first("auto-submitted").orElse("no").toLowerCase(Locale.ROOT);
        boolean refers = headers.has("in-reply-to") || headers.has("references");
        if (submitted.startsWith("auto-replied") || (submitted.startsWith("auto-generated") && refers)) {
            return true;
        }
        String precedence =
                String.join(" ", headers.all("precedence", "x-precedence")).toLowerCase(Locale.ROOT);
        boolean says = precedence.contains("auto_reply")
                || precedence.contains("auto-reply")
                || ANSWERING_HEADERS.stream().anyMatch(headers::has)
                || headers.first("x-autogenerated")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("repl");
        return says || AWAY.matcher(subject).find();
    }
}
