package com.aiqleads.lambda.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterTest {

  private static final String OF_AMAZON = "rds/us-east-1.pem";
  private static final String OF_THE_SERVER = "authority-of-the-test.pem";

  @TempDir private static Path folder;

  private CoveredServer server;

  @BeforeAll
  void start() throws Exception {
    server = CoveredServer.start(folder);
    Files.writeString(classPath().resolve(OF_THE_SERVER), server.text());
  }

  @AfterAll
  void end() {
    server.close();
  }

  private static Path classPath() throws URISyntaxException {
    return Path.of(ClusterTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void isTakenForItselfByTheCertificateThatItsAuthoritySigned() {
    assertThatThrownBy(() -> new Cluster(OF_THE_SERVER).as(role("localhost")).getConnection())
        .hasMessageContaining(CoveredServer.REFUSAL);
  }

  @Test
  void isNotTakenForAnotherHost() {
    assertThatThrownBy(() -> new Cluster(OF_THE_SERVER).as(role("127.0.0.1")).getConnection())
        .hasMessageContaining("127.0.0.1")
        .hasMessageNotContaining(CoveredServer.REFUSAL);
  }

  @Test
  void isNobodyWhoseCertificateAnotherAuthoritySigned() {
    assertThatThrownBy(() -> new Cluster(OF_AMAZON).as(role("localhost")).getConnection())
        .hasStackTraceContaining(SSLHandshakeException.class.getName());
  }

  @Test
  void isCheckedByPoolsThatGoToItThemselves() {
    DatabaseSecrets secrets =
        new DatabaseSecrets() {
          @Override
          public DatabaseSecret current() {
            return role("localhost");
          }

          @Override
          public DatabaseSecret fresh() {
            return current();
          }
        };

    assertThatThrownBy(
            () ->
                new RotatingDataSource(secrets, "test", "", new Cluster(OF_AMAZON)).getConnection())
        .hasStackTraceContaining(SSLHandshakeException.class.getName());
    assertThatThrownBy(
            () ->
                new RotatingDataSource(secrets, "test", "", new Cluster(OF_THE_SERVER))
                    .getConnection())
        .hasMessageContaining(CoveredServer.REFUSAL);
  }

  @Test
  void hasTheAuthoritiesOfItsRegionThatSignThemselvesAndLastForDecades() throws Exception {
    KeyStore authorities = RdsAuthorities.read(OF_AMAZON);
    List<X509Certificate> found = new ArrayList<>();
    for (String alias : Collections.list(authorities.aliases())) {
      found.add((X509Certificate) authorities.getCertificate(alias));
    }

    assertThat(found)
        .extracting(one -> one.getSubjectX500Principal().getName())
        .hasSize(3)
        .allMatch(name -> name.contains("O=Amazon Web Services") && name.contains("us-east-1"));
    for (X509Certificate one : found) {
      one.verify(one.getPublicKey());
      assertThat(one.getNotAfter().toInstant()).isAfter(Instant.parse("2060-01-01T00:00:00Z"));
    }
  }

  private DatabaseSecret role(String host) {
    return new DatabaseSecret(host, server.port(), "aiqleads", "relay", "hush");
  }
}
