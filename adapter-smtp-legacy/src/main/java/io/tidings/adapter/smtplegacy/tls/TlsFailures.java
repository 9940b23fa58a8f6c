package io.tidings.adapter.smtplegacy.tls;

import io.tidings.email.FailureReason;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says why a handshake failed, by the kinds of the causes and never by their text. */
public final class TlsFailures {

    private static final int MAX_CAUSES = 20;

    private TlsFailures() {}

    /** The reason behind a handshake's exception. */
    public static FailureReason reason(Throwable failure) {
        List<Throwable> causes = causes(failure);
        if (any(causes, CertificateExpiredException.class, CertificateNotYetValidException.class)) {
            return FailureReason.CERTIFICATE_EXPIRED;
        }
        if (any(causes, CertPathBuilderException.class, CertPathValidatorException.class)) {
            return FailureReason.CERTIFICATE_NOT_TRUSTED;
        }
        // The JDK reports a path that it cannot build by a subclass, a name that does not match by the class itself.
        boolean named = causes.stream().anyMatch(cause -> cause.getClass() == CertificateException.class);
        if (named) {
            return FailureReason.CERTIFICATE_WRONG_HOST;
        }
        return any(causes, CertificateException.class)
                ? FailureReason.CERTIFICATE_NOT_TRUSTED
                : FailureReason.TLS_FAILED;
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable t = failure; t != null && causes.size() < MAX_CAUSES; t = t.getCause()) {
            causes.add(t);
        }
        return causes;
    }

    private static boolean any(List<Throwable> causes, Class<?>... kinds) {
        return causes.stream().anyMatch(cause -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(cause)));
    }
}
