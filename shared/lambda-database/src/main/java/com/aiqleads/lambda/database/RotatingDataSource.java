package com.aiqleads.lambda.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/// Opens connections with the secret as it is now: a rotated password is learnt by being refused.
final class RotatingDataSource extends PGSimpleDataSource {

  private static final String WRONG_PASSWORD = "28P01";
  /// Any server of ours has it. For an older one the driver would tell the name of the application
  /// by a SET after signing in, at which the proxy pins the session to one connection.
  private static final String AT_LEAST_VERSION = "17";

  private static final int CONNECT_SECONDS = 5;
  private static final int SOCKET_SECONDS = 60;

  private final transient DatabaseSecrets secrets;
  private final String proxy;

  /// @param proxy where to connect instead of the secret's own host; empty for that host
  /// @param cluster at the secret's own host
  RotatingDataSource(
      DatabaseSecrets secrets, String applicationName, String proxy, Cluster cluster) {
    this.secrets = secrets;
    this.proxy = proxy;
    setApplicationName(applicationName);
    setAssumeMinServerVersion(AT_LEAST_VERSION);
    if (proxy.isEmpty()) {
      cluster.check(this);
    } else {
      // Its certificate is one that every Java platform knows the issuer of.
      setSslMode("verify-full");
      setSslfactory(DefaultJavaSSLFactory.class.getName());
    }
    // A server-prepared statement would pin the proxy's connection.
    setPrepareThreshold(0);
    setReWriteBatchedInserts(true);
    setConnectTimeout(CONNECT_SECONDS);
    setSocketTimeout(SOCKET_SECONDS);
    // The detail of an error quotes the row.
    setLogServerErrorDetail(false);
  }

  @Override
  public Connection getConnection() throws SQLException {
    try {
      return open(secrets.current());
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        return open(secrets.fresh());
      }
      throw e;
    }
  }

  private Connection open(DatabaseSecret secret) throws SQLException {
    setServerNames(new String[] {proxy.isEmpty() ? secret.host() : proxy});
    setPortNumbers(new int[] {secret.port()});
    setDatabaseName(secret.database());
    return getConnection(secret.username(), secret.password());
  }
}
