package io.tidings.adapter.smtplegacy.tls;

import io.tidings.error.InvalidArgumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Puts TLS 1.2 or later over a connection and checks that the far side is who it should be. Thread-safe. */
public final class TlsClient {

    private final SSLContext context;

    private TlsClient(SSLContext context) {
        this.context = context;
    }

    /**
     * A client that trusts these authorities.
     *
     * @param authorities certificates in PEM of the only authorities that are trusted; empty for those of the JDK
     * @throws InvalidArgumentException if the text holds no certificate or something else
     */
    public static TlsClient trusting(Optional<String> authorities) {
        try {
            TrustManager[] trusted = authorities.isPresent() ? managers(authorities.get()) : null;
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted, null);
            return new TlsClient(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    private static TrustManager[] managers(String pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : certificates(pem)) {
            store.setCertificateEntry("ca" + store.size(), certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static Collection<? extends Certificate> certificates(String pem) {
        try {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (CertificateException e) {
            throw new InvalidArgumentException("ca", "must be certificates in PEM");
        }
        throw new InvalidArgumentException("ca", "must be certificates in PEM");
    }

    /**
     * Shakes hands. Closing the given socket ends it from another thread.
     *
     * @param host what the certificate must name
     */
    public Socket secure(Socket socket, String host, int port) throws IOException {
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }
}
