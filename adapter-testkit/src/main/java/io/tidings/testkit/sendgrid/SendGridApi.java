package io.tidings.testkit.sendgrid;

import io.tidings.testkit.sendgrid.http.HttpReply;
import io.tidings.testkit.sendgrid.http.HttpRequest;
import io.tidings.testkit.sendgrid.rules.MailRules;
import io.tidings.testkit.sendgrid.rules.Node;
import io.tidings.testkit.sendgrid.rules.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SendGrid answers to a request that arrived whole, and what it takes. */
final class SendGridApi {

    static final String MAIL_SEND = "/v3/mail/send";

    /** The largest body that is accepted, in octets: 30 MB, in the smaller of its two readings. */
    static final int MAX_BODY = 30_000_000;

    private static final Pattern VALIDATE = Pattern.compile("/v3/whitelabel/domains/(\\d{1,9})/validate");
    private static final Pattern DOMAIN = Pattern.compile("(?:^|&)domain=([^&]*)");

    private final Account account;
    private final InstantSource clock;
    private final Records records;

    SendGridApi(Account account, InstantSource clock, Records records) {
        this.account = account;
        this.clock = clock;
        this.records = records;
    }

    /** @param body nothing if it is larger than {@link #MAX_BODY} */
    HttpReply reply(HttpRequest request, Optional<byte[]> body) {
        String authorization = request.header("Authorization").orElse("");
        if (!authorization.startsWith("Bearer ")) {
            return error(401, "authorization required");
        }
        if (!authorization.equals("Bearer " + account.apiKey())) {
            return error(401, "The provided authorization grant is invalid, expired, or revoked");
        }
        Matcher validate = VALIDATE.matcher(request.path());
        return switch (request.path()) {
            case MAIL_SEND -> request.method().equals("POST") ? send(request, body) : notAllowed();
            case "/v3/scopes" -> get(request, "", () -> Map.of("scopes", account.scopes()));
            case "/v3/whitelabel/domains" ->
                get(request, "whitelabel.read", () -> account.domainsJson(domain(request.query())));
            case "/v3/verified_senders" -> get(request, "whitelabel.read", account::sendersJson);
            default -> validate.matches() ? validate(request, Integer.parseInt(validate.group(1))) : notFound();
        };
    }

    private interface Source {
        Object json();
    }

    private HttpReply get(HttpRequest request, String scope, Source source) {
        if (!request.method().equals("GET")) {
            return notAllowed();
        }
        return lacks(scope) ? forbidden() : json(200, Json.write(source.json()));
    }

    private HttpReply validate(HttpRequest request, int id) {
        if (!request.method().equals("POST")) {
            return notAllowed();
        }
        if (lacks("whitelabel.update")) {
            return forbidden();
        }
        return id < 1 || id > account.domains().size() ? notFound() : json(200, Json.write(account.validationJson(id)));
    }

    private static String domain(String query) {
        Matcher domain = DOMAIN.matcher(query);
        return domain.find() ? domain.group(1) : "";
    }

    private boolean lacks(String scope) {
        return !scope.isEmpty() && !account.scopes().contains(scope);
    }

    private HttpReply send(HttpRequest request, Optional<byte[]> body) {
        if (lacks("mail.send")) {
            return forbidden();
        }
        String type = request.header("Content-Type").orElse("").split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/json")) {
            return error(415, "Content-Type should be application/json.");
        }
        if (body.isEmpty()) {
            return error(413, "content too large");
        }
        Optional<String> text = decoded(body.get());
        if (text.isEmpty()) {
            return error(415, "Invalid UTF8 in request");
        }
        return Json.object(text.get()).map(this::send).orElseGet(() -> error(400, "Bad Request"));
    }

    private static Optional<String> decoded(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private HttpReply send(Map<String, Object> mail) {
        List<Problem> problems = MailRules.check(mail, clock.instant());
        if (!problems.isEmpty()) {
            return json(400, Errors.json(problems));
        }
        String messageId = UUID.randomUUID().toString().replace("-", "").substring(0, 22);
        List<SimulatedMail> mails = new MailReader(new Node("", mail), messageId).mails();
        if (!mails.stream().allMatch(each -> account.mayBeFrom(each.from().address()))) {
            return json(
                    403,
                    Errors.json(
                            "The from address does not match a verified Sender Identity. Mail cannot be sent until this"
                                    + " error is resolved. Visit"
                                    + " https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see"
                                    + " the Sender Identity requirements",
                            "from"));
        }
        boolean sandbox = new Node("", mail)
                .object("mail_settings")
                .flatMap(settings -> settings.object("sandbox_mode"))
                .flatMap(mode -> mode.flag("enable"))
                .orElse(false);
        records.addMails(mails, sandbox);
        return sandbox
                ? new HttpReply(200, Map.of(), new byte[0])
                : new HttpReply(202, Map.of("X-Message-Id", messageId), new byte[0]);
    }

    private static HttpReply notFound() {
        return error(404, "not found");
    }

    private static HttpReply notAllowed() {
        return error(405, "method not allowed");
    }

    private static HttpReply forbidden() {
        return error(403, "access forbidden");
    }

    private static HttpReply error(int status, String message) {
        return json(status, Errors.json(message));
    }

    private static HttpReply json(int status, String json) {
        return new HttpReply(status, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }
}
