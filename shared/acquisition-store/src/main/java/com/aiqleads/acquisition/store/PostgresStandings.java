package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.standing.Around;
import com.aiqleads.acquisition.standing.Kin;
import com.aiqleads.acquisition.standing.Level;
import com.aiqleads.acquisition.standing.Marks;
import com.aiqleads.acquisition.standing.Standings;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One round trip a lead: who shares its marks, and what comparable homes cost.
final class PostgresStandings implements Standings {

  private static final String AROUND =
      """
      select * from standing_around(?, ?::uuid[], ?::text[], ?::uuid[], ?, ?, ?)
      """;

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

  @Override
  public Around around(Lead lead) {
    return around(
        next -> {
          next.set(lead.id().value());
          next.none();
          next.none();
          next.none();
        },
        lead.address(),
        lead.listing().property().type(),
        lead.market());
  }

  @Override
  public Around around(Marks marks, Address address, PropertyType type, String market) {
    return around(
        next -> {
          next.set(NOBODY.value());
          BlindMarks.of(marks, blindKeys).bind(next);
        },
        address,
        type,
        market);
  }

  /// The lead, and its marks if nobody has filed it.
  private interface Whom {
    void bind(Parameters next) throws SQLException;
  }

  private Around around(Whom whom, Address address, PropertyType type, String market) {
    List<Row> rows =
        database.query(
            AROUND,
            find -> {
              Parameters next = new Parameters(find, 1);
              whom.bind(next);
              next.set(address.zip());
              next.set(market);
              next.set(type.id());
            },
            PostgresStandings::row);
    return new Around(
        rows.stream().flatMap(row -> row.kin().stream()).toList(), rows.getFirst().level());
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
