package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.standing.Around;
import com.aiqleads.acquisition.standing.HomeText;
import com.aiqleads.acquisition.standing.Kin;
import com.aiqleads.acquisition.standing.Level;
import com.aiqleads.acquisition.standing.Marks;
import com.aiqleads.acquisition.standing.Standings;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One round trip a lead: who shares its marks, and what comparable homes cost.
final class PostgresStandings implements Standings {

  private static final String OWN_OF_LEAD =
      """
      select distinct mark.mark, mark.kind, mark.name
      from advertisements as advertisement join marks as mark using (listing_id)
      where advertisement.lead_id = ?
      """;

  private static final String OWN_POSTED =
      "select mark, kind, name from unnest(?::uuid[], ?::text[], ?::uuid[]) as posted (mark, kind,"
          + " name)";

  private static final String LEVEL_OF =
      """
      select count(*)::integer as homes, percentile_disc(0.5) within group (order by cost) as median
      from (
        select price_minor_units / living_area_sqft as cost
        from advertisements
        where\s""";

  private static final String LEVEL =
      """
       = ? and property_type = ? and lead_id <> ?
          and price_minor_units is not null and living_area_sqft > 0
        order by listing_id
        limit ?) as comparable
      """;

  private static final String SHARING =
      """
      ), sharing as (
        select other.listing_id,
          count(distinct other.mark) filter (where own.kind = 'text')::integer as texts,
          bool_or(own.kind = 'photo') as photo,
          bool_or(own.kind = 'contact') as contact,
          bool_or(own.kind = 'account') as account,
          coalesce(bool_or(own.name <> other.name) and not bool_or(own.name = other.name), false)
            as renamed
        from own cross join lateral (
          select listing_id, mark, name, count(*) over () as having
          from (
            select listing_id, mark, name from marks where marks.mark = own.mark
            limit ?) as few) as other
        where own.kind in ('contact', 'account') or other.having <= ?
        group by other.listing_id
        having bool_or(own.kind <> 'text')
          or count(distinct other.mark) filter (where own.kind = 'text') >= ?
      )
      select coalesce(market.homes, near.homes) as homes,
        coalesce(market.median, near.median) as median, kin.*
      from near left join market on true left join lateral (
        select sharing.*, exists (
            select from advertisements as other
            where other.lead_id = advertisement.lead_id and other.person_id is not null) as known,
          lead_id, street, zip, state,
          price_minor_units, bedrooms, living_area_sqft, first_seen_at
        from sharing join advertisements as advertisement using (listing_id)
        where lead_id <> ?) as kin on true
      """;

  private static final String OF_LEAD = around(OWN_OF_LEAD);
  private static final String OF_POSTED = around(OWN_POSTED);

  /// Of no lead.
  private static final LeadId NOBODY = new LeadId(new UUID(0, 0));

  /// A row: what homes cost, and perhaps one that shares something.
  private record Row(Level level, Optional<Kin> kin) {}

  private final Database database;
  private final BlindKeys blindKeys;

  PostgresStandings(Database database, BlindKeys blindKeys) {
    this.database = database;
    this.blindKeys = blindKeys;
  }

  /// The marks, the ZIP code's level, the market's, each with its parameters; the lead.
  private static String around(String own) {
    return "with own as ("
        + own
        + "), near as ("
        + level("zip")
        + "), market as (select * from (select 1) as one cross join lateral ("
        + level("market")
        + ") as level where (select homes from near) < ?"
        + SHARING;
  }

  private static String level(String place) {
    return LEVEL_OF + place + LEVEL;
  }

  @Override
  public Around around(Lead lead) {
    return around(
        OF_LEAD,
        next -> next.set(lead.id().value()),
        lead.address(),
        lead.listing().property().type(),
        lead.market(),
        lead.id());
  }

  @Override
  public Around around(Marks marks, Address address, PropertyType type, String market) {
    return around(
        OF_POSTED,
        next -> BlindMarks.of(marks, blindKeys).bind(next),
        address,
        type,
        market,
        NOBODY);
  }

  private interface Own {
    void bind(Parameters next) throws SQLException;
  }

  private Around around(
      String query, Own own, Address address, PropertyType type, String market, LeadId itself) {
    List<Row> rows =
        database.query(
            query,
            find -> {
              Parameters next = new Parameters(find, 1);
              own.bind(next);
              level(next, address.zip(), type, itself);
              level(next, market, type, itself);
              next.set(Level.MIN_HOMES, Types.INTEGER);
              next.set(MAX_SHARING + 1, Types.INTEGER);
              next.set(MAX_SHARING, Types.INTEGER);
              next.set(HomeText.ALIKE_FROM_PHRASES, Types.INTEGER);
              next.set(itself.value());
            },
            PostgresStandings::row);
    return new Around(
        rows.stream().flatMap(row -> row.kin().stream()).toList(), rows.getFirst().level());
  }

  private static void level(Parameters next, String where, PropertyType type, LeadId itself)
      throws SQLException {
    next.set(where);
    next.set(type.id());
    next.set(itself.value());
    next.set(Level.MAX_HOMES, Types.INTEGER);
  }

  private static Row row(ResultSet row) throws SQLException {
    int homes = row.getInt("homes");
    UUID lead = row.getObject("lead_id", UUID.class);
    return new Row(
        homes == 0 ? Level.UNKNOWN : new Level(homes, row.getLong("median")), kin(row, lead));
  }

  private static Optional<Kin> kin(ResultSet row, @Nullable UUID lead) throws SQLException {
    if (lead == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Kin(
            new LeadId(lead),
            row.getInt("texts"),
            row.getBoolean("photo"),
            row.getBoolean("contact"),
            row.getBoolean("account"),
            row.getBoolean("renamed"),
            row.getBoolean("known"),
            row.getObject("first_seen_at", OffsetDateTime.class).toInstant(),
            new Kin.Home(
                row.getString("street"),
                row.getString("zip"),
                row.getString("state"),
                row.getObject("price_minor_units", Long.class),
                row.getObject("bedrooms", Integer.class),
                row.getObject("living_area_sqft", Integer.class))));
  }
}
