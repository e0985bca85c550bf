package com.aiqleads.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.GeoPoint;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CellTest {

  @Property
  void isThePlaceThatIsShown(
      @ForAll @DoubleRange(min = -90, max = 90) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
    GeoPoint point = new GeoPoint(latitude, longitude);

    GeoPoint shown = Cell.of(point).point();

    assertThat(shown.latitude()).isEqualTo(point.roughly().latitude() + 0.0);
    assertThat(shown.longitude()).isEqualTo(point.roughly().longitude() + 0.0);
  }

  @Property
  void isKnownByItsNumber(
      @ForAll @IntRange(min = -9_000, max = 9_000) int row,
      @ForAll @IntRange(min = -18_000, max = 18_000) int column) {
    Cell cell = new Cell(row, column);

    assertThat(Cell.ofNumber(cell.number())).isEqualTo(cell);
  }

  @Property
  void liesInTheSquareOfItsCorner(
      @ForAll @IntRange(min = -9_000, max = 9_000) int row,
      @ForAll @IntRange(min = -18_000, max = 18_000) int column,
      @ForAll @IntRange(min = 1, max = 625) int step) {
    Cell corner = new Cell(row, column).corner(step);

    assertThat(row - corner.row()).isBetween(0, step - 1);
    assertThat(column - corner.column()).isBetween(0, step - 1);
    assertThat(Math.floorMod(corner.row(), step)).isZero();
  }

  @Test
  void isSoManyWholeMetresAway() {
    assertThat(Cell.of(new GeoPoint(25.76, -80.19)).metresFrom(new GeoPoint(25.76, -80.19)))
        .isZero();
    assertThat(new Cell(1, 0).metresFrom(new GeoPoint(0, 0))).isEqualTo(1_112);
  }
}
