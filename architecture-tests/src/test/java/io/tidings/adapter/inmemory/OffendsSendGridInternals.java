package io.tidings.adapter.inmemory;

import io.tidings.adapter.sendgrid.http.HttpTransport;
import io.tidings.adapter.sendgrid.mail.MailSendMapper;
import io.tidings.adapter.sendgrid.webhook.event.EventReader;

/** Breaks a rule on purpose: an adapter that looks at another one's internals. */
public class OffendsSendGridInternals {
    HttpTransport transport;
    MailSendMapper mapper;
    EventReader reader;
}
