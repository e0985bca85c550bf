package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.address.Geocode;
import com.aiqleads.acquisition.address.GeocodeMany;
import com.aiqleads.acquisition.address.StreetMatch;
import com.aiqleads.kernel.GeoPoint;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// The geocoder of the Census Bureau, up to ten thousand addresses to a request. Its answer is in
/// arbitrary order, and has fewer cells for what it did not find.
final class CensusBatch implements GeocodeMany {

  /// It takes no more in one file.
  static final int MAX_ROWS = 10_000;

  private static final long MAX_BYTES = 16L * 1024 * 1024;
  private static final int CELLS_OF_A_MATCH = 6;

  private final CensusHttp http;
  private final URI service;
  private final Duration patience;

  CensusBatch(CensusHttp http, URI service, Duration patience) {
    this.http = http;
    this.service = service;
    this.patience = patience;
  }

  @Override
  public Map<Address, Geocode> locate(Collection<Address> addresses) {
    List<Address> distinct = addresses.stream().distinct().toList();
    Map<Address, Geocode> answers = new LinkedHashMap<>();
    for (int from = 0; from < distinct.size(); from += MAX_ROWS) {
      List<Address> part = distinct.subList(from, Math.min(distinct.size(), from + MAX_ROWS));
      answers.putAll(asked(part));
    }
    return answers;
  }

  private Map<Address, Geocode> asked(List<Address> addresses) {
    return switch (http.send(request(addresses), patience, MAX_BYTES)) {
      case CensusHttp.Reply.Nothing(String why) ->
          answers(addresses, Map.of(), new Geocode.Unanswered(why));
      case CensusHttp.Reply.Said(String text) ->
          answers(addresses, rows(text), new Geocode.Unanswered("no row in the answer"));
    };
  }

  private HttpRequest.Builder request(List<Address> addresses) {
    String boundary = "aiqleads-" + UUID.randomUUID();
    String file =
        String.join(
            "\r\n",
            IntStream.range(0, addresses.size())
                .mapToObj(row -> row(row, addresses.get(row)))
                .toList());
    String body =
        part(boundary, "name=\"benchmark\"", CensusGeocoder.BENCHMARK)
            + part(
                boundary,
                "name=\"addressFile\"; filename=\"addresses.csv\"\r\nContent-Type: text/csv",
                file)
            + "--"
            + boundary
            + "--\r\n";
    return HttpRequest.newBuilder(service.resolve("/geocoder/locations/addressbatch"))
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(BodyPublishers.ofString(body));
  }

  private static String part(String boundary, String name, String content) {
    return "--"
        + boundary
        + "\r\nContent-Disposition: form-data; "
        + name
        + "\r\n\r\n"
        + content
        + "\r\n";
  }

  private static String row(int id, Address address) {
    return Csv.row(
        List.of(
            Integer.toString(id),
            address.street(),
            address.city(),
            address.state(),
            address.zip()));
  }

  private static Map<String, List<String>> rows(String text) {
    Map<String, List<String>> rows = new HashMap<>();
    Csv.rows(text).forEach(row -> rows.putIfAbsent(row.getFirst().strip(), row));
    return rows;
  }

  private static Map<Address, Geocode> answers(
      List<Address> addresses, Map<String, List<String>> rows, Geocode otherwise) {
    Map<Address, Geocode> answers = new LinkedHashMap<>();
    for (int id = 0; id < addresses.size(); id++) {
      List<String> row = rows.getOrDefault(Integer.toString(id), List.of());
      answers.put(addresses.get(id), row.size() < 3 ? otherwise : read(addresses.get(id), row));
    }
    return answers;
  }

  /// `id, input, Match, Exact, matched, "lng,lat", line, side`
  private static Geocode read(Address asked, List<String> row) {
    return switch (row.get(2)) {
      case "Match" -> match(asked, row);
      case "No_Match" -> Geocode.NOT_FOUND;
      case "Tie" -> Geocode.AMBIGUOUS;
      default -> new Geocode.Unanswered("a row of another form");
    };
  }

  private static Geocode match(Address asked, List<String> row) {
    String[] place = row.size() < CELLS_OF_A_MATCH ? new String[0] : row.get(5).split(",", -1);
    try {
      return place.length == 2
          ? StreetMatch.judged(
              asked,
              row.get(4),
              new GeoPoint(Double.parseDouble(place[1]), Double.parseDouble(place[0])),
              row.get(3).equals("Exact"))
          : new Geocode.Unanswered("a match without a place");
    } catch (IllegalArgumentException unreadable) {
      return new Geocode.Unanswered("a place that is none");
    }
  }
}
