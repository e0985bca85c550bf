package com.aiqleads.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.marketplace.Cell;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CircleCellsTest {

  @Property(tries = 100)
  void areExactlyTheCellsInsideTheCircle(
      @ForAll @DoubleRange(min = -70, max = 70) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude,
      @ForAll @LongRange(min = 1, max = 40_000) long radiusMetres) {
    assertExact(new Area.Near(new GeoPoint(latitude, longitude), radiusMetres), 130);
  }

  @Property(tries = 100)
  void includeTheCellsOnTheEdge(
      @ForAll @DoubleRange(min = 24, max = 49) double latitude,
      @ForAll @DoubleRange(min = -125, max = -66) double longitude,
      @ForAll @IntRange(min = -30, max = 30) int rows,
      @ForAll @IntRange(min = -30, max = 30) int columns) {
    GeoPoint center = new GeoPoint(latitude, longitude).roughly();
    Cell middle = Cell.of(center);
    Cell edge = new Cell(middle.row() + rows, middle.column() + columns);
    long metres = Math.max(2, edge.metresFrom(center));

    assertThat(inside(CircleCells.of(new Area.Near(center, metres)), edge)).isTrue();
    assertThat(inside(CircleCells.of(new Area.Near(center, metres - 1)), edge))
        .isEqualTo(edge.metresFrom(center) <= metres - 1);
  }

  @Test
  void goRoundTheWorldAtThe180thMeridian() {
    assertExact(new Area.Near(new GeoPoint(-17.01, 179.995), 20_000), 60);
    assertExact(new Area.Near(new GeoPoint(-17.01, -179.995), 20_000), 60);
    assertExact(new Area.Near(new GeoPoint(10, 180), 5_000), 60);
  }

  @Test
  void goRoundThePole() {
    Area.Near circle = new Area.Near(new GeoPoint(89.9, 40), 60_000);
    List<CellRange> ranges = CircleCells.of(circle);

    for (int row = 8_900; row <= 9_000; row++) {
      for (int column = -18_000; column <= 18_000; column += 250) {
        Cell cell = new Cell(row, column);
        assertThat(inside(ranges, cell)).as("%s", cell).isEqualTo(circle.contains(cell));
      }
    }
  }

  @Test
  void areNoneIfTheCircleLiesBetweenThem() {
    assertThat(CircleCells.of(new Area.Near(new GeoPoint(25.765, -80.195), 10))).isEmpty();
  }

  @Test
  void refuseCirclesThatWeDoNotSearch() {
    GeoPoint center = new GeoPoint(25.76, -80.19);

    assertThat(new Area.Near(center, 250_000).radiusMetres()).isEqualTo(250_000);
    assertThatIllegalArgumentException().isThrownBy(() -> new Area.Near(center, 250_001));
    assertThatIllegalArgumentException().isThrownBy(() -> new Area.Near(center, 0));
  }

  @Property(tries = 20)
  void neverOverlap(
      @ForAll @DoubleRange(min = -90, max = 90) double latitude,
      @ForAll @DoubleRange(min = 175, max = 180) double longitude) {
    Set<Integer> seen = new HashSet<>();

    for (CellRange range :
        CircleCells.of(new Area.Near(new GeoPoint(latitude, longitude), 90_000))) {
      for (int number = range.first(); number <= range.last(); number++) {
        assertThat(seen.add(number)).as("cell %s twice", Cell.ofNumber(number)).isTrue();
      }
    }
  }

  private static void assertExact(Area.Near circle, int reach) {
    List<CellRange> ranges = CircleCells.of(circle);
    Cell middle = Cell.of(circle.center());
    for (int row = middle.row() - reach / 3; row <= middle.row() + reach / 3; row++) {
      for (int offset = -reach; offset <= reach; offset++) {
        int column = Math.floorMod(middle.column() + offset + 18_000, 36_000) - 18_000;
        Cell cell = new Cell(row, column);
        assertThat(inside(ranges, cell)).as("%s", cell).isEqualTo(circle.contains(cell));
      }
    }
  }

  private static boolean inside(List<CellRange> ranges, Cell cell) {
    return ranges.stream().anyMatch(range -> range.contains(cell));
  }
}
