package com.aiqleads.local.elasticmq;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// The queues of the run before. ElasticMQ restores them after it has begun to answer, and would
/// lose the messages of one that a client creates meanwhile: so we count and wait.
record StoredQueues(String jdbcUrl, int count) {
  private static final Duration RESTORE_LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(10);
  private static final String ENTRY = "<QueueUrl>";

  /// Before the server starts.
  static StoredQueues in(Path database) throws SQLException {
    String url =
        "jdbc:sqlite:%s?journal_mode=WAL&synchronous=OFF&busy_timeout=5000".formatted(database);
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      // As ElasticMQ makes it: without the table there is nothing to count.
      statement.execute("CREATE TABLE IF NOT EXISTS queue (name VARCHAR UNIQUE, data BLOB)");
      try (var rows = statement.executeQuery("SELECT count(*) FROM queue")) {
        return new StoredQueues(url, rows.getInt(1));
      }
    }
  }

  void awaitRestored(int port) throws IOException, InterruptedException {
    var list = URI.create("http://127.0.0.1:%d/?Action=ListQueues".formatted(port)).toURL();
    Instant limit = Instant.now().plus(RESTORE_LIMIT);
    while (true) {
      try (var answer = list.openStream()) {
        String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        if (text.split(ENTRY, -1).length - 1 >= count) {
          return;
        }
      }
      if (Instant.now().isAfter(limit)) {
        throw new IOException("%d queues were not restored in %s".formatted(count, RESTORE_LIMIT));
      }
      Thread.sleep(POLL);
    }
  }
}
