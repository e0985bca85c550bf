package com.aiqleads.local.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Who asked California's platform to be deleted: what of it was given to the broker, and what the
/// broker answered.
final class DropRequests {

  private static final String BROKER = "4821";

  private final String day;
  private final Map<String, Asked> requests = new LinkedHashMap<>();
  private final Set<String> given = new HashSet<>();

  /// Somebody's wish.
  private static final class Asked {
    private final String list;
    private final String hash;
    private boolean delivered;
    private boolean removed;
    private String status = "";

    Asked(String list, String hash) {
      this.list = list;
      this.hash = hash;
    }
  }

  DropRequests(LocalDate today) {
    this.day = today.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /// Somebody asks for a phone number or a mail address to be deleted, or takes that back.
  void wish(String name, String value, boolean isTakenBack) {
    switch (name) {
      case "phone" ->
          asked("Phone", value.replaceAll("\\D", "").replaceFirst("^1", ""), isTakenBack);
      case "email" -> asked("Email", value.strip().toLowerCase(Locale.ROOT), isTakenBack);
      case "ndz" -> asked("NDZ", value, isTakenBack);
      default -> {}
    }
  }

  private void asked(String list, String standard, boolean isTakenBack) {
    String hash = hash(standard);
    String id = (list + "000000000000").substring(0, 5) + hash.replaceAll("[^A-Za-z0-9]", "0");
    Asked asked = requests.computeIfAbsent(id.substring(0, 12), _ -> new Asked(list, hash));
    asked.removed = isTakenBack;
    asked.delivered = asked.delivered && !isTakenBack;
  }

  boolean isAnyNew() {
    return requests.values().stream().anyMatch(one -> !one.delivered);
  }

  /// Whether some that were given are not answered.
  boolean isAnyOpen() {
    return !given.isEmpty();
  }

  /// All that is new, a byte to a character; given once.
  String archive() {
    Map<String, StringBuilder> files = new TreeMap<>();
    List.of("Email", "Phone", "NDZ")
        .forEach(list -> files.put(list, new StringBuilder("ID,Hash\r\n")));
    requests.forEach(
        (id, one) -> {
          if (!one.delivered) {
            row(files, id, one);
            one.delivered = true;
          }
        });
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(day + "_" + BROKER + "_" + file.getKey() + ".csv"));
        zip.write(file.getValue().toString().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private void row(Map<String, StringBuilder> files, String id, Asked one) {
    if (one.removed) {
      files
          .computeIfAbsent("Removed", _ -> new StringBuilder("ID,Hash,ListType\r\n"))
          .append(id + "," + one.hash + "," + one.list + "\r\n");
    } else {
      given.add(id);
      files
          .computeIfAbsent(one.list, _ -> new StringBuilder("ID,Hash\r\n"))
          .append(id + "," + one.hash + "\r\n");
    }
  }

  /// A row of an answer: who is asked for, and what came of it.
  void answered(String row) {
    String[] cells = row.split(",", 2);
    given.remove(cells[0]);
    Asked asked = requests.get(cells[0]);
    if (asked != null) {
      asked.status = cells[1];
    }
  }

  /// What became of each.
  List<Map<String, String>> told() {
    List<Map<String, String>> told = new ArrayList<>();
    requests.forEach(
        (id, one) -> told.add(Map.of("id", id, "list", one.list, "status", one.status)));
    return told;
  }

  private static String hash(String standard) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(standard.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
