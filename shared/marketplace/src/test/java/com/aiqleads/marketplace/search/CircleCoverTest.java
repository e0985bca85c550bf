package com.aiqleads.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.marketplace.Cell;
import com.aiqleads.marketplace.search.CircleCover.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CircleCoverTest {

  @Property(tries = 60)
  void hasEveryCellOfTheCircleOnce(
      @ForAll @DoubleRange(min = -75, max = 75) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude,
      @ForAll @LongRange(min = 1, max = 90_000) long radiusMetres) {
    assertExact(new Area.Near(new GeoPoint(latitude, longitude), radiusMetres));
  }

  @Test
  void goesRoundThePoleAndTheWorld() {
    assertExact(new Area.Near(new GeoPoint(89.9, 40), 30_000));
    assertExact(new Area.Near(new GeoPoint(-17, 179.99), 60_000));
  }

  @Test
  void needsFewNumbers() {
    Map<Size, List<Integer>> cover =
        CircleCover.of(new Area.Near(new GeoPoint(25.76, -80.19), 100_000));

    assertThat(cover.get(Size.LARGE)).hasSizeBetween(20, 60);
    assertThat(cover.values().stream().mapToInt(List::size).sum()).isLessThan(4_000);
  }

  private static void assertExact(Area.Near circle) {
    List<Integer> covered = new ArrayList<>();
    CircleCover.of(circle)
        .forEach((size, corners) -> corners.forEach(corner -> covered.addAll(cells(corner, size))));

    List<Integer> expected = new ArrayList<>();
    for (CellRange range : CircleCells.of(circle)) {
      for (int number = range.first(); number <= range.last(); number++) {
        expected.add(number);
      }
    }
    assertThat(covered.stream().sorted().toList()).isEqualTo(expected.stream().sorted().toList());
  }

  /// As leads are assigned to squares: by the corner of their cell.
  private static List<Integer> cells(int corner, Size size) {
    List<Integer> cells = new ArrayList<>();
    Cell first = Cell.ofNumber(corner);
    for (int row = first.row(); row < first.row() + size.step(); row++) {
      for (int column = first.column(); column < first.column() + size.step(); column++) {
        Cell cell = new Cell(row, column);
        assertThat(cell.corner(size.step())).isEqualTo(first);
        cells.add(cell.number());
      }
    }
    return cells;
  }
}
