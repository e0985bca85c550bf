package com.aiqleads.lambda.database;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Speaks as much of PostgreSQL as it takes to show a certificate, for `localhost` and signed by
/// itself. Whoever accepts it is told that nobody is at home.
final class CoveredServer implements AutoCloseable {

  static final String REFUSAL = "nobody is at home";

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final int TLS_WANTED_BYTES = 8;

  private final ServerSocket server;
  private final SSLContext tls;
  private final X509Certificate certificate;

  private CoveredServer(ServerSocket server, SSLContext tls, X509Certificate certificate) {
    this.server = server;
    this.tls = tls;
    this.certificate = certificate;
  }

  static CoveredServer start(Path folder) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(newKeys(folder))) {
      keys.load(file, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    CoveredServer started =
        new CoveredServer(
            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
            tls,
            (X509Certificate) keys.getCertificate("server"));
    Thread.ofVirtual().start(started::answer);
    return started;
  }

  int port() {
    return server.getLocalPort();
  }

  /// Its certificate as a file has it.
  String text() throws GeneralSecurityException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  private static Path newKeys(Path folder) throws IOException {
    Path file = folder.resolve("keys.p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=a cluster",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start();
    try {
      if (tool.waitFor() != 0) {
        throw new IOException("no keys for the server");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keys were made", e);
    }
    return file;
  }

  private void answer() {
    while (!server.isClosed()) {
      try (Socket caller = server.accept()) {
        greet(caller);
      } catch (IOException _) {
        // Whoever does not accept the certificate leaves, as the test does in the end.
      }
    }
  }

  private void greet(Socket caller) throws IOException {
    caller.getInputStream().readNBytes(TLS_WANTED_BYTES);
    caller.getOutputStream().write('S');
    try (SSLSocket covered =
        (SSLSocket) tls.getSocketFactory().createSocket(caller, null, caller.getPort(), true)) {
      covered.setUseClientMode(false);
      DataInputStream in = new DataInputStream(covered.getInputStream());
      in.readNBytes(in.readInt() - Integer.BYTES);
      byte[] refusal = ("SFATAL\0C57P03\0M" + REFUSAL + "\0\0").getBytes(StandardCharsets.UTF_8);
      DataOutputStream out = new DataOutputStream(covered.getOutputStream());
      out.write('E');
      out.writeInt(refusal.length + Integer.BYTES);
      out.write(refusal);
      out.flush();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
