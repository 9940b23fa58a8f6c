package io.tidings.adapter.smtplegacy.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of its own and what it certifies, made anew for each run, so that nothing of it can expire. */
public final class Certificates {

    /** Of the key stores below and the keys in them. */
    public static final String STORE_PASSWORD = "changeit";

    private static final char[] PASSWORD = STORE_PASSWORD.toCharArray();
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private static final X500Name AUTHORITY = new X500Name("CN=Tidings test authority");
    private static final KeyPair AUTHORITY_KEYS = keys();
    private static final X509Certificate AUTHORITY_CERTIFICATE =
            certificate(AUTHORITY, AUTHORITY, AUTHORITY_KEYS, AUTHORITY_KEYS.getPrivate(), null, Duration.ofDays(1));

    /** For localhost and 127.0.0.1. */
    public static final KeyStore GOOD = issued("localhost", Duration.ofDays(1));

    /** For another host. */
    public static final KeyStore OTHER_HOST = issued("relay.example.gov", Duration.ofDays(1));

    /** For localhost, until yesterday. */
    public static final KeyStore EXPIRED = issued("localhost", Duration.ofDays(-1));

    /** For localhost, certified by itself. */
    public static final KeyStore SELF_SIGNED = selfSigned();

    private Certificates() {}

    /** The authority in PEM. */
    public static String authority() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(AUTHORITY_CERTIFICATE.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server's side with this key and certificate. */
    public static SSLContext server(KeyStore store) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore issued(String host, Duration validity) {
        KeyPair keys = keys();
        X509Certificate certificate =
                certificate(new X500Name("CN=" + host), AUTHORITY, keys, AUTHORITY_KEYS.getPrivate(), host, validity);
        return store(keys, certificate, AUTHORITY_CERTIFICATE);
    }

    private static KeyStore selfSigned() {
        KeyPair keys = keys();
        X500Name name = new X500Name("CN=localhost");
        return store(keys, certificate(name, name, keys, keys.getPrivate(), "localhost", Duration.ofDays(1)));
    }

    private static KeyStore store(KeyPair keys, Certificate... chain) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("relay", keys.getPrivate(), PASSWORD, chain);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param host the only name; null for an authority */
    private static X509Certificate certificate(
            X500Name subject, X500Name issuer, KeyPair keys, PrivateKey signer, String host, Duration validity) {
        Instant end = Instant.now().plus(validity);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(SERIAL.incrementAndGet()),
                Date.from(end.minus(Duration.ofDays(30))),
                Date.from(end),
                subject,
                keys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(host == null));
            if (host != null) {
                GeneralName name = new GeneralName(GeneralName.dNSName, host);
                GeneralName address = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(
                                host.equals("localhost")
                                        ? new GeneralName[] {name, address}
                                        : new GeneralName[] {name}));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
