package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.pricing.Market;
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
import java.util.Optional;
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

  /// The same of a lead that may not be on sale.
  private static final String TERMS =
      """
      select t.*, o.exclusive_price as alone_before from terms_of(?, ?, ?) t
      left join offers o on o.lead_id = ? and o.standing = 'ON_SALE'
      """;

  private static final String KEEP =
      """
      insert into quotes (lead_id, version, book, circumstances, price, exclusive_price, currency,
        reasons, quoted_at)
      values (?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?)
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
  public Terms terms(LeadId lead, Segment segment) {
    Market market =
        database
            .queryOne(
                TERMS,
                Parameters.of(lead.value(), segment.market(), segment.type(), lead.value()),
                PostgresQuotes::market)
            .orElseThrow();
    return new Terms(books.current().book(), market);
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
    database.batch(KEEP, quoted, (statement, one) -> row(one, at).bind(statement));
  }

  private Parameters row(Quoted quoted, Instant at) {
    Quote quote = quoted.quote();
    Price price = quote.price();
    return Parameters.of(
        quoted.lead().value(),
        quoted.version(),
        price.priceBook(),
        quotes.write(quote.circumstances()),
        price.amount().minorUnits(),
        price.exclusive().minorUnits(),
        price.amount().currency().getCurrencyCode(),
        reasons.write(price.reasons()),
        at.atOffset(ZoneOffset.UTC));
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
