package com.aiqleads.marketplace.search;

import com.aiqleads.marketplace.Cell;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The cells of a circle as squares that lie in it whole, as large as possible, and the single
/// cells that are left along its edge: some hundred numbers instead of thousands of cells. An
/// index looks numbers up in one go, where each range would cost a search of its own.
public final class CircleCover {

  /// How many rows and columns a square has; each a multiple of the next.
  public enum Size {
    LARGE(25),
    SMALL(5),
    CELL(1);

    private final int step;

    Size(int step) {
      this.step = step;
    }

    public int step() {
      return step;
    }
  }

  private record Span(int first, int last) {}

  private final Map<Size, List<Integer>> squares = new EnumMap<>(Size.class);
  private Map<Integer, List<Span>> rest = new TreeMap<>();

  private CircleCover(List<CellRange> rows) {
    for (CellRange range : rows) {
      Cell first = Cell.ofNumber(range.first());
      rest.computeIfAbsent(first.row(), _ -> new ArrayList<>())
          .add(new Span(first.column(), Cell.ofNumber(range.last()).column()));
    }
  }

  /// The numbers of the south-western cells of the squares of each size.
  public static Map<Size, List<Integer>> of(Area.Near circle) {
    CircleCover cover = new CircleCover(CircleCells.of(circle));
    for (Size size : Size.values()) {
      cover.take(size);
    }
    return cover.squares;
  }

  private void take(Size size) {
    List<Integer> found = new ArrayList<>();
    Map<Integer, List<Span>> left = new TreeMap<>();
    Map<Integer, List<Integer>> bands = new TreeMap<>();
    rest.keySet()
        .forEach(
            row ->
                bands
                    .computeIfAbsent(
                        Math.floorDiv(row, size.step()) * size.step(), _ -> new ArrayList<>())
                    .add(row));
    bands.forEach(
        (bottom, rows) -> {
          List<Span> whole = rows.size() == size.step() ? aligned(common(rows), size) : List.of();
          for (Span span : whole) {
            for (int column = span.first(); column <= span.last(); column += size.step()) {
              found.add(new Cell(bottom, column).number());
            }
          }
          rows.forEach(row -> left.put(row, minus(spans(row), whole)));
        });
    squares.put(size, List.copyOf(found));
    rest = left;
  }

  private List<Span> spans(int row) {
    return rest.getOrDefault(row, List.of());
  }

  /// The columns that all of the rows have.
  private List<Span> common(List<Integer> rows) {
    List<Span> common = spans(rows.getFirst());
    for (int row : rows) {
      List<Span> both = new ArrayList<>();
      for (Span one : common) {
        for (Span other : spans(row)) {
          add(both, Math.max(one.first(), other.first()), Math.min(one.last(), other.last()));
        }
      }
      common = both;
    }
    return common;
  }

  /// Cut down to whole squares.
  private static List<Span> aligned(List<Span> spans, Size size) {
    List<Span> aligned = new ArrayList<>();
    for (Span span : spans) {
      int first = Math.ceilDiv(span.first(), size.step()) * size.step();
      int end = Math.floorDiv(span.last() + 1, size.step()) * size.step();
      add(aligned, first, end - 1);
    }
    return aligned;
  }

  private static List<Span> minus(List<Span> spans, List<Span> taken) {
    List<Span> left = spans;
    for (Span hole : taken) {
      List<Span> smaller = new ArrayList<>();
      for (Span span : left) {
        add(smaller, span.first(), Math.min(span.last(), hole.first() - 1));
        add(smaller, Math.max(span.first(), hole.last() + 1), span.last());
      }
      left = smaller;
    }
    return left;
  }

  private static void add(List<Span> spans, int first, int last) {
    if (first <= last) {
      spans.add(new Span(first, last));
    }
  }
}
