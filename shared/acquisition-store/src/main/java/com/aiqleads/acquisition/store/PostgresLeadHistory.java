package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.matching.Evidence;
import com.aiqleads.acquisition.resolution.Edge;
import com.aiqleads.acquisition.resolution.LeadHistory;
import com.aiqleads.acquisition.resolution.Split;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads why a lead is what it is.
record PostgresLeadHistory(Database database) {

  private static final String EDGES =
      """
      select edge.* from edges as edge
      join advertisements as advertisement on advertisement.listing_id = edge.listing_id
      where advertisement.lead_id = ?
      order by edge.listing_id, edge.bits desc
      """;

  private static final String SPLITS =
      "select * from splits where lead_id = ? or part_id = ? order by split_at";

  private record Found(ListingId listing, Edge edge) {}

  LeadHistory of(LeadId lead) {
    Map<ListingId, List<Edge>> edges =
        database
            .query(EDGES, find -> find.setObject(1, lead.value()), PostgresLeadHistory::edge)
            .stream()
            .collect(
                Collectors.groupingBy(
                    Found::listing, Collectors.mapping(Found::edge, Collectors.toList())));
    List<Split.Past> splits =
        database.query(
            SPLITS,
            find -> {
              find.setObject(1, lead.value());
              find.setObject(2, lead.value());
            },
            PostgresLeadHistory::split);
    return new LeadHistory(edges, splits);
  }

  private static Found edge(ResultSet row) throws SQLException {
    String[] codes = (String[]) row.getArray("evidence").getArray();
    return new Found(
        new ListingId(row.getObject("listing_id", UUID.class)),
        new Edge(
            new ListingId(row.getObject("other_id", UUID.class)),
            new LeadId(row.getObject("lead_id", UUID.class)),
            row.getDouble("bits"),
            Arrays.stream(codes)
                .map(code -> Evidence.valueOf(code.toUpperCase(Locale.ROOT)))
                .toList(),
            row.getBoolean("joined")));
  }

  private static Split.Past split(ResultSet row) throws SQLException {
    return new Split.Past(
        new LeadId(row.getObject("lead_id", UUID.class)),
        new LeadId(row.getObject("part_id", UUID.class)),
        Arrays.stream(PostgresCandidates.uuids(row.getArray("listing_ids")))
            .map(ListingId::new)
            .collect(Collectors.toSet()),
        row.getString("asked_by"),
        row.getString("reason"),
        row.getObject("split_at", OffsetDateTime.class).toInstant());
  }
}
