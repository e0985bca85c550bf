package com.aiqleads.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// California's platform for deletion requests as its Data Broker API 1.2.0 describes it: lists are
/// prepared when asked for, given once, and the next come when all of the last are answered.
/// `POST /control/deletions` asks for a phone number or a mail address to be deleted, or takes that
/// back; `GET` tells what was answered.
final class DropSite {

  /// Of the sandbox alone.
  static final String KEY = "sandbox-key";

  private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;
  private static final String JSON = "application/json";
  private static final Pattern PART =
      Pattern.compile(
          "filename=\"([^\"]*)\"[^\\n]*\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n(.*?)\\r?\\n--",
          Pattern.DOTALL);
  private static final Pattern FILE =
      Pattern.compile("(\\d{8}_\\d{4}_(?:Email|Phone|NDZ))(?:_[A-Za-z0-9]{1,10})?\\.csv");
  private static final Pattern ROW = Pattern.compile("[A-Za-z0-9]{12},[2345]");

  private final DropRequests requests;
  private final Set<String> uploaded = new HashSet<>();
  private boolean prepared;
  private boolean active;

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
    this.requests = new DropRequests(today);
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
    if (!requests.isAnyNew()) {
      return Reply.says(200, "No new consumer request data is available.");
    }
    if (!prepared) {
      prepared = true;
      exchange.getResponseHeaders().set("Retry-After", "60");
      return Reply.says(202, "The package is being created.");
    }
    prepared = false;
    String archive = requests.archive();
    active = requests.isAnyOpen();
    return new Reply(200, "application/zip", archive);
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
    part.group(2).lines().skip(1).forEach(requests::answered);
    active = requests.isAnyOpen();
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
      form.forEach((name, value) -> requests.wish(name, value, isTakenBack));
    }
    return Reply.json(200, Map.of("deletions", requests.told()));
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
}
