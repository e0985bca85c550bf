package com.aiqleads.platform.serveconsole;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a lead has cost, drawn by the server and said in words: it needs no scripts.
///
/// @param prices the newest first
public record PriceLine(List<Point> prices) {
  static final PriceLine NONE = new PriceLine(List.of());

  public static final int WIDTH = 600;
  public static final int HEIGHT = 120;
  private static final int EDGE = 8;

  /// One price.
  ///
  /// @param why what made it move: the reasons that the price before did not have
  public record Point(String when, long cents, String shared, String alone, String why) {}

  public PriceLine {
    prices = List.copyOf(prices);
  }

  static PriceLine of(JsonNode answer) {
    List<JsonNode> prices = Json.list(answer, "prices");
    return new PriceLine(
        IntStream.range(0, prices.size())
            .mapToObj(at -> point(prices.get(at), at + 1 < prices.size() ? moved(prices, at) : ""))
            .toList());
  }

  private static String moved(List<JsonNode> prices, int at) {
    List<String> moved = new ArrayList<>(Words.reasons(prices.get(at)));
    moved.removeAll(Words.reasons(prices.get(at + 1)));
    return String.join(" ", moved);
  }

  private static Point point(JsonNode price, String why) {
    return new Point(
        Words.time(Json.text(price, "at")),
        Json.number(price, "shared", "minorUnits"),
        Words.dollars(Json.number(price, "shared", "minorUnits")),
        Words.dollars(Json.number(price, "exclusive", "minorUnits")),
        why);
  }

  /// One price is no line.
  public boolean isDrawn() {
    return prices.size() > 1;
  }

  /// What the line shows, for who does not see it.
  public String words() {
    return "%s at first, %s now, %s in between"
        .formatted(
            prices.getLast().shared(),
            prices.getFirst().shared(),
            Words.plural(prices.size() - 2L, "price"));
  }

  /// From the oldest to the newest, for the attribute of that name.
  public String points() {
    List<Point> oldestFirst = new ArrayList<>(prices.reversed());
    long highest = Math.max(1, prices.stream().mapToLong(Point::cents).max().orElse(1));
    return IntStream.range(0, oldestFirst.size())
        .mapToObj(at -> x(at, oldestFirst.size()) + "," + y(oldestFirst.get(at).cents(), highest))
        .collect(Collectors.joining(" "));
  }

  private static String x(int at, int many) {
    return number(EDGE + (double) (WIDTH - 2 * EDGE) * at / Math.max(1, many - 1));
  }

  private static String y(long cents, long highest) {
    return number(HEIGHT - EDGE - (double) (HEIGHT - 2 * EDGE) * cents / highest);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
