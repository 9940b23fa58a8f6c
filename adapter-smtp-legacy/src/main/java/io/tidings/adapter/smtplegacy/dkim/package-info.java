/**
 * DKIM signatures (RFC 6376, RFC 8301, RFC 8463) over the very octets that go out. For composition roots, which give
 * {@link io.tidings.adapter.smtplegacy.dkim.DkimOptions} to the adapter.
 */
@NullMarked
package io.tidings.adapter.smtplegacy.dkim;

import org.jspecify.annotations.NullMarked;
