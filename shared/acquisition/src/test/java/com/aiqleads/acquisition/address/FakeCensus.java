package com.aiqleads.acquisition.address;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Speaks the forms of the Census Bureau's geocoder, single and batch, and knows the streets that
/// it is told of. It answers batches in another order than it was asked.
public final class FakeCensus implements AutoCloseable {

  private static final int MAX_ROWS = 10_000;

  /// What it knows of one street and ZIP code, such as `12 MAIN ST 33137`.
  ///
  /// @param matched what it matches, in one line
  public record Known(String matched, double latitude, double longitude, boolean exact) {}

  private final HttpServer server;
  private final Map<String, List<Known>> known = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Function<String, String> distortion = Function.identity();
  private volatile int status = 200;
  private volatile boolean knowsAll;

  private FakeCensus(HttpServer server) {
    this.server = server;
  }

  public static FakeCensus start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      FakeCensus census = new FakeCensus(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/geocoder/locations/address", census::single);
      server.createContext("/geocoder/locations/addressbatch", census::batch);
      server.start();
      return census;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  public int requests() {
    return requests.get();
  }

  /// Several places under one street make a tie.
  public FakeCensus knows(String streetAndZip, Known... places) {
    known.put(streetAndZip, List.of(places));
    return this;
  }

  /// Every street there is, in the middle of the country.
  public FakeCensus knowsAll() {
    knowsAll = true;
    return this;
  }

  public FakeCensus answers(int otherStatus) {
    status = otherStatus;
    return this;
  }

  public FakeCensus says(Function<String, String> otherwise) {
    distortion = otherwise;
    return this;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void single(HttpExchange exchange) throws IOException {
    Map<String, String> asked = query(exchange.getRequestURI().getRawQuery());
    boolean complete =
        "Public_AR_Current".equals(asked.get("benchmark")) && "json".equals(asked.get("format"));
    if (!complete) {
      answer(exchange, 400, "{\"errors\":[\"Specify benchmark and format\"],\"status\":\"400\"}");
      return;
    }
    String matches = known(asked).stream().map(FakeCensus::json).collect(Collectors.joining(","));
    answer(
        exchange,
        status,
        "{\"result\":{\"input\":{\"address\":{\"street\":\"x\"},\"benchmark\":{\"id\":\"4\","
            + "\"benchmarkName\":\"Public_AR_Current\",\"isDefault\":true}},\"addressMatches\":["
            + matches
            + "]}}");
  }

  private List<Known> known(Map<String, String> asked) {
    String street = asked.getOrDefault("street", "");
    String zip = asked.getOrDefault("zip", "");
    String line =
        String.join(
            ", ", street, asked.getOrDefault("city", ""), asked.getOrDefault("state", ""), zip);
    return known.getOrDefault(
        street + " " + zip,
        knowsAll ? List.of(new Known(line, 39.8283, -98.5795, true)) : List.of());
  }

  private static String json(Known match) {
    return "{\"tigerLine\":{\"side\":\"L\",\"tigerLineId\":\"123456789\"},\"coordinates\":{\"x\":"
        + match.longitude()
        + ",\"y\":"
        + match.latitude()
        + "},\"addressComponents\":{\"zip\":\"33137\",\"streetName\":\"x\",\"fromAddress\":\"1\","
        + "\"toAddress\":\"99\"},\"matchedAddress\":\""
        + match.matched()
        + "\"}";
  }

  private void batch(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    List<String> rows =
        body.lines().filter(line -> line.startsWith("\"") && line.endsWith("\"")).toList();
    boolean complete =
        body.contains("name=\"benchmark\"\r\n\r\nPublic_AR_Current\r\n")
            && body.contains("name=\"addressFile\"; filename=");
    if (!complete || rows.size() > MAX_ROWS) {
      answer(exchange, 400, "<html>Bad Request</html>");
      return;
    }
    List<String> answers = new ArrayList<>(rows.stream().map(this::row).toList());
    Collections.shuffle(answers, new Random(7));
    answer(exchange, status, String.join("\n", answers) + "\n");
  }

  private String row(String asked) {
    List<String> cells = Arrays.asList(asked.substring(1, asked.length() - 1).split("\",\"", -1));
    Map<String, String> address =
        Map.of(
            "street",
            cells.get(1),
            "city",
            cells.get(2),
            "state",
            cells.get(3),
            "zip",
            cells.get(4));
    String input = "\"" + cells.get(0) + "\",\"" + String.join(", ", cells.subList(1, 5)) + "\"";
    List<Known> matches = known(address);
    if (matches.size() != 1) {
      return input + (matches.isEmpty() ? ",\"No_Match\"" : ",\"Tie\"");
    }
    Known match = matches.getFirst();
    return String.join(
        ",",
        input,
        "\"Match\"",
        match.exact() ? "\"Exact\"" : "\"Non_Exact\"",
        "\"" + match.matched() + "\"",
        "\"" + match.longitude() + "," + match.latitude() + "\"",
        "\"123456789\"",
        "\"L\"");
  }

  private void answer(HttpExchange exchange, int code, String text) throws IOException {
    requests.incrementAndGet();
    byte[] bytes = distortion.apply(text).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> query(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
