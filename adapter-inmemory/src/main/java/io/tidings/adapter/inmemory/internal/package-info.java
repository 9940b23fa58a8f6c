/** Workers of the in-memory adapter: files, attachments, shutting down. For nobody else: it changes without notice. */
@NullMarked
package io.tidings.adapter.inmemory.internal;

import org.jspecify.annotations.NullMarked;
