package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.search.IndexAnswer;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.IndexUnavailable;
import com.aiqleads.marketplace.search.LeadIndex;
import io.micronaut.json.tree.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The alias `leads` over one index `leads-v<mapping version>…`. A write that finds no alias makes
/// the first index; later ones are made by rebuilding.
final class OpenSearchLeadIndex implements LeadIndex {
  private static final String BULK =
      "/_bulk?require_alias=true&filter_path=items.*.status,items.*.error.type";

  /// That a lead is full is to be found within two seconds of the hold, of which the batch has
  /// waited one: the index does not wait another.
  private static final String AT_ONCE = "&refresh=true";

  private static final int NOT_FOUND = 404;

  /// Says nothing of the document but of the index or of us: not there, too busy, blocked for
  /// writing, not ours to write, or changed by others all the time.
  private static final Set<Integer> MAY_HEAL = Set.of(401, 403, NOT_FOUND, 408, 409, 429);

  /// An index of an older mapping, until it is rebuilt.
  private static final String UNKNOWN_FIELD = "strict_dynamic_mapping_exception";

  private static final String EXISTS = "resource_already_exists_exception";

  private final OpenSearch openSearch;
  private final IndexNames names;
  private final Map<String, Object> mapping;
  private final InstantSource clock;

  OpenSearchLeadIndex(
      OpenSearch openSearch, IndexNames names, Map<String, Object> mapping, InstantSource clock) {
    this.openSearch = openSearch;
    this.names = names;
    this.mapping = mapping;
    this.clock = clock;
  }

  @Override
  public List<IndexAnswer> apply(List<IndexChange> changes) {
    String query = changes.stream().anyMatch(IndexChange.Open.class::isInstance) ? AT_ONCE : "";
    Written written = write(names.alias(), query, changes);
    if (written.isNowhere()) {
      create(names.first(), withAlias(names.alias()));
      written = write(names.alias(), query, changes);
    }
    if (written.isNowhere()) {
      throw new IndexUnavailable("the alias " + names.alias() + " leads nowhere");
    }
    return written.answers();
  }

  @Override
  public Fresh fresh() {
    FreshIndex fresh = new FreshIndex(names.next(clock.millis()));
    create(fresh.index, withAlias(fresh.filling()));
    return fresh;
  }

  private Map<String, Object> withAlias(String alias) {
    Map<String, Object> body = new LinkedHashMap<>(mapping);
    body.put("aliases", Map.of(alias, Map.of()));
    return body;
  }

  /// What became of a request; without an index there is none for any of its changes.
  private record Written(boolean isNowhere, List<IndexAnswer> answers) {}

  /// Only ever to an alias: a write to an index that is not there would make one without mapping.
  private Written write(String alias, String query, List<IndexChange> changes) {
    if (changes.isEmpty()) {
      return new Written(false, List.of());
    }
    OpenSearch.Reply reply = openSearch.sendLines("/" + alias + BULK + query, lines(changes));
    if (reply.isNotFound()) {
      return new Written(true, List.of());
    }
    JsonNode answer = OpenSearch.success(reply, "write to the index");
    boolean isNowhere = false;
    List<IndexAnswer> answers = new ArrayList<>();
    for (JsonNode item : answer.get("items").values()) {
      JsonNode result = item.values().iterator().next();
      isNowhere |= result.get("status").getIntValue() == NOT_FOUND;
      answers.add(answer(result));
    }
    return new Written(isNowhere, answers);
  }

  /// Without a reason in words: it may cite the lead.
  private static IndexAnswer answer(JsonNode result) {
    int status = result.get("status").getIntValue();
    if (status < OpenSearch.SUCCESS_END) {
      return new IndexAnswer.Taken();
    }
    String cause = errorType(result);
    String reason = "the index refused a lead: " + status + " " + cause;
    return status >= OpenSearch.SERVER_ERROR
            || MAY_HEAL.contains(status)
            || cause.equals(UNKNOWN_FIELD)
        ? new IndexAnswer.Postponed(reason)
        : new IndexAnswer.Refused(reason);
  }

  /// Somebody else may be making it just now: then it is there as well.
  private void create(String index, Map<String, Object> body) {
    OpenSearch.Reply reply = openSearch.send("PUT", "/" + index, body);
    if (!reply.isSuccess() && !EXISTS.equals(errorType(reply.body()))) {
      throw new IllegalStateException("cannot make index " + index + ": " + reply.status());
    }
  }

  private static String errorType(JsonNode answer) {
    JsonNode error = answer.get("error");
    JsonNode type = error == null ? null : error.get("type");
    return type == null ? "" : type.coerceStringValue();
  }

  private static List<Map<String, Object>> lines(List<IndexChange> changes) {
    return changes.stream().flatMap(change -> IndexUpdate.lines(change).stream()).toList();
  }

  private final class FreshIndex implements Fresh {
    private final String index;

    FreshIndex(String index) {
      this.index = index;
    }

    String filling() {
      return index + "-filling";
    }

    @Override
    public List<IndexAnswer> put(List<IndexChange> changes) {
      Written written = write(filling(), "", changes);
      if (written.isNowhere()) {
        throw new IllegalStateException("the new index " + index + " is gone");
      }
      return written.answers();
    }

    @Override
    public void takeOver() {
      OpenSearch.success(openSearch.post("/" + index + "/_refresh"), "refresh");
      List<Object> actions = new ArrayList<>();
      actions.add(Map.of("add", Map.of("index", index, "alias", names.alias())));
      actions.add(Map.of("remove", Map.of("index", index, "alias", filling())));
      var others = openSearch.get("/" + names.all() + "/_alias");
      for (Map.Entry<String, JsonNode> other : others.body().entries()) {
        if (!other.getKey().equals(index)) {
          actions.add(Map.of("remove_index", Map.of("index", other.getKey())));
        }
      }
      var switched = openSearch.send("POST", "/_aliases", Map.of("actions", actions));
      OpenSearch.success(switched, "switch to " + index);
    }
  }
}
