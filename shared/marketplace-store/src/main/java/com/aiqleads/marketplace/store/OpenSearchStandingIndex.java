package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.search.IndexUnavailable;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.StandingIndex;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrderId;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// An index of what orders want, which leads ask for. A new version of the mapping is another
/// index, which is missing at first, and so is made and filled.
final class OpenSearchStandingIndex implements StandingIndex {

  static final int MAPPING = 2;

  /// Of one answer; what is more comes in the next.
  private static final int PAGE = 10_000;

  private static final int MOST_PAGES = 100;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final String EXISTS = "resource_already_exists_exception";

  private final OpenSearch openSearch;
  private final String alias;
  private final Map<String, Object> mapping;

  OpenSearchStandingIndex(OpenSearch openSearch, String name, Map<String, Object> mapping) {
    this.openSearch = openSearch;
    this.alias = name + "-v" + MAPPING;
    this.mapping = mapping;
  }

  /// To be found once this has come back.
  @Override
  public Set<StandingOrderId> put(Collection<StandingOrder> orders) {
    if (orders.isEmpty()) {
      return Set.of();
    }
    OpenSearch.Reply reply =
        openSearch.sendLines(
            "/" + alias + "/_bulk?require_alias=true&refresh=true&filter_path=items.*.status",
            orders.stream().flatMap(OpenSearchStandingIndex::lines).toList());
    Iterator<JsonNode> items =
        OpenSearch.success(found(reply), "write standing orders").get("items").values().iterator();
    Set<StandingOrderId> refused = new LinkedHashSet<>();
    // One item for each, in their order.
    for (StandingOrder order : orders) {
      int status = items.next().values().iterator().next().get("status").getIntValue();
      if (isRefused(status)) {
        refused.add(order.id());
      }
    }
    return refused;
  }

  /// A conflict says that a newer version is there.
  private boolean isRefused(int status) {
    if (status == NOT_FOUND) {
      throw new Missing(alias);
    }
    if (status == TOO_MANY_REQUESTS || status >= OpenSearch.SERVER_ERROR) {
      throw new IndexUnavailable("a standing order was answered " + status);
    }
    return status >= OpenSearch.SUCCESS_END && status != CONFLICT;
  }

  private OpenSearch.Reply found(OpenSearch.Reply reply) {
    if (reply.isNotFound()) {
      throw new Missing(alias);
    }
    return reply;
  }

  private static Stream<Map<String, Object>> lines(StandingOrder order) {
    return Stream.of(
        Map.of(
            "index",
            Map.of(
                "_id", order.id().text(),
                "version", order.version(),
                "version_type", "external")),
        StandingDocument.of(order));
  }

  @Override
  public List<StandingOrderId> wanting(Arrival arrival, Instant moment) {
    List<StandingOrderId> wanting = new ArrayList<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      String last = wanting.isEmpty() ? "" : wanting.getLast().text();
      List<StandingOrderId> found = page(arrival, moment, last);
      wanting.addAll(found);
      if (found.size() < PAGE) {
        return wanting;
      }
    }
    throw new IllegalStateException("more than " + MOST_PAGES * PAGE + " orders want one lead");
  }

  private List<StandingOrderId> page(Arrival arrival, Instant moment, String last) {
    Map<String, Object> question = new LinkedHashMap<>();
    question.put("query", StandingDocument.wanting(arrival, moment));
    // Counted and not fetched: an id stands in the index, and would be read from the document.
    question.put("size", 0);
    question.put("track_total_hits", false);
    question.put("aggs", Map.of("orders", Map.of("composite", ids(last))));
    OpenSearch.Reply reply =
        openSearch.send(
            "POST",
            "/"
                + alias
                + "/_search?filter_path=aggregations.orders.buckets.key"
                + "&allow_partial_search_results=false",
            question);
    JsonNode answer = OpenSearch.success(found(reply), "ask who wants a lead");
    JsonNode aggregations = answer.get("aggregations");
    return aggregations == null ? List.of() : ids(aggregations.get("orders").get("buckets"));
  }

  private static Map<String, Object> ids(String last) {
    Map<String, Object> composite = new LinkedHashMap<>();
    composite.put("size", PAGE);
    composite.put(
        "sources",
        List.of(Map.of("order", IndexFilter.clause("terms", "field", "standing_order"))));
    if (!last.isEmpty()) {
      composite.put("after", Map.of("order", last));
    }
    return composite;
  }

  private static List<StandingOrderId> ids(JsonNode buckets) {
    List<StandingOrderId> ids = new ArrayList<>();
    for (JsonNode bucket : buckets.values()) {
      ids.add(StandingOrderId.parse(bucket.get("key").get("order").getStringValue()));
    }
    return ids;
  }

  @Override
  public void make() {
    Map<String, Object> body = new LinkedHashMap<>(mapping);
    body.put("aliases", Map.of(alias, Map.of()));
    OpenSearch.Reply reply = openSearch.send("PUT", "/" + alias + "-1", body);
    if (!reply.isSuccess()) {
      JsonNode error = reply.body().get("error");
      String type = error == null ? "" : error.get("type").coerceStringValue();
      if (!type.equals(EXISTS)) {
        throw new IllegalStateException("cannot make index " + alias + ": " + reply.status());
      }
    }
  }
}
