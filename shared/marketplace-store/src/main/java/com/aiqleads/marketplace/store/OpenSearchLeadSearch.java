package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.Cell;
import com.aiqleads.marketplace.search.Facet;
import com.aiqleads.marketplace.search.FacetValue;
import com.aiqleads.marketplace.search.Filter;
import com.aiqleads.marketplace.search.Found;
import com.aiqleads.marketplace.search.Hit;
import com.aiqleads.marketplace.search.IndexUnavailable;
import com.aiqleads.marketplace.search.LeadMap;
import com.aiqleads.marketplace.search.LeadQuery;
import com.aiqleads.marketplace.search.LeadSearch;
import com.aiqleads.marketplace.search.MapQuery;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// Search by the index. A page costs one request of several parts: the hits, which are never the
/// same, and the counts, which OpenSearch keeps until the index changes.
final class OpenSearchLeadSearch implements LeadSearch {
  private static final String PATH =
      "/_msearch?filter_path=responses.status,responses.error.type,responses.hits.total.value,"
          + "responses.hits.hits._id,responses.hits.hits.sort,responses.hits.hits.fields,"
          + "responses.aggregations";

  private final OpenSearch openSearch;
  private final String index;

  OpenSearchLeadSearch(OpenSearch openSearch, String index) {
    this.openSearch = openSearch;
    this.index = index;
  }

  @Override
  public Found find(LeadQuery query) {
    IndexQuestions questions = new IndexQuestions();
    questions.hits(query);
    Filter filter = query.filter();
    List<Facet> open =
        Arrays.stream(Facet.values()).filter(facet -> !filter.chosen().containsKey(facet)).toList();
    questions.counts(filter, open);
    List<Facet> chosen = List.copyOf(filter.chosen().keySet());
    chosen.forEach(facet -> questions.counts(filter.without(facet), List.of(facet)));

    List<JsonNode> answers = ask(questions);
    Map<Facet, List<FacetValue>> facets = new EnumMap<>(Facet.class);
    open.forEach(facet -> facets.put(facet, values(answers.get(1), facet)));
    for (int i = 0; i < chosen.size(); i++) {
      facets.put(chosen.get(i), values(answers.get(2 + i), chosen.get(i)));
    }
    return new Found(total(answers.get(1)), hits(answers.get(0)), facets);
  }

  @Override
  public LeadMap map(MapQuery query) {
    IndexQuestions count = new IndexQuestions();
    count.counts(query.filter(), List.of());
    long total = total(ask(count).getFirst());

    IndexQuestions points = new IndexQuestions();
    if (total <= MapQuery.MAX_POINTS) {
      points.pins(query.filter());
      return new LeadMap.Leads(total, pins(ask(points).getFirst()));
    }
    points.squares(query.filter(), query.step());
    List<LeadMap.Square> squares = squares(ask(points).getFirst());
    return new LeadMap.Squares(total, query.step(), squares);
  }

  private List<JsonNode> ask(IndexQuestions questions) {
    var reply = openSearch.sendLines(PATH, questions.lines(index));
    List<JsonNode> answers = list(OpenSearch.success(reply, "search").get("responses"));
    for (JsonNode answer : answers) {
      int status = answer.get("status").getIntValue();
      if (status != 200) {
        throw new IndexUnavailable("search was answered %d: %s".formatted(status, cause(answer)));
      }
    }
    return answers;
  }

  /// What the index calls the failure; its longer reason may quote what somebody searched for.
  private static String cause(JsonNode answer) {
    return answer.get("error").get("type").coerceStringValue();
  }

  private static long total(JsonNode answer) {
    return answer.get("hits").get("total").get("value").getLongValue();
  }

  private static List<Hit> hits(JsonNode answer) {
    List<Hit> hits = new ArrayList<>();
    for (JsonNode hit : hitNodes(answer)) {
      long sortedBy = hit.get("sort").get(0).getNumberValue().longValue();
      hits.add(new Hit(LeadId.parse(hit.get("_id").getStringValue()), sortedBy));
    }
    return hits;
  }

  private static List<LeadMap.Pin> pins(JsonNode answer) {
    List<LeadMap.Pin> pins = new ArrayList<>();
    for (JsonNode hit : hitNodes(answer)) {
      JsonNode fields = hit.get("fields");
      pins.add(
          new LeadMap.Pin(
              LeadId.parse(hit.get("_id").getStringValue()),
              Cell.ofNumber(fields.get("cell").get(0).getIntValue()),
              fields.get("price").get(0).getLongValue()));
    }
    return pins;
  }

  private static List<LeadMap.Square> squares(JsonNode answer) {
    List<LeadMap.Square> squares = new ArrayList<>();
    for (JsonNode bucket : list(answer.get("aggregations").get("squares").get("buckets"))) {
      squares.add(
          new LeadMap.Square(
              Cell.ofNumber(bucket.get("key").getIntValue()),
              bucket.get("doc_count").getLongValue(),
              bucket.get("lowest").get("value").getNumberValue().longValue()));
    }
    return squares;
  }

  private static List<FacetValue> values(JsonNode answer, Facet facet) {
    List<FacetValue> values = new ArrayList<>();
    for (JsonNode bucket : list(answer.get("aggregations").get(facet.name()).get("buckets"))) {
      values.add(
          new FacetValue(
              bucket.get("key").getStringValue(), bucket.get("doc_count").getLongValue()));
    }
    return values;
  }

  /// Filtered out of the answer when there are none.
  private static List<JsonNode> hitNodes(JsonNode answer) {
    JsonNode hits = answer.get("hits");
    JsonNode nodes = hits == null ? null : hits.get("hits");
    return nodes == null ? List.of() : list(nodes);
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.values().spliterator(), false).toList();
  }
}
