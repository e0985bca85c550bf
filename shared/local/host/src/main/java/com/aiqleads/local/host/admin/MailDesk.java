package com.aiqleads.local.host.admin;

import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The letters that functions wrote into a folder instead of sending them.
public final class MailDesk {

  private static final int MAX_LETTERS = 50;
  private static final String SUFFIX = ".eml";

  private final Path folder;

  public MailDesk(Path folder) {
    this.folder = folder;
  }

  /// The newest first: files are named in the order of time.
  ObjectNode all() throws IOException {
    List<JsonNode> letters = new ArrayList<>();
    for (Path file : newest()) {
      letters.add(letter(Files.readString(file)));
    }
    return AdminServer.list("letters", letters);
  }

  private List<Path> newest() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted(Comparator.<Path>naturalOrder().reversed())
          .limit(MAX_LETTERS)
          .toList();
    }
  }

  private static ObjectNode letter(String text) {
    int blank = text.indexOf("\n\n");
    String head = "\n" + text.substring(0, Math.max(0, blank));
    return Json.object()
        .put("to", header(head, "To"))
        .put("subject", header(head, "Subject"))
        .put("text", text.substring(blank + 2));
  }

  private static String header(String head, String name) {
    String start = "\n" + name + ": ";
    int from = head.indexOf(start);
    return from < 0 ? "" : head.substring(from + start.length()).lines().findFirst().orElse("");
  }
}
