package io.tidings.adapter.smtplegacy.bounce.clue;

import static io.tidings.delivery.RejectReason.BLOCKED;
import static io.tidings.delivery.RejectReason.BOUNCED;
import static io.tidings.delivery.RejectReason.INVALID;
import static io.tidings.delivery.RejectReason.OTHER;
import static io.tidings.delivery.RejectReason.TIMED_OUT;

import io.tidings.delivery.RejectReason;
import io.tidings.email.EnhancedStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the words of a refusal mean, with the code that RFC 3463 has for it. The first whose words occur is meant, so
 * the order counts: what is said of the host comes before what is said of the mailbox, and what many say of anything
 * comes last. Words count only where a word begins.
 */
enum Cause {
    FULL(
            0,
            2,
            2,
            OTHER,
            "mailbox full|mailbox is full|mailbox too full|mailfolder is full|inbox is full|box full|account is full"
                    + "|account full|full mailbox|over quota|overquota|out of quota|quota exceed|exceeded quota"
                    + "|exceeds quota|exceeded its quota|exceed the quota|exceeded the quota|mailbox quota|disk quota"
                    + "|storage quota|quota full|over the allowed quota|over its quota|is over-quota|user is over"
                    + "|exceeded storage|storage allocation|storage limit|insufficient system storage"
                    + "|insufficient disk space|not enough disk space|not enough space|(?:have|has) enough space|not enough storage|no space left|allowed mailbox size"
                    + "|mailbox size limit|mailbox has exceeded|mailbox exceeds|exceeds allowed size"
                    + "|maximum mailbox size|too much mail data|quotaexceeded|over the maximum storage|mailbox is over"
                    + "|postfach ist voll|posteingang ist voll|postfach voll|boîte pleine|boîte aux lettres est pleine"
                    + "|buzón lleno|buzón está lleno|buzón de correo lleno|casella piena|postvak is vol|caixa cheia"),
    TOO_LARGE(
            5,
            3,
            4,
            OTHER,
            "message too large|message is too large|message too big|message is too big|too large for|message size exceed"
                    + "|message length exceed|size limit exceeded|line limit exceeded|exceeded maximum message"
                    + "|exceeded (?:the |its )?maximum (?:[a-z]{1,20} )?message size|exceeds size limit|exceeds the size limit|exceeds maximum message"
                    + "|exceeds the maximum|exceeds fixed maximum|maximum message size|message file too big"
                    + "|recipsizelimit|sizelimit|message size limit|nachricht ist zu groß"),
    LOOP(
            5,
            4,
            6,
            OTHER,
            "too many hops|message looping|is looping|hop count|mail loop|mail forwarding loop|loops back to|routing loop|loop detected"),
    EXPIRED(
            4,
            4,
            7,
            TIMED_OUT,
            "message expired|has expired|delivery time expired|delivery expired|queue.expired|queue lifetime"
                    + "|retry timeout exceeded|retry time not reached|retry time exceeded|message timed out"
                    + "|delivery timeout|delivery timed out|in the queue too long|on the queue too long"
                    + "|been in queue too long|too long in the queue|could not be delivered for|unable to deliver in"
                    + "|undeliverable for|giving up after|gave up after|retried for|maximum retry|retries exhausted"
                    + "|retry limit|not delivered within|not be delivered within|not been delivered within"
                    + "|tried to deliver your message for|message is too old|since the message was submitted"),
    HOST(
            5,
            1,
            2,
            INVALID,
            "host unknown|unknown host|host not found|host [^ ]{1,255} not found|domain not found|domain name not found|no such domain"
                    + "|no such host|unknown domain|domain unknown|domain does not exist|domain doesn't exist"
                    + "|non-existent domain|nonexistent domain|non existent domain|nxdomain|find any host"
                    + "|find a host by that name|name service error|cannot resolve|can't resolve|unable to resolve"
                    + "|could not resolve|null mx|nullmx|does not accept mail|doesn't accept mail|accepts no mail"
                    + "|illegal host|domain is invalid|invalid domain|bad destination host|bad destination system"
                    + "|unrouteable mail domain|unroutable mail domain|no mx|no valid mx|no route to domain"
                    + "|not a valid domain|because the domain|dns error: domain|dns type 'mx' lookup"
                    + "|domain couldn't be found|domain could not be found|all relevant mx records point to non-existent"
                    + "|destination server not found|domain has no|host or domain name not found"),
    DISABLED(
            5,
            2,
            1,
            BOUNCED,
            "account is disabled|account disabled|account has been disabled|mailbox is disabled|mailbox disabled"
                    + "|mailbox has been disabled|user disabled|user is disabled|user account is disabled|is disabled"
                    + "|account is inactive|account inactive|inactive user|user is inactive|mailbox is inactive"
                    + "|mailbox inactive|inactive account|inactive mailbox|is not active|user not active"
                    + "|account is not active|account has been suspended|account is suspended|account suspended|is suspended"
                    + "|suspended|deactivated|account has been locked|account locked|mailbox locked|account is locked"
                    + "|account has been closed|account closed|account is closed|account expired|account has expired"
                    + "|recipient disabled|mailbox currently suspended|ist deaktiviert|est désactivé"),
    UNKNOWN(
            5,
            1,
            1,
            INVALID,
            "user unknown|unknown user|user is unknown|no such user|no such mailbox|no such recipient|no such address"
                    + "|no such person|no such account|no such local|no such email|no such alias|unknown recipient"
                    + "|recipient unknown|unknown address|address unknown|unknown mailbox|mailbox unknown|unknown local"
                    + "|unknown account|unknown email|unknown or illegal|unknown to|user not found|mailbox not found"
                    + "|recipient not found|recipnotfound|recipientnotfound|account not found|address not found"
                    + "|recipient address not found|not found in|user was not found|does not exist|doesn't exist"
                    + "|not exist|(?:doesn't|does not) have (?:an?|any|this|such) (?:[^ ]{1,60} )?(?:account|mailbox|user|e?-?mail|address)"
                    + "|mailbox here by that name|no account by that name"
                    + "|no mailbox by that name|not our customer|not listed in|invalid recipient|invalid mailbox"
                    + "|invalid address|invalid user|invalid email|invalid account|invalid (?:[a-z]{1,20} ){0,3}user ?id"
                    + "|not a valid mailbox|not a valid user"
                    + "|not a valid recipient|not a valid address|not a valid email|isn't a valid|not a known user"
                    + "|unrouteable mailbox|unrouteable address|unroutable address|undeliverable address"
                    + "|undeliverable mail address|bad destination mailbox|bad mailbox|no longer valid|no longer with"
                    + "|no longer available|no longer in use|no longer exist|no longer here|no longer works|not known"
                    + "|address rejected: access denied|wasn't found|was not found|couldn't be found"
                    + "|could not be found|cannot be found|can't be found|no users here|no user|non-existent user"
                    + "|nonexistent user|non-existent mailbox|nonexistent mailbox|recipient does not|no valid recipients"
                    + "|adr.ra|address is invalid|is not a valid|not a local|no mail box|no mailbox|mailbox does not"
                    + "|empfänger unbekannt|unbekannter empfänger|benutzer unbekannt|unbekannter benutzer"
                    + "|wurde nicht gefunden|nicht gefunden|existiert nicht|utilisateur inconnu|destinataire inconnu"
                    + "|adresse inconnue|est introuvable|n'a pas été trouvé|n'existe pas|usuario desconocido"
                    + "|destinatario desconocido|no se encontró|no se ha encontrado|no existe|utente sconosciuto"
                    + "|destinatario sconosciuto|non è stato trovato|non esiste|usuário desconhecido|não existe"
                    + "|não foi encontrado|gebruiker onbekend|is niet gevonden|bestaat niet|не найден|не существует"),
    SYNTAX(
            5,
            1,
            3,
            INVALID,
            "bad address syntax|invalid address format|malformed address|syntax error in mailbox|address syntax"
                    + "|bad recipient address|illegal characters|invalid characters|invalid syntax"),
    NO_ANSWER(
            4,
            4,
            1,
            TIMED_OUT,
            "connection timed out|connect timed out|connection timeout|connection refused|no route to host"
                    + "|network is unreachable|network unreachable|host unreachable|could not connect|couldn't connect"
                    + "|cannot connect|unable to connect|connection dropped|connection reset|connection was refused"
                    + "|connection was dropped|connection lost|lost connection|timed out while|operation timed out"
                    + "|timed out|not responding|did not respond|didn't respond|no answer from host"
                    + "|could not establish|able to establish|bad connection|host is down|recipient server unavailable"),
    SENDER(
            5,
            7,
            1,
            BLOCKED,
            "spam|blacklist|black list|blocklist|block list|dnsbl|rbl|spamhaus|reputation|dmarc|spf|dkim|reverse dns|rdns"
                    + "|ptr record|throttl|rate limit|ratelimit|at a rate|too many|greylist|graylist|unsolicited|relay quota"
                    + "|daily (?:[a-z]{1,20} )?quota"),
    POLICY(
            5,
            7,
            1,
            BLOCKED,
            "blocked|barracuda|listed at|listed by|policy|policies|unauthenticated|authentication required"
                    + "|requires authentication|failed authentication|not authenticated|not authorized"
                    + "|not authorised|unauthorized|unauthorised|relaying|relay access|relay not|unable to relay"
                    + "|not permitted|relay denied|no relay|access denied|permission|not allowed|forbidden|virus|malware"
                    + "|infected|prohibited|message content|content rejected|content filter|objectionable"
                    + "|attachment type|attachments are not|rejected due to|rejected for|banned|junk|bulk"
                    + "|sender rejected|sender denied"
                    + "|sender address|sender is not|sender not|denied by|not accepted|refused"
                    + "|helo|suspicious|phish|restrict|client host rejected|message rejected"
                    + "|mail rejected|email rejected"),
    UNAVAILABLE(
            5,
            1,
            1,
            INVALID,
            "mailbox unavailable|mailbox is unavailable|mailbox not available|address rejected|recipient rejected"
                    + "|user unavailable|recipient unavailable|unable to receive mail|rejected recipient"
                    + "|recipient refused|user is not|user invalid|mailbox invalid"),
    /** Before the host heard of the recipient, or after it had taken it: then the refusal is not about the address. */
    NOT_OF_RECIPIENT(
            0,
            7,
            0,
            BLOCKED,
            "(?:in reply to|after) \\(?(?:initial connection|ehlo|helo|mail from|(?:pipelined )?(?:end of )?data|sending data)"
                    + "(?!\\p{L})"),
    PERMANENT(5, 0, 0, BOUNCED, "permanent|fatal");

