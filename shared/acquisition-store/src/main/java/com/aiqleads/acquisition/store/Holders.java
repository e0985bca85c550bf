package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Who has which key, and what is known of the advertisements themselves: the lead of each, and
/// when it ended.
record Holders(
    Map<UUID, List<LeadId>> leads,
    Map<UUID, UUID> persons,
    Map<ListingId, LeadId> own,
    Map<ListingId, Instant> ended) {

  /// Of each key the newest leads, and its person.
  private static final String HOLDERS =
      """
      select asked.key, holder.lead_id, null::uuid as person_id, null::uuid as listing_id,
        null::timestamptz as ended_at
      from unnest(?::uuid[]) as asked (key)
      cross join lateral (
        select lead_id from blocking_keys where blocking_keys.key = asked.key
        order by lead_id desc limit ?) as holder
      union all
      select key, null, person_id, null, null from person_keys where key = any (?::uuid[])
      union all
      select null, lead_id, null, listing_id, null
      from advertisements where listing_id = any (?::uuid[])
      union all
      select null, null, null, listing_id, ended_at
      from endings where listing_id = any (?::uuid[])
      """;

  static Holders read(
      Database database, Collection<UUID> keys, Collection<ListingId> advertisements) {
    Object[] hashes = keys.toArray();
    Object[] listings = advertisements.stream().map(ListingId::value).toArray();
    Holders holders =
        new Holders(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    database.query(
        HOLDERS,
        find -> {
          Parameters next = new Parameters(find, 1);
          next.array("uuid", hashes);
          next.set(Leads.MAX_CANDIDATES);
          next.array("uuid", hashes);
          next.array("uuid", listings);
          next.array("uuid", listings);
        },
        holders::add);
    return holders;
  }

  /// Each row says one thing.
  private boolean add(ResultSet row) throws SQLException {
    UUID key = row.getObject("key", UUID.class);
    UUID lead = row.getObject("lead_id", UUID.class);
    if (key == null) {
      ListingId listing = new ListingId(row.getObject("listing_id", UUID.class));
      if (lead != null) {
        own.put(listing, new LeadId(lead));
      }
      PostgresLeads.ended(row).ifPresent(at -> ended.put(listing, at));
    } else if (lead == null) {
      persons.put(key, row.getObject("person_id", UUID.class));
    } else {
      leads.computeIfAbsent(key, _ -> new ArrayList<>()).add(new LeadId(lead));
    }
    return true;
  }
}
