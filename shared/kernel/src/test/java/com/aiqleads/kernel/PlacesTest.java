package com.aiqleads.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PlacesTest {

  private static final GeoPoint MIAMI = new GeoPoint(25.7617, -80.1918);
  private static final double DISTANCE_BY_VECTORS_KM = 1792.0775;
  private static final GeoPoint AUSTIN = new GeoPoint(30.2672, -97.7431);

  @Test
  void measuresAlongTheGreatCircle() {
    assertThat(MIAMI.distanceKm(AUSTIN)).isCloseTo(DISTANCE_BY_VECTORS_KM, within(0.01));
    assertThat(new GeoPoint(0, 0).distanceKm(new GeoPoint(0, 180)))
        .isCloseTo(Math.PI * 6371.0088, within(0.001));
  }

  @Property
  void measuresTheSameBothWays(
      @ForAll @DoubleRange(min = -90, max = 90) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
    GeoPoint point = new GeoPoint(latitude, longitude);

    assertThat(point.distanceKm(MIAMI)).isCloseTo(MIAMI.distanceKm(point), within(1e-6));
    assertThat(point.distanceKm(point)).isZero();
    assertThat(point.distanceKm(point.roughly())).isLessThan(0.8);
  }

  @Test
  void refusesPlacesOffTheEarth() {
    assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(90.0001, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(0, -180.0001));
    assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(Double.NaN, 0));
  }

  @Test
  void holdsWhatLiesInTheBoxEdgesIncluded() {
    GeoBox box = new GeoBox(25, -81, 26, -80);

    assertThat(box.contains(MIAMI)).isTrue();
    assertThat(box.contains(AUSTIN)).isFalse();
    assertThat(box.contains(new GeoPoint(25, -81))).isTrue();
    assertThat(box.contains(new GeoPoint(26, -80))).isTrue();
    assertThat(box.contains(new GeoPoint(26.0001, -80))).isFalse();
    assertThat(box.contains(new GeoPoint(24.9999, -80))).isFalse();
    assertThat(box.contains(new GeoPoint(25, -79.9999))).isFalse();
  }

  @Test
  void refusesBoxesInsideOut() {
    assertThatIllegalArgumentException().isThrownBy(() -> new GeoBox(26, -81, 25, -80));
    assertThatIllegalArgumentException().isThrownBy(() -> new GeoBox(25, -80, 26, -81));
    assertThatIllegalArgumentException().isThrownBy(() -> new GeoBox(-91, 0, 0, 0));
  }
}
