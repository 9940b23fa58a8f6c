package io.tidings.adapter.sendgrid.http;

import io.tidings.email.FailureReason;

/**
 * A request that got no answer that can be read.
 *
 * @param reason why
 * @param handedOver whether the last octet of the request was written, or may have been, so that the far side can have
 *     acted on it
 */
public record HttpFailure(FailureReason reason, boolean handedOver) implements HttpResult {}
