package com.aiqleads.lambda.database;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.postgresql.ssl.WrappedFactory;

/// Trusts the authorities in a file of the class path, and nobody else. Those of the database
/// service sign the certificates of its clusters, and no Java platform knows them. The driver makes
/// one for each connection.
public final class RdsAuthorities extends WrappedFactory {

  /// @param file with their certificates, one after the other
  public RdsAuthorities(String file) throws GeneralSecurityException, IOException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(read(file));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    factory = context.getSocketFactory();
  }

  static KeyStore read(String file) throws GeneralSecurityException, IOException {
    KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
    authorities.load(null, null);
    try (InputStream text = RdsAuthorities.class.getClassLoader().getResourceAsStream(file)) {
      for (Certificate authority :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(Objects.requireNonNull(text, file))) {
        authorities.setCertificateEntry(Integer.toString(authorities.size()), authority);
      }
    }
    return authorities;
  }
}
