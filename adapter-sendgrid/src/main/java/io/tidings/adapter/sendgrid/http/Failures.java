package io.tidings.adapter.sendgrid.http;

import io.tidings.email.FailureReason;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.NoHttpResponseException;

/** Says in our own words why a connection failed. The exceptions go no further: their text may come from outside. */
final class Failures {

    private Failures() {}

    static FailureReason ofConnecting(Exception e) {
        if (e instanceof UnknownHostException) {
            return FailureReason.DNS_FAILED;
        }
        return e instanceof SSLException ? FailureReason.TLS_FAILED : FailureReason.CONNECT_FAILED;
    }

    static FailureReason ofWriting(Exception e) {
        return e instanceof SocketTimeoutException ? FailureReason.TIMED_OUT : FailureReason.CONNECTION_LOST;
    }

    static FailureReason ofReading(Exception e) {
        if (e instanceof SocketTimeoutException) {
            return FailureReason.TIMED_OUT;
        }
        return isLoss(e) ? FailureReason.CONNECTION_LOST : FailureReason.PROTOCOL_ERROR;
    }

    private static boolean isLoss(Exception e) {
        return e instanceof SocketException
                || e instanceof SSLException
                || e instanceof NoHttpResponseException
                || e instanceof ConnectionClosedException
                || (e instanceof IOException && e.getClass() == IOException.class);
    }
}
