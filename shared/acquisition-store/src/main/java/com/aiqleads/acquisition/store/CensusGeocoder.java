package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.address.Geocode;
import com.aiqleads.acquisition.address.Geocoder;
import com.aiqleads.acquisition.address.StreetMatch;
import com.aiqleads.kernel.GeoPoint;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The geocoder of the Census Bureau, one address at a time. It places a house between the numbers
/// at the ends of its street.
final class CensusGeocoder implements Geocoder {

  static final String BENCHMARK = "Public_AR_Current";

  private static final long MAX_BYTES = 256L * 1024;

  @Serdeable
  record Answer(@Nullable Result result) {}

  @Serdeable
  record Result(@Nullable List<Match> addressMatches) {}

  @Serdeable
  record Match(@Nullable String matchedAddress, @Nullable Coordinates coordinates) {}

  /// @param x degrees of longitude
  /// @param y degrees of latitude
  @Serdeable
  record Coordinates(double x, double y) {}

  private final CensusHttp http;
  private final ObjectMapper json;
  private final URI service;
  private final Duration patience;

  CensusGeocoder(CensusHttp http, ObjectMapper json, URI service, Duration patience) {
    this.http = http;
    this.json = json;
    this.service = service;
    this.patience = patience;
  }

  @Override
  public Geocode locate(Address address) {
    return switch (http.send(HttpRequest.newBuilder(question(address)), patience, MAX_BYTES)) {
      case CensusHttp.Reply.Nothing(String why) -> new Geocode.Unanswered(why);
      case CensusHttp.Reply.Said(String text) -> read(address, text);
    };
  }

  private URI question(Address address) {
    return service.resolve(
        "/geocoder/locations/address?benchmark="
            + BENCHMARK
            + "&format=json&street="
            + encoded(address.street())
            + "&city="
            + encoded(address.city())
            + "&state="
            + encoded(address.state())
            + "&zip="
            + encoded(address.zip()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Geocode read(Address address, String text) {
    try {
      Answer answer = json.readValue(text, Answer.class);
      return answer == null || answer.result() == null || answer.result().addressMatches() == null
          ? new Geocode.Unanswered("an answer of another form")
          : judged(address, answer.result().addressMatches());
    } catch (IOException | RuntimeException unreadable) {
      return new Geocode.Unanswered("an answer that is not JSON of its form");
    }
  }

  /// Of several matches, those that are another house do not count.
  private static Geocode judged(Address address, List<Match> matches) {
    List<Geocode> found =
        matches.stream()
            .map(match -> judged(address, match))
            .filter(Geocode.Found.class::isInstance)
            .distinct()
            .toList();
    return switch (found.size()) {
      case 0 -> Geocode.NOT_FOUND;
      case 1 -> found.getFirst();
      default -> Geocode.AMBIGUOUS;
    };
  }

  /// The answer does not say whether it is exact: it is, if the streets are the same.
  private static Geocode judged(Address address, Match match) {
    String matched = match.matchedAddress();
    Coordinates place = match.coordinates();
    return matched == null || place == null
        ? Geocode.NOT_FOUND
        : StreetMatch.judged(address, matched, new GeoPoint(place.y(), place.x()), false);
  }
}
