package com.aiqleads.platform.serveconsole;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A line over batches, from none to all, drawn by the server: it needs neither scripts nor styles
/// of its own, and says in words what it shows.
///
/// @param shares the oldest first, each from 0 to 1
/// @param stopped which of them were withheld
public record Chart(String title, List<Double> shares, List<Boolean> stopped) {

  public static final int WIDTH = 600;
  public static final int HEIGHT = 120;
  private static final int EDGE = 8;

  public Chart {
    shares = List.copyOf(shares);
    stopped = List.copyOf(stopped);
  }

  /// A batch that was withheld.
  public record Dot(String x, String y) {}

  public boolean isEmpty() {
    return shares.isEmpty();
  }

  /// For the attribute of that name.
  public String points() {
    return IntStream.range(0, shares.size())
        .mapToObj(at -> x(at) + "," + y(at))
        .collect(Collectors.joining(" "));
  }

  public List<Dot> dots() {
    return IntStream.range(0, shares.size())
        .filter(stopped::get)
        .mapToObj(at -> new Dot(x(at), y(at)))
        .toList();
  }

  /// What it shows, for who does not see it.
  public String words() {
    long withheld = stopped.stream().filter(each -> each).count();
    return "%s: %d batches, %s at first, %s at last, %d withheld"
        .formatted(
            title, shares.size(), percent(shares.getFirst()), percent(shares.getLast()), withheld);
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  private String x(int at) {
    int steps = Math.max(1, shares.size() - 1);
    return number(EDGE + (double) (WIDTH - 2 * EDGE) * at / steps);
  }

  private String y(int at) {
    return number(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * shares.get(at));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
