package com.aiqleads.marketplace.searchleads;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.http.BadInput;
import com.aiqleads.lambda.http.Cursor;
import com.aiqleads.lambda.http.WrongField;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.FilterReader;
import com.aiqleads.marketplace.search.Hit;
import com.aiqleads.marketplace.search.LeadQuery;
import com.aiqleads.marketplace.search.MapQuery;
import com.aiqleads.marketplace.search.QueryParameters;
import com.aiqleads.marketplace.search.Readers;
import com.aiqleads.marketplace.search.Sort;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a question for leads, or refuses it with everything that is wrong.
final class QueryReader {
  private static final Set<String> PAGING = Set.of("limit", "cursor");
  private static final Set<String> NOT_ON_A_MAP = Set.of("near", "radiusKm");

  static final Set<String> NAMES =
      Stream.of(FilterReader.NAMES, PAGING, Set.of("sort"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  static final Set<String> MAP_NAMES =
      FilterReader.NAMES.stream()
          .filter(name -> !NOT_ON_A_MAP.contains(name))
          .collect(Collectors.toUnmodifiableSet());

  private QueryReader() {}

  /// A question, and how to go on after its last hit.
  record Question(LeadQuery query, String hash) {
    String cursorAfter(Hit hit) {
      String sort = query.sort().parameter();
      List<String> last = List.of(Long.toString(hit.sortedBy()));
      return new Cursor(sort, last, hit.leadId().text(), hash).text();
    }
  }

  static Question read(Map<String, List<String>> given, Instant now) {
    QueryParameters parameters = new QueryParameters(given, NAMES);
    Filter filter = new FilterReader(parameters, now).read();
    Sort sort = sort(parameters);
    int limit = limit(parameters);
    String hash = Cursor.hashOf(parameters.withoutPaging(PAGING));
    @Nullable Hit after = after(parameters, sort, hash);
    refuseWrong(parameters);
    return new Question(new LeadQuery(filter, sort, limit, after), hash);
  }

  static MapQuery readMap(Map<String, List<String>> given, Instant now) {
    QueryParameters parameters = new QueryParameters(given, MAP_NAMES);
    Filter filter = new FilterReader(parameters, now).read();
    var box = parameters.text("box").flatMap(Readers::box);
    if (!parameters.has("box")) {
      parameters.refuse("box", FilterReader.BOX_RULE);
    }
    refuseWrong(parameters);
    return new MapQuery(filter, box.orElseThrow());
  }

  /// With everything that is wrong with them, if anything is.
  static void refuseWrong(QueryParameters parameters) {
    if (!parameters.wrong().isEmpty()) {
      throw new BadInput(
          parameters.wrong().stream().map(one -> new WrongField(one.name(), one.rule())).toList());
    }
  }

  private static Sort sort(QueryParameters parameters) {
    String names =
        Arrays.stream(Sort.values()).map(Sort::parameter).collect(Collectors.joining(", "));
    Sort sort = parameters.value("sort", "must be one of " + names, Sort::find).orElse(Sort.NEWEST);
    if (sort == Sort.NEAREST && !parameters.has("near")) {
      parameters.refuse("sort", "by distance needs near");
    }
    return sort;
  }

  private static int limit(QueryParameters parameters) {
    return parameters
        .value(
            "limit",
            "must be a whole number from 1 to " + LeadQuery.MAX_LIMIT,
            text -> Readers.whole(text).filter(limit -> limit >= 1 && limit <= LeadQuery.MAX_LIMIT))
        .orElse(LeadQuery.DEFAULT_LIMIT);
  }

  private static @Nullable Hit after(QueryParameters parameters, Sort sort, String hash) {
    Optional<String> cursor = parameters.text("cursor");
    if (cursor.isEmpty()) {
      return null;
    }
    try {
      Cursor place = Cursor.parse(cursor.orElseThrow(), sort.parameter(), hash);
      return new Hit(LeadId.parse(place.id()), Long.parseLong(place.last().getFirst()));
    } catch (BadInput wrong) {
      wrong.wrongFields().forEach(one -> parameters.refuse(one.field(), one.message()));
    } catch (IllegalArgumentException | NoSuchElementException _) {
      parameters.refuse("cursor", "is not one of ours");
    }
    return null;
  }
}
