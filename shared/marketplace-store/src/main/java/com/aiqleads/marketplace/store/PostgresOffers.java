package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.Offers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One statement for an offer, its slots and its contact: one round trip, all or nothing.
final class PostgresOffers implements Offers {
  /// In the order of the array.
  private static final String LOCK =
      "select pg_advisory_xact_lock(lock) from unnest(?::bigint[]) as lock";

  /// Also for whoever buys several of them: everybody locks them in this order.
  private static final String LOCK_OFFERS =
      "select 1 from offers where lead_id = any (?) order by lead_id for no key update";

  private static final String END =
      """
      with remembered as (
        insert into ended_leads (lead_id, version)
        select ?, ? where not exists (select from offers where lead_id = ? and version >= ?)
        on conflict (lead_id) do update
          set version = excluded.version, ended_at = clock_timestamp()
          where ended_leads.version < excluded.version
        returning lead_id
      ), withdrawn as (
        update offers
        set standing = 'WITHDRAWN', version = ?, correlation_id = ?, changed_at = clock_timestamp()
        where lead_id = ? and version < ?
        returning lead_id
      )
      select exists (select from remembered) as remembered,
        exists (select from withdrawn) as withdrawn
      """;

  private static final String NOTE_GONE =
      """
      update offers set gone_at = coalesce(gone_at, ?)
      where lead_id = ? and version = ? and standing = 'WITHDRAWN'
      """;

  /// A newer offer is of what others advertise; withdrawn, it has kept the contact of an older one.
  private static final String FORGET_CONTACT =
      """
      delete from contacts where lead_id = ? and exists (
        select from offers where offers.lead_id = contacts.lead_id
          and (version < ? or standing = 'WITHDRAWN'))
      """;

  /// Withdrawals and answers say nothing of the home.
  private static final String FORGET_MESSAGES =
      """
      delete from outbox where body like ? and event not in ('LeadWithdrawn', 'OfferErased')
      """;

  private static final String EMPTY =
      """
      update offers set title = '-', description = null, url = 'urn:aiqleads:erased',
        photo_urls = '{}', street = '-', unit = null, headline = '-', teaser = null, words = '{}',
        has_phone = false, has_email = false, quality_reasons = '[]', price_reasons = '[]',
        latitude = round(latitude::numeric, 1), longitude = round(longitude::numeric, 1),
        bedrooms = null, bathrooms = null, living_area_sqft = null, lot_size_sqft = null,
        year_built = null, listed_on = null
      where lead_id = ? and version = ? and url <> 'urn:aiqleads:erased'
      """;

  private final Database database;
  private final SealedContacts contacts;
  private final ReasonsJson reasons;

  PostgresOffers(Database database, SealedContacts contacts, ReasonsJson reasons) {
    this.database = database;
    this.contacts = contacts;
    this.reasons = reasons;
  }

  @Override
  public void reserve(Set<LeadId> leads) {
    Long[] locks =
        leads.stream().map(PostgresOffers::lock).distinct().sorted().toArray(Long[]::new);
    database.query(LOCK, Parameters.of((Object) locks), _ -> true);
    UUID[] ids = leads.stream().map(LeadId::value).toArray(UUID[]::new);
    database.query(LOCK_OFFERS, Parameters.of((Object) ids), _ -> true);
  }

  private static Long lock(LeadId lead) {
    return lead.value().getMostSignificantBits() ^ lead.value().getLeastSignificantBits();
  }

  @Override
  public Change end(LeadId lead, long version, CorrelationId journey) {
    UUID id = lead.value();
    return database
        .queryOne(
            END,
            Parameters.of(id, version, id, version, version, journey.value(), id, version),
            row -> row.getBoolean("withdrawn") ? Change.TAKEN_OFF_SALE : remembered(row))
        .orElseThrow();
  }

  private static Change remembered(ResultSet row) throws SQLException {
    return row.getBoolean("remembered") ? Change.STORED : Change.OUTDATED;
  }

  @Override
  public void noteGone(LeadId lead, long version, Instant at) {
    database.update(NOTE_GONE, Parameters.of(at.atOffset(ZoneOffset.UTC), lead.value(), version));
  }

  @Override
  public void withhold(LeadId lead, long version) {
    database.update(FORGET_CONTACT, Parameters.of(lead.value(), version + 1));
  }

  @Override
  public long erase(LeadId lead, long version, CorrelationId journey) {
    UUID id = lead.value();
    long erased = database.update(FORGET_CONTACT, Parameters.of(id, version));
    if (end(lead, version, journey) == Change.TAKEN_OFF_SALE) {
      erased += database.update(EMPTY, Parameters.of(id, version));
    }
    return erased + database.update(FORGET_MESSAGES, Parameters.of("%" + lead.text() + "%"));
  }

  @Override
  public Change store(Offer offer, Standing standing) {
    OfferRow row = new OfferRow(offer, standing, reasons);
    List<@Nullable Object> parameters = row.values();
    parameters.add(Offer.SLOTS);
    parameters.add(standing == Standing.ON_SALE ? contacts.seal(offer.contact()) : "");

    boolean stored =
        database
            .queryOne(sql(row.columns()), new Parameters(parameters), found -> found.getBoolean(1))
            .orElseThrow();
    if (!stored) {
      return Change.OUTDATED;
    }
    boolean ends = standing == Standing.WITHDRAWN && offer.lead().version() > 1;
    return ends ? Change.TAKEN_OFF_SALE : Change.STORED;
  }

  private static String sql(List<String> columns) {
    return columns.stream()
        .map(column -> "the_" + column + " => " + OfferRow.placeholder(column))
        .collect(
            Collectors.joining(
                ", ", "select store_offer(", ", slot_count => ?, sealed_contact => ?)"));
  }
}
