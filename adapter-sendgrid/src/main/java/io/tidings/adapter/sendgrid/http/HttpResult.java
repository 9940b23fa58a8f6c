package io.tidings.adapter.sendgrid.http;

/** What became of a request: an answer, or a failure. */
public sealed interface HttpResult permits HttpAnswer, HttpFailure {}
