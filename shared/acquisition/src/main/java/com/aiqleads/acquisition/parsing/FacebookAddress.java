package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.parsing.Readings.Said;
import com.aiqleads.kernel.GeoPoint;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where an advertisement says that the home stands.
record FacebookAddress(FacebookAnswers answers) {

  private static final double SAME_PLACE_KM = 0.2;

  RawAddress address() {
    RawAddress line =
        answers
            .all()
            .map(part -> ZillowText.address(part.get("home_address").get("street").text()))
            .filter(each -> !each.equals(RawAddress.UNKNOWN))
            .findFirst()
            .orElse(RawAddress.UNKNOWN);
    RawAddress shown =
        answers
            .all()
            .map(part -> FacebookText.place(part.get("location_text").get("text").text()))
            .filter(each -> !each.equals(RawAddress.UNKNOWN))
            .findFirst()
            .orElse(RawAddress.UNKNOWN);
    String street = line.street() == null ? street() : line.street();
    return new RawAddress(
        street,
        place("city", ZillowText::present, shown.city(), line.city()),
        place("state", ZillowText::present, shown.state(), line.state()),
        place("postal_code", FacebookText::zip, shown.zip(), line.zip()));
  }

  private @Nullable String street() {
    return answers.said(
        "street",
        ZillowText::sameWords,
        "home_address.street",
        part -> ZillowText.street(part.get("home_address").get("street").text()),
        List.of());
  }

  private @Nullable String place(
      String name,
      Function<@Nullable String, @Nullable String> reading,
      @Nullable String shown,
      @Nullable String ofLine) {
    return answers.said(
        name.replace("postal_code", "zip"),
        ZillowText::sameWords,
        "location.reverse_geocode_detailed",
        part ->
            reading.apply(part.get("location").get("reverse_geocode_detailed").get(name).text()),
        List.of(
            new Said<>("location_text.text", shown), new Said<>("home_address.street", ofLine)));
  }

  @Nullable GeoPoint location() {
    return answers.said(
        "location",
        (one, other) -> one.distanceKm(other) <= SAME_PLACE_KM,
        "location.latitude, longitude",
        part -> {
          Json own = part.get("location");
          return CraigslistText.point(own.get("latitude").text(), own.get("longitude").text());
        },
        List.of());
  }
}
