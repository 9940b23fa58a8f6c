package io.tidings.benchmarks.soak.farside;

import io.tidings.testkit.sendgrid.Answer;
import io.tidings.testkit.sendgrid.Moment;
import java.time.Duration;

/** How SendGrid fails. Where it takes the mail all the same, the name says so. */
enum HttpFault {
    REFUSED_400(Answer.error(400, "no")),
    REFUSED_401(Answer.error(401, "no")),
    REFUSED_403(Answer.error(403, "no")),
    REFUSED_403_SENDER(Answer.error(403, "no", "from")),
    REFUSED_413(Answer.error(413, "no")),
    REFUSED_429_SOON(Answer.error(429, "no").header("Retry-After", "0")),
    REFUSED_429_LATER(Answer.error(429, "no").header("Retry-After", "60")),
    REFUSED_503(Answer.error(503, "no")),
    FAILED_500(Answer.error(500, "no")),
    FAILED_500_TAKEN(Answer.error(500, "no").taking()),
    FAILED_502_TAKEN(Answer.error(502, "no").taking()),
    CUT_BEFORE_BODY(Answer.cut(Moment.BEFORE_BODY)),
    RESET_HALF_WAY_THROUGH_BODY(Answer.reset(Moment.HALF_WAY_THROUGH_BODY)),
    CUT_AFTER_BODY(Answer.cut(Moment.AFTER_BODY)),
    CUT_AFTER_BODY_TAKEN(Answer.cut(Moment.AFTER_BODY).taking()),
    RESET_AFTER_BODY_TAKEN(Answer.reset(Moment.AFTER_BODY).taking()),
    CUT_HALF_WAY_THROUGH_ANSWER_TAKEN(Answer.cut(Moment.HALF_WAY_THROUGH_ANSWER).taking()),
    GARBLED_ANSWER_TAKEN(Answer.status(202).statingLength(1_000).taking()),
    SILENT_BEFORE_BODY(Answer.silence(Moment.BEFORE_BODY)),
    SILENT_AFTER_BODY(Answer.silence(Moment.AFTER_BODY)),
    SILENT_AFTER_BODY_TAKEN(Answer.silence(Moment.AFTER_BODY).taking()),
    TAKEN_LATE(Answer.sendGrid().after(Duration.ofMillis(400))),
    TAKEN_THEN_CLOSED(Answer.sendGrid().thenClosing());

    @SuppressWarnings("ImmutableEnumChecker") // It is, but says so in words only.
    private final Answer answer;

    HttpFault(Answer answer) {
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
