package com.aiqleads.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The national do-not-call registry's full lists, a zip of a flat file for each area, in a folder.
/// Three of ten of the sandbox's numbers stand on them. `POST /control/do-not-call` puts a `number`
/// on its list, takes one `off`, or says a `fault`; `GET` how often which area was asked for.
final class DoNotCallSite {

  /// Of the sandbox alone.
  static final String USER = "sandbox-subscriber";

  static final String PASSWORD = "sandbox-password";

  private static final int LISTED_IN_TEN = 3;
  private static final int LOCAL_DIGITS = 7;
  private static final int FIRST = 9_580_000;
  private static final int END = 9_600_000;
  private static final Duration AGE = Duration.ofHours(6);
  private static final Duration OLD_AGE = Duration.ofDays(32);
  private static final String NONE = "none";
  private static final int MAX_BODY_BYTES = 16 * 1024;
  private static final Charset UTF = StandardCharsets.UTF_8;

  /// What is wrong with the lists, besides nothing.
  private enum Wrong {
    TRUNCATED,
    STALLED,
    HALVED,
    TWO_FILES,
    EMPTY,
    OTHER_AREA,
    XML,
    SIGNED_OUT,
    TOO_SOON,
    UNAVAILABLE,
    UNDATED,
    OLD;

    static Optional<Wrong> named(String text) {
      return Arrays.stream(values())
          .filter(one -> one.name().equalsIgnoreCase(text.replace('-', '_')))
          .findFirst();
    }
  }

  /// What is sent back, a byte to a character.
  private record Reply(int status, String type, String body) {
    static Reply text(int status, String text) {
      return new Reply(status, "text/plain", text);
    }
  }

  private final long seed;
  private final InstantSource clock;
  private final Map<String, Boolean> said = new ConcurrentHashMap<>();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private volatile Optional<Wrong> wrong = Optional.empty();
  private volatile CountDownLatch changed = new CountDownLatch(1);

  DoNotCallSite(long seed, InstantSource clock) {
    this.seed = seed;
    this.clock = clock;
  }

  void serve(HttpExchange exchange) throws IOException {
    CountDownLatch now = changed;
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Reply reply = path.startsWith("/control/") ? control(exchange) : answer(exchange, path);
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      byte[] body = reply.body().getBytes(StandardCharsets.ISO_8859_1);
      exchange.sendResponseHeaders(reply.status(), body.length);
      if (!path.startsWith("/control/") && wrong.equals(Optional.of(Wrong.STALLED))) {
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
        stall(now);
      } else {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /// Until somebody says another fault, or the sandbox ends.
  private static void stall(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Reply answer(HttpExchange exchange, String path) {
    String login = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(UTF));
    if (!("Basic " + login).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"lists\"");
      return Reply.text(401, "Sign in.");
    }
    if (!path.matches("/donotcall/full/[2-9][0-9]{2}\\.zip")) {
      return Reply.text(404, "No such list.");
    }
    String area = path.substring("/donotcall/full/".length(), path.length() - ".zip".length());
    asked.merge(area, 1, Integer::sum);
    Optional<Wrong> now = wrong;
    if (now.isPresent() && refusal(now.get()).isPresent()) {
      return refusal(now.get()).get();
    }
    if (!now.equals(Optional.of(Wrong.UNDATED))) {
      Duration age = now.equals(Optional.of(Wrong.OLD)) ? OLD_AGE : AGE;
      Instant given = clock.instant().minus(age);
      exchange.getResponseHeaders().set("Last-Modified", Faults.httpDate(given));
    }
    return new Reply(200, "application/zip", archive(area, now));
  }

  private static Optional<Reply> refusal(Wrong wrong) {
    return switch (wrong) {
      case SIGNED_OUT ->
          Optional.of(new Reply(200, "text/html", "<html><h1>Your session has ended</h1>"));
      case TOO_SOON -> Optional.of(Reply.text(429, "Once in 24 hours."));
      case UNAVAILABLE -> Optional.of(Reply.text(503, "Closed for maintenance."));
      default -> Optional.empty();
    };
  }

  private String archive(String area, Optional<Wrong> now) {
    List<String> numbers = List.copyOf(numbers(area));
    List<String> half = numbers.subList(0, numbers.size() / 2 - 1);
    String rows =
        switch (now.orElse(Wrong.OLD)) {
          case EMPTY -> "";
          case OTHER_AREA -> flat(area.equals("999") ? "998" : "999", numbers);
          case HALVED -> flat(area, half);
          case XML -> "<list type='full'><ac val='%s'></ac></list>\r\n".formatted(area);
          default -> flat(area, numbers);
        };
    String whole =
        now.equals(Optional.of(Wrong.TWO_FILES))
            ? zip(area, flat(area, half), flat(area, numbers.subList(half.size(), numbers.size())))
            : zip(area, rows);
    return now.equals(Optional.of(Wrong.TRUNCATED))
        ? whole.substring(0, whole.length() * 2 / 3)
        : whole;
  }

  private static String flat(String area, List<String> numbers) {
    return numbers.stream()
        .map(number -> area + "," + number)
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String zip(String area, String... files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < files.length; i++) {
        zip.putNextEntry(new ZipEntry("full_" + area + (i == 0 ? "" : "_" + i) + ".txt"));
        zip.write(files[i].getBytes(UTF));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private SortedSet<String> numbers(String area) {
    return IntStream.range(FIRST, END)
        .mapToObj(String::valueOf)
        .filter(number -> said.getOrDefault(area + number, isDrawn(area, number)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isDrawn(String area, String number) {
    int draw = (area + number + seed).hashCode() * 0x9E3779B9;
    return Integer.remainderUnsigned(draw, 10) < LISTED_IN_TEN;
  }

  private Reply control(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      String body = new String(exchange.getRequestBody().readNBytes(MAX_BODY_BYTES), UTF);
      for (String pair : body.split("&")) {
        String[] parts = pair.split("=", 2);
        if (parts.length < 2 || !change(parts[0], URLDecoder.decode(parts[1], UTF))) {
          return Reply.text(
              400, "number, off, or fault: none or one of " + List.of(Wrong.values()));
        }
      }
    }
    return new Reply(200, "application/json", Json.text(Map.of("asked", asked)));
  }

  private boolean change(String what, String value) {
    String digits = value.replaceAll("\\D", "").replaceFirst("^1", "");
    return switch (what) {
      case "number" -> say(digits, true);
      case "off" -> say(digits, false);
      case "fault" -> {
        wrong = Wrong.named(value);
        changed.countDown();
        changed = new CountDownLatch(1);
        yield wrong.isPresent() || value.equals(NONE);
      }
      default -> false;
    };
  }

  private boolean say(String digits, boolean isListed) {
    int area = digits.length() - LOCAL_DIGITS;
    boolean isOurs = area == 3 && digits.substring(area).matches("95[89][0-9]{4}");
    if (isOurs) {
      said.put(digits, isListed);
    }
    return isOurs;
  }
}
