package com.aiqleads.local.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The addresses a Linux process listens on, as the kernel writes them: hexadecimal,
/// little-endian.
record ListeningAddresses(long pid) {
  static final String LOOPBACK = "0100007F";
  static final String MAPPED_LOOPBACK = "0000000000000000FFFF00000100007F";
  private static final String LISTEN = "0A";

  List<String> read() throws IOException {
    List<String> addresses = new ArrayList<>();
    var sockets = sockets();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
        String[] fields = line.strip().split("\\s+");
        if (fields[3].equals(LISTEN) && sockets.contains("socket:[" + fields[9] + "]")) {
          addresses.add(fields[1].substring(0, fields[1].indexOf(':')));
        }
      }
    }
    return addresses;
  }

  private Set<String> sockets() throws IOException {
    try (var open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return open.map(ListeningAddresses::target).collect(Collectors.toSet());
    } catch (IOException | UncheckedIOException endedMeanwhile) {
      return Set.of();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