    /** The class of the code; 0 if it is the one of the reply. */
    private final int statusClass;

    private final int subject;
    private final int detail;
    private final RejectReason reason;
    private final Pattern words;

    Cause(int statusClass, int subject, int detail, RejectReason reason, String words) {
        this.statusClass = statusClass;
        this.subject = subject;
        this.detail = detail;
        this.reason = reason;
        this.words = Pattern.compile("(?<!\\p{L})(?:" + words + ")");
    }

    /** What a text says, if it says one of these. */
    static Optional<Cause> of(String text) {
        String words = simple(text);
        return Stream.of(values())
                .filter(cause -> cause.words.matcher(words).find())
                .findFirst();
    }

    /** In lower case, with single spaces and plain apostrophes. */
    static String simple(String text) {
        StringBuilder simple = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == 0xa0) {
                space = true;
            } else {
                simple.append(space ? " " : "").append(c == '\u2019' || c == '\u2018' ? '\'' : c);
                space = false;
            }
        }
        return simple.toString().toLowerCase(Locale.ROOT);
    }

    RejectReason reason() {
        return reason;
    }

    /** @param given the class of the reply, 4 or 5 */
    EnhancedStatus status(int given) {
        return new EnhancedStatus(statusClass == 0 ? given : statusClass, subject, detail);
    }
}
