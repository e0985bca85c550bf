package com.aiqleads.local.product;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.search.IndexChange;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// The leads on sale by the system of record and by the search index, each with its version and its
/// price's revision. The index is asked itself: the product would answer from the database if it
/// could not.
record IndexAccounts(Set<String> onSale, Set<String> found) {

  /// As many as one answer holds.
  private static final int MOST = 10_000;

  static IndexAccounts read(URI admin, Connection marketplace) throws SQLException {
    return new IndexAccounts(onSale(marketplace), found(new ApiClient(openSearch(admin))));
  }

  /// What can be bought, or was changed, and search knows nothing of it.
  Set<String> missing() {
    Set<String> missing = new TreeSet<>(onSale);
    missing.removeAll(found);
    return missing;
  }

  /// What search finds and cannot be bought, at least not like that.
  Set<String> leftOver() {
    Set<String> left = new TreeSet<>(found);
    left.removeAll(onSale);
    return left;
  }

  static URI openSearch(URI admin) {
    for (JsonNode service : new ApiClient(admin).json("/services").path("services")) {
      if (service.path("name").asText().equals("opensearch")) {
        return URI.create("http://127.0.0.1:" + service.path("port").asInt());
      }
    }
    throw new IllegalStateException("there is no opensearch");
  }

  private static Set<String> onSale(Connection marketplace) throws SQLException {
    Set<String> leads = new TreeSet<>();
    try (Statement statement = marketplace.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select lead_id, version, revision from offers where standing = 'ON_SALE'")) {
      while (rows.next()) {
        String lead = new LeadId(rows.getObject("lead_id", UUID.class)).text();
        leads.add(entry(lead, rows.getLong("version"), rows.getLong("revision")));
      }
    }
    return leads;
  }

  private static Set<String> found(ApiClient openSearch) {
    openSearch.post("/leads/_refresh", new byte[0]);
    JsonNode hits =
        openSearch
            .json("/leads/_search?_source_includes=sale_order&q=_exists_:price&size=" + MOST)
            .path("hits")
            .path("hits");
    if (!hits.isArray() || hits.size() == MOST) {
      throw new IllegalStateException("the index cannot be read as a whole");
    }
    Set<String> leads = new TreeSet<>();
    hits.forEach(hit -> leads.add(entry(hit)));
    return leads;
  }

  private static String entry(JsonNode hit) {
    long order = hit.path("_source").path("sale_order").asLong();
    return entry(
        hit.path("_id").asText(), order / IndexChange.REVISIONS, order % IndexChange.REVISIONS);
  }

  private static String entry(String lead, long version, long revision) {
    return lead + " version " + version + " revision " + revision;
  }
}
