package com.aiqleads.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.GeoBox;
import com.aiqleads.marketplace.Cell;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoxCellsTest {

  @Property
  void areExactlyTheCellsInsideTheBox(
      @ForAll @DoubleRange(min = -89, max = 89) double south,
      @ForAll @DoubleRange(min = -179, max = 179) double west,
      @ForAll @DoubleRange(min = 0, max = 0.2) double height,
      @ForAll @DoubleRange(min = 0, max = 0.2) double width,
      @ForAll @IntRange(min = -3, max = 23) int row,
      @ForAll @IntRange(min = -3, max = 23) int column) {
    GeoBox box = new GeoBox(south, west, south + height, west + width);
    Cell cell =
        new Cell((int) Math.floor(south * 100) + row, (int) Math.floor(west * 100) + column);

    assertThat(inside(BoxCells.of(box), cell)).isEqualTo(new Area.Within(box).contains(cell));
  }

  @Test
  void includeTheEdges() {
    BoxCells cells = BoxCells.of(new GeoBox(25.7, -80.3, 25.9, -80.1));

    assertThat(cells).isEqualTo(new BoxCells(2_570, 2_590, -8_030, -8_010));
  }

  @Test
  void areNoneIfTheBoxLiesBetweenThem() {
    BoxCells cells = BoxCells.of(new GeoBox(25.701, -80.309, 25.709, -80.301));

    assertThat(cells.firstRow()).isGreaterThan(cells.lastRow());
  }

  private static boolean inside(BoxCells cells, Cell cell) {
    return cell.row() >= cells.firstRow()
        && cell.row() <= cells.lastRow()
        && cell.column() >= cells.firstColumn()
        && cell.column() <= cells.lastColumn();
  }
}
