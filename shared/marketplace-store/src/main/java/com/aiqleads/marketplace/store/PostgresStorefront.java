package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.Storefront;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A page of leads and whose they are, in one question. A contact leaves the database only for the
/// team that bought it.
final class PostgresStorefront implements Storefront {
  private static final String SHOW =
      """
      select o.lead_id, o.offer_id, o.version, o.correlation_id, o.headline, o.teaser, o.market,
        o.city_name, o.state, o.zip, o.cell, o.type, o.bedrooms, o.bathrooms, o.living_area_sqft,
        o.lot_size_sqft, o.year_built, o.asking, o.currency, o.listed_on, o.first_seen, o.sources,
        o.listings, o.photo_urls, o.has_phone, o.has_email, o.quality, o.quality_band, o.price,
        coalesce(o.exclusive_price, o.price * s.slots_total) as exclusive_price, o.price_book, %s, o.listing_id, o.source, o.url, o.title, o.description, o.observed_at,
        o.street, o.unit, o.latitude, o.longitude,
        s.slots_total, greatest(0, s.slots_free - l.waiting) as slots_free,
        case when s.slots_free = 0 and l.waiting = 0 then s.free_at end as slots_free_at, l.waiting,
        s.owned, c.sealed,
        case when s.owned or o.published_at + plan.early <= clock() then null
          else o.published_at + plan.early end as opens_at
      from unnest(?::uuid[]) with ordinality as asked (lead_id, place)
      join offers o on o.lead_id = asked.lead_id
      cross join (
        select case when p.early_access then interval '0' else e.time end as early
        from (select ?::uuid as team_id) as viewer
        left join buyers b using (team_id)
        join plans p on p.plan = coalesce(b.plan, 'free')
        cross join early_access e) as plan
      cross join lateral (
        select count(*) as slots_total,
          count(*) filter (where state = 'FREE'
            or (state = 'HELD' and hold_until <= clock())) as slots_free,
          min(hold_until) filter (where state = 'HELD' and hold_until > clock()) as free_at,
          coalesce(bool_or(state = 'SOLD' and holder_team = ?), false) as owned
        from slots where slots.lead_id = o.lead_id
      ) s
      cross join lateral (
        select count(*)::int as waiting from waits w
        where w.lead_id = o.lead_id and w.state = 'WAITING'
      ) l
      left join contacts c on c.lead_id = o.lead_id and s.owned
      where o.standing = 'ON_SALE' or s.owned
      order by asked.place
      """;
  private static final String MANY =
      SHOW.formatted("'[]' as quality_reasons, '[]' as price_reasons");
  private static final String ONE = SHOW.formatted("o.quality_reasons, o.price_reasons");

  private final Database database;
  private final SealedContacts contacts;
  private final ReasonsJson reasons;

  PostgresStorefront(Database database, SealedContacts contacts, ReasonsJson reasons) {
    this.database = database;
    this.contacts = contacts;
    this.reasons = reasons;
  }

  @Override
  public List<ShownLead> show(TeamId viewer, List<LeadId> leads) {
    return leads.isEmpty() ? List.of() : ask(MANY, viewer, leads);
  }

  @Override
  public Optional<ShownLead> show(TeamId viewer, LeadId lead) {
    return ask(ONE, viewer, List.of(lead)).stream().findFirst();
  }

  private List<ShownLead> ask(String sql, TeamId viewer, List<LeadId> leads) {
    UUID[] ids = leads.stream().map(LeadId::value).toArray(UUID[]::new);
    return database.query(
        sql,
        Parameters.of(ids, viewer.value(), viewer.value()),
        row -> new ShownLeadRow(row, reasons, contacts).read());
  }
}
