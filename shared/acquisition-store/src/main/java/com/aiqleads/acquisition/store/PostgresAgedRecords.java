package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.retaining.AgedRecords;
import com.aiqleads.acquisition.retaining.RetentionRule;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.database.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Statements that name a batch of rows by their key and delete that, so that none locks for long.
record PostgresAgedRecords(Database database) implements AgedRecords {

  /// What is seen of an advertisement after its end counts again.
  private static final String LEADS =
      """
      select advertisement.lead_id, array_agg(advertisement.listing_id) as listings
      from advertisements as advertisement
      left join endings as ending on ending.listing_id = advertisement.listing_id
        and ending.ended_at > advertisement.observed_at
      %s
      group by advertisement.lead_id
      having bool_and(advertisement.observed_at < ? or coalesce(ending.ended_at < ?, false))
      order by advertisement.lead_id
      """;

  private static final Map<RetentionRule, String> ROWS =
      new EnumMap<>(
          Map.of(
              RetentionRule.STRAY_LINEAGE,
              """
              delete from lineage where listing_id in (
                select listing_id from lineage where observed_at < ? and not exists (
                  select from advertisements
                  where advertisements.listing_id = lineage.listing_id)
                limit ?)
              """,
              RetentionRule.REFUSALS,
              """
              delete from refusals where id in (
                select id from refusals where refused_at < ? order by refused_at limit ?)
              """,
              RetentionRule.STRAY_ENDINGS,
              """
              delete from endings where listing_id in (
                select listing_id from endings where ended_at < ? and not exists (
                  select from advertisements
                  where advertisements.listing_id = endings.listing_id)
                limit ?)
              """,
              RetentionRule.PROPOSALS,
              """
              delete from proposals where id in (
                select id from proposals where proposed_at < ? order by proposed_at limit ?)
              """,
              RetentionRule.SCRUBS,
              """
              delete from do_not_call where (phone, list) in (
                select phone, list from do_not_call where looked_at < ? limit ?)
              """));

  @Override
  public Map<LeadId, Set<ListingId>> leads(Instant endedBefore, Instant unseenBefore, int limit) {
    return read(
        database.query(
            LEADS.formatted("") + " limit ?",
            find -> {
              find.setObject(1, time(unseenBefore));
              find.setObject(2, time(endedBefore));
              find.setInt(3, limit);
            },
            row -> Map.entry(row.getObject(1, UUID.class), (UUID[]) row.getArray(2).getArray())));
  }

  @Override
  public Map<LeadId, Set<ListingId>> still(
      Set<LeadId> leads, Instant endedBefore, Instant unseenBefore) {
    return read(
        database.query(
            LEADS.formatted("where advertisement.lead_id = any (?::uuid[])"),
            find -> {
              Parameters.array(find, 1, "uuid", leads.stream().map(LeadId::value).toArray());
              find.setObject(2, time(unseenBefore));
              find.setObject(3, time(endedBefore));
            },
            row -> Map.entry(row.getObject(1, UUID.class), (UUID[]) row.getArray(2).getArray())));
  }

  private static Map<LeadId, Set<ListingId>> read(List<Map.Entry<UUID, UUID[]>> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> new LeadId(row.getKey()),
                row ->
                    Arrays.stream(row.getValue()).map(ListingId::new).collect(Collectors.toSet()),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  @Override
  public int forget(RetentionRule rule, Instant before, int limit) {
    String statement = ROWS.get(rule);
    if (statement == null) {
      throw new IllegalArgumentException(rule + " is not of single rows");
    }
    return database.update(
        statement,
        row -> {
          row.setObject(1, time(before));
          row.setInt(2, limit);
        });
  }

  @Override
  public List<RetentionRule> ofRows() {
    return List.copyOf(ROWS.keySet());
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
