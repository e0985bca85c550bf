package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.pricing.Market;
import com.aiqleads.marketplace.pricing.PriceBook;
import com.aiqleads.marketplace.pricing.PriceBooks;
import com.aiqleads.marketplace.pricing.Quote;
import com.aiqleads.marketplace.pricing.Quotes;
import com.aiqleads.marketplace.pricing.Segment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class PostgresQuotes implements Quotes {
  /// What an offer `o` and its segment `g` say of the market; see [#market].
  static final String MARKET =
      """
      (select count(*) from slots where slots.lead_id = o.lead_id and state = 'SOLD') as taken,
      greatest(0, floor(extract(epoch from clock() - greatest(o.published_at,
        (select at from wanted where wanted.lead_id = o.lead_id))) / 3600))::bigint
        as hours_unwanted,
      g.on_sale as supply, g.demand, g.response / 10000 as response, o.price as before,
      o.exclusive_price as alone_before, o.currency as before_currency
      """;

  /// The same of leads that may not be on sale.
  private static final String TERMS =
      """
      select a.lead_id, t.*, o.exclusive_price as alone_before
      from unnest(?::uuid[], ?::text[], ?::text[]) as a (lead_id, market, type)
      cross join lateral terms_of(a.lead_id, a.market, a.type) t
      left join offers o on o.lead_id = a.lead_id and o.standing = 'ON_SALE'
      """;

  /// The later of a lead's is the newer.
  private static final String KEEP =
      """
      insert into quotes (lead_id, version, book, circumstances, price, exclusive_price, currency,
        reasons, quoted_at)
      select lead_id, version, book, circumstances::jsonb, price, exclusive_price, currency,
        reasons::jsonb, ?::timestamptz
      from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[],
          ?::text[]) with ordinality as quoted (lead_id, version, book, circumstances, price,
          exclusive_price, currency, reasons, nr)
      order by nr
      """;

  private static final String IN_FORCE =
      """
      select price_book as book, price, coalesce(exclusive_price, price * %d) as exclusive_price,
        currency, price_reasons as reasons
      from offers o where lead_id = ? and (standing = 'ON_SALE' or exists (
        select from slots s
        where s.lead_id = o.lead_id and s.state = 'SOLD' and s.holder_team = ?))
      """
          .formatted(Offer.SLOTS);

  private static final String HISTORY =
      """
      select book, circumstances, price, exclusive_price, currency, reasons, quoted_at from quotes
      where lead_id = ? order by quote_id desc limit ?
      """;

  private final Database database;
  private final PriceBooks books;
  private final QuoteJson quotes;
  private final ReasonsJson reasons;

  PostgresQuotes(Database database, PriceBooks books, QuoteJson quotes, ReasonsJson reasons) {
    this.database = database;
    this.books = books;
    this.quotes = quotes;
    this.reasons = reasons;
  }

  @Override
  public Map<LeadId, Terms> terms(Map<LeadId, Segment> leads) {
    if (leads.isEmpty()) {
      return Map.of();
    }
    PriceBook book = books.current().book();
    return database
        .query(
            TERMS,
            Parameters.of(
                leads.keySet().stream().map(LeadId::value).toArray(UUID[]::new),
                leads.values().stream().map(Segment::market).toArray(String[]::new),
                leads.values().stream().map(Segment::type).toArray(String[]::new)),
            row ->
                Map.entry(
                    new LeadId(row.getObject("lead_id", UUID.class)), new Terms(book, market(row))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static Market market(ResultSet row) throws SQLException {
    return new Market(
        row.getInt("taken"),
        row.getLong("hours_unwanted"),
        row.getObject("supply", Long.class),
        row.getObject("demand", Long.class),
        row.getObject("response", Long.class),
        before(row, "before"),
        before(row, "alone_before"));
  }

  private static @Nullable Money before(ResultSet row, String column) throws SQLException {
    Long cents = row.getObject(column, Long.class);
    return cents == null
        ? null
        : new Money(cents, Currency.getInstance(row.getString("before_currency")));
  }

  @Override
  public void keep(List<Quoted> quoted, Instant at) {
    if (quoted.isEmpty()) {
      return;
    }
    database.update(
        KEEP,
        Parameters.of(
            at.atOffset(ZoneOffset.UTC),
            each(quoted, one -> one.lead().value(), UUID[]::new),
            each(quoted, Quoted::version, Long[]::new),
            each(quoted, one -> one.price().priceBook(), String[]::new),
            each(quoted, one -> quotes.write(one.quote().circumstances()), String[]::new),
            each(quoted, one -> one.price().amount().minorUnits(), Long[]::new),
            each(quoted, one -> one.price().exclusive().minorUnits(), Long[]::new),
            each(quoted, one -> one.price().amount().currency().getCurrencyCode(), String[]::new),
            each(quoted, one -> reasons.write(one.price().reasons()), String[]::new)));
  }

  private static <T> T[] each(
      List<Quoted> quoted, Function<Quoted, T> column, IntFunction<T[]> array) {
    return quoted.stream().map(column).toArray(array);
  }

  @Override
  public Optional<Price> inForce(TeamId viewer, LeadId lead) {
    return database.queryOne(IN_FORCE, Parameters.of(lead.value(), viewer.value()), this::price);
  }

  @Override
  public List<KeptQuote> history(LeadId lead, int limit) {
    return database.query(HISTORY, Parameters.of(lead.value(), limit), this::kept);
  }

  private KeptQuote kept(ResultSet row) throws SQLException {
    return new KeptQuote(
        new Quote(quotes.read(row.getString("circumstances")), price(row)),
        row.getObject("quoted_at", OffsetDateTime.class).toInstant());
  }

  private Price price(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new Price(
        new Money(row.getLong("price"), currency),
        new Money(row.getLong("exclusive_price"), currency),
        row.getString("book"),
        reasons.read(row.getString("reasons")));
  }
}
