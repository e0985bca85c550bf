package com.aiqleads.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGPooledConnection;
import org.postgresql.ds.PGSimpleDataSource;

/// Hands connections out again that were given back, as clean as new ones. A new one costs a
/// process of the server, a sign-in on both sides and the catalogue, for each statement of a test.
final class KeptConnections extends PGSimpleDataSource {
  private static final long serialVersionUID = 1;
  private static final int MOST_IDLE = 2;
  private static final int SECONDS_TO_ANSWER = 5;

  /// By database and user.
  private static final Map<String, Deque<PGPooledConnection>> IDLE = new HashMap<>();

  @Override
  public Connection getConnection() throws SQLException {
    for (PGPooledConnection kept = poll(); kept != null; kept = poll()) {
      Connection connection = kept.getConnection();
      if (connection.isValid(SECONDS_TO_ANSWER)) {
        return connection;
      }
      close(kept);
    }
    PGPooledConnection started = new PGPooledConnection(super.getConnection(), true);
    started.addConnectionEventListener(new GivenBack(whose()));
    return started.getConnection();
  }

  /// Those of databases that no test asks any more.
  static synchronized void closeIdle() {
    IDLE.values().forEach(idle -> idle.forEach(KeptConnections::close));
    IDLE.clear();
  }

  private String whose() {
    return getUser() + " of " + getUrl();
  }

  private @Nullable PGPooledConnection poll() {
    synchronized (KeptConnections.class) {
      return IDLE.computeIfAbsent(whose(), _ -> new ArrayDeque<>()).poll();
    }
  }

  private static void keep(String whose, PGPooledConnection clean) {
    synchronized (KeptConnections.class) {
      Deque<PGPooledConnection> idle = IDLE.computeIfAbsent(whose, _ -> new ArrayDeque<>());
      if (idle.size() < MOST_IDLE) {
        idle.add(clean);
        return;
      }
    }
    close(clean);
  }

  private static void close(PGPooledConnection connection) {
    try {
      connection.close();
    } catch (SQLException _) {
      // The server has closed it.
    }
  }

  private record GivenBack(String whose) implements ConnectionEventListener {
    @Override
    public void connectionClosed(ConnectionEvent event) {
      PGPooledConnection back = (PGPooledConnection) event.getSource();
      try {
        clean(back);
        keep(whose, back);
      } catch (SQLException _) {
        close(back);
      }
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
      // Found out when it is asked for again.
    }

    private static void clean(PGPooledConnection back) throws SQLException {
      Connection connection = back.getConnection();
      connection.setReadOnly(false);
      try (Statement discard = connection.createStatement()) {
        discard.execute("DISCARD ALL");
      }
    }
  }
}
