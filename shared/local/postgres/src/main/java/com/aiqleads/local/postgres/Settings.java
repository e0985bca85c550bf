package com.aiqleads.local.postgres;

import java.util.Map;
import java.util.TreeMap;

/// As durable as the deployed database, as small as one laptop likes it.
final class Settings {
  static final Map<String, String> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("listen_addresses", "127.0.0.1"),
              Map.entry("unix_socket_directories", ""),
              Map.entry("fsync", "on"),
              Map.entry("synchronous_commit", "on"),
              Map.entry("max_connections", "60"),
              Map.entry("shared_buffers", "256MB"),
              Map.entry("max_wal_size", "1GB"),
              Map.entry("checkpoint_timeout", "15min"),
              // No standby reads this log.
              Map.entry("wal_level", "minimal"),
              Map.entry("max_wal_senders", "0"),
              // Parallel plans need /dev/shm, which is tiny in containers, and cores,
              // which we lack.
              Map.entry("max_parallel_workers_per_gather", "0"),
              Map.entry("jit", "off"),
              Map.entry("timezone", "UTC"),
              Map.entry("log_timezone", "UTC")));

  private Settings() {}
}
