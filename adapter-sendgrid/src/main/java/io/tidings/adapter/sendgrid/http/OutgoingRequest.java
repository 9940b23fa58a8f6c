package io.tidings.adapter.sendgrid.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.http.Header;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpRequest;
import org.apache.http.HttpVersion;
import org.apache.http.entity.AbstractHttpEntity;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.message.BasicHttpRequest;

/**
 * A request that can be made more than once.
 *
 * @param target the path and query, or the whole URI
 */
record OutgoingRequest(String method, String target, List<Header> headers, Optional<HttpBody> body) {

    boolean hasBody() {
        return body.isPresent();
    }

    /**
     * @param progress called before each write
     * @param handOver called before the write that completes the body
     */
    HttpRequest begin(Runnable progress, Runnable handOver) {
        if (body.isEmpty()) {
            BasicHttpRequest request = new BasicHttpRequest(method, target, HttpVersion.HTTP_1_1);
            headers.forEach(request::addHeader);
            return request;
        }
        HttpEntityEnclosingRequest request = new BasicHttpEntityEnclosingRequest(method, target, HttpVersion.HTTP_1_1);
        headers.forEach(request::addHeader);
        request.addHeader("Content-Length", Long.toString(body.get().length()));
        request.setEntity(new Streamed(body.get(), progress, handOver));
        return request;
    }

    /** Without headers, which hold the key. */
    @Override
    public String toString() {
        return "OutgoingRequest[" + method + "]";
    }

    private static final class Streamed extends AbstractHttpEntity {

        private final HttpBody body;
        private final Runnable progress;
        private final Runnable handOver;

        Streamed(HttpBody body, Runnable progress, Runnable handOver) {
            this.body = body;
            this.progress = progress;
            this.handOver = handOver;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            HandOverStream stream = new HandOverStream(out, body.length(), progress, handOver);
            body.writeTo(stream);
            stream.requireComplete();
        }

        @Override
        public long getContentLength() {
            return body.length();
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public boolean isStreaming() {
            return false;
        }

        @Override
        public InputStream getContent() {
            throw new UnsupportedOperationException("The body is only written");
        }
    }
}
