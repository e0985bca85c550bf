package com.aiqleads.acquisition.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Accuracy;
import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Location;
import com.aiqleads.kernel.GeoPoint;
import org.junit.jupiter.api.Test;

class GazetteerTest {

  private static final Gazetteer GAZETTEER = Gazetteer.shipped();
  private static final GeoPoint MIAMI = new GeoPoint(25.77, -80.20);

  @Test
  void findsTheMiddleOfTheZipCode() {
    Location location = found("MIAMI", "FL", "33137");

    assertThat(location.accuracy()).isEqualTo(Accuracy.ZIP);
    assertThat(location.point().distanceKm(MIAMI)).isLessThan(20);
  }

  @Test
  void findsTheMiddleOfTheCityIfTheZipCodeLiesElsewhere() {
    Location location = found("MIAMI", "FL", "30030");

    assertThat(location.accuracy()).isEqualTo(Accuracy.CITY);
    assertThat(location.point().distanceKm(MIAMI)).isLessThan(30);
  }

  @Test
  void findsNothingItDoesNotKnow() {
    assertThat(locate("NOME", "AK", "99762")).isEqualTo(Geocode.NOT_FOUND);
  }

  private static Location found(String city, String state, String zip) {
    assertThat(locate(city, state, zip)).isInstanceOf(Geocode.Found.class);
    return ((Geocode.Found) locate(city, state, zip)).location();
  }

  private static Geocode locate(String city, String state, String zip) {
    return GAZETTEER.locate(new Address("12 ANY ST", null, city, state, zip));
  }
}
