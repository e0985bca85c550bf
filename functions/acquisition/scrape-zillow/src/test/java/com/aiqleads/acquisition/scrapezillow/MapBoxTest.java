package com.aiqleads.acquisition.scrapezillow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapBoxTest {

  private static final MapBox BOX = box("26", "25", "-80", "-81");

  @Test
  void fourQuartersCoverABox() {
    assertThat(BOX.quarters())
        .containsExactly(
            box("26", "25.5", "-80.5", "-81"),
            box("26", "25.5", "-80", "-80.5"),
            box("25.5", "25", "-80.5", "-81"),
            box("25.5", "25", "-80", "-80.5"));
  }

  @Test
  void aBoxOfAHundredMetresIsNotParted() {
    assertThat(box("25.001", "25", "-80", "-80.001").quarters()).hasSize(4);
    assertThat(box("25.000999", "25", "-80", "-80.001").quarters()).isEmpty();
    assertThat(box("25.001", "25", "-80", "-80.000999").quarters()).isEmpty();
    assertThat(box("25", "26", "-80", "-81").quarters()).isEmpty();
  }

  @Test
  void partingEndsWhateverABoxIs() {
    List<MapBox> boxes = List.of(box("90", "-90", "180", "-180"));
    int parted = 0;
    while (!boxes.isEmpty()) {
      boxes = boxes.getFirst().quarters();
      parted++;
    }

    assertThat(parted).isBetween(10, 20);
  }

  private static MapBox box(String north, String south, String east, String west) {
    return new MapBox(
        new BigDecimal(north), new BigDecimal(south), new BigDecimal(east), new BigDecimal(west));
  }
}
