package com.aiqleads.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// California's platform for deletion requests as its Data Broker API 1.2.0 describes it: lists are
/// prepared when asked for, given once, and the next come when all of the last are answered.
/// `POST /control/deletions` asks for a phone number or a mail address to be deleted, or takes that
/// back; `GET` tells what was answered.
final class DropSite {

  /// Of the sandbox alone.
  static final String KEY = "sandbox-key";

  private static final String BROKER = "4821";
  private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;
  private static final String JSON = "application/json";
  private static final Pattern PART =
      Pattern.compile(
          "filename=\"([^\"]*)\"[^\\n]*\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n(.*?)\\r?\\n--",
          Pattern.DOTALL);
  private static final Pattern FILE =
      Pattern.compile("(\\d{8}_\\d{4}_(?:Email|Phone|NDZ))(?:_[A-Za-z0-9]{1,10})?\\.csv");
  private static final Pattern ROW = Pattern.compile("[A-Za-z0-9]{12},[2345]");

  private final String day;
  private final Map<String, Asked> requests = new LinkedHashMap<>();
  private final Set<String> uploaded = new HashSet<>();
  private final Set<String> given = new HashSet<>();
  private boolean prepared;
  private boolean active;

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

  /// What is sent back, a byte to a character.
  private record Reply(int status, String type, String body) {
    static Reply json(int status, Object value) {
      return new Reply(status, JSON, Json.text(value));
    }

    static Reply says(int status, String message) {
      return json(status, Map.of("message", message));
    }
  }

  DropSite(LocalDate today) {
    this.day = today.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
      String text = new String(body, StandardCharsets.UTF_8);
      Reply reply =
          path.equals("/control/deletions")
              ? control(exchange.getRequestMethod(), text)
              : answer(exchange, path, text);
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      byte[] answer = reply.body().getBytes(StandardCharsets.ISO_8859_1);
      exchange.sendResponseHeaders(reply.status(), answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private synchronized Reply answer(HttpExchange exchange, String path, String body) {
    if (!KEY.equals(exchange.getRequestHeaders().getFirst("X-API-KEY"))) {
      return Reply.says(401, "API key is missing or invalid.");
    }
    return switch (exchange.getRequestMethod() + " " + path) {
      case "GET /drop/data/download" -> download(exchange);
      case "POST /drop/data/upload" -> upload(body);
      default -> Reply.says(404, "The requested endpoint was not found.");
    };
  }

  private Reply download(HttpExchange exchange) {
    if (active) {
      return Reply.says(409, "Complete the current batch.");
    }
    if (requests.values().stream().allMatch(one -> one.delivered)) {
      return Reply.says(200, "No new consumer request data is available.");
    }
    if (!prepared) {
      prepared = true;
      exchange.getResponseHeaders().set("Retry-After", "60");
      return Reply.says(202, "The package is being created.");
    }
    prepared = false;
    String archive = archive();
    active = !given.isEmpty();
    return new Reply(200, "application/zip", archive);
  }

  private String archive() {
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

  private Reply upload(String body) {
    if (!active) {
      return Reply.says(409, "No active download is waiting for responses.");
    }
    Matcher part = PART.matcher(body);
    if (!part.find()) {
      return Reply.says(400, "Upload request is invalid.");
    }
    String why = objection(part.group(1), part.group(2));
    if (!why.isEmpty()) {
      return Reply.json(400, taken(0, List.of(Map.of("fileName", part.group(1), "message", why))));
    }
    uploaded.add(part.group(1));
    part.group(2).lines().skip(1).forEach(this::answered);
    active = !given.isEmpty();
    if (!active) {
      uploaded.clear();
    }
    return Reply.json(202, taken(1, List.of()));
  }

  private String objection(String file, String rows) {
    if (!FILE.matcher(file).matches()) {
      return "The file has another name.";
    }
    if (uploaded.contains(file)) {
      return "A file with this name was already uploaded for the current download.";
    }
    List<String> lines = rows.lines().toList();
    if (!lines.getFirst().equals("Id,Status")) {
      return "Invalid CSV header. Expected: Id,Status.";
    }
    return lines.stream().skip(1).allMatch(line -> ROW.matcher(line).matches())
        ? ""
        : "A row is of another form.";
  }

  private void answered(String row) {
    String[] cells = row.split(",", 2);
    given.remove(cells[0]);
    Asked asked = requests.get(cells[0]);
    if (asked != null) {
      asked.status = cells[1];
    }
  }

  private static Map<String, Object> taken(int accepted, List<Map<String, String>> rejected) {
    return Map.of(
        "message",
        "Upload received.",
        "acceptedCount",
        accepted,
        "rejectedCount",
        rejected.size(),
        "rejected",
        rejected);
  }

  private synchronized Reply control(String method, String body) {
    if (method.equals("POST")) {
      Map<String, String> form = form(body);
      boolean isTakenBack = Boolean.parseBoolean(form.getOrDefault("withdrawn", "false"));
      form.forEach((name, value) -> wish(name, value, isTakenBack));
    }
    List<Map<String, String>> told = new ArrayList<>();
    requests.forEach(
        (id, one) -> told.add(Map.of("id", id, "list", one.list, "status", one.status)));
    return Reply.json(200, Map.of("deletions", told));
  }

  private void wish(String name, String value, boolean isTakenBack) {
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

  private static Map<String, String> form(String body) {
    return List.of(body.split("&")).stream()
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                (one, _) -> one));
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
