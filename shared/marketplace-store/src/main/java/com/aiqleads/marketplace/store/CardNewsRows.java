package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.cards.CardNews;
import com.aiqleads.marketplace.cards.Decline;
import com.aiqleads.marketplace.cards.Stop;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Who finds a row locked leaves it: it is told by somebody else, or not told yet.
final class CardNewsRows {

  private static final String CHARGES =
      """
      update card_charges c set told_at = clock()
      from (
        select payment_id from card_charges where told_at is null and outcome <> 'OPEN'
        order by ended_at limit ? for update skip locked) as untold
      join payments p using (payment_id) join card_charges w using (payment_id)
      left join invoices i on i.invoice_id = w.invoice_id
      where c.payment_id = untold.payment_id
      returning c.team_id, p.amount, p.currency, i.number, c.outcome, c.reason,
        c.ended_at
      """;

  private static final String STOPS =
      """
      update auto_top_ups a set told_at = clock()
      from (
        select team_id from auto_top_ups where stopped is not null and told_at is null
        order by since limit ? for update skip locked) as untold
      where a.team_id = untold.team_id
      returning a.team_id, a.stopped, a.since
      """;

  /// From the first day of its last month on; of one whose last month is over it is too late.
  private static final String EXPIRING =
      """
      update cards k set warned_at = clock()
      from (
        select card_id from cards
        where state = 'SAVED' and warned_at is null and expires <= clock() at time zone 'UTC'
          and expires + interval '1 month' > clock() at time zone 'UTC'
        order by expires limit ? for update skip locked) as unwarned
      where k.card_id = unwarned.card_id
      returning k.team_id, k.expires, k.warned_at
      """;

  private final Database database;

  CardNewsRows(Database database) {
    this.database = database;
  }

  /// What no bank was asked for is no news, and is decided anew.
  List<CardNews> take(int most) {
    Parameters some = Parameters.of(most);
    return Stream.of(
            database.query(CHARGES, some, CardNewsRows::charge).stream().flatMap(Optional::stream),
            database.query(STOPS, some, CardNewsRows::stop).stream(),
            database.query(EXPIRING, some, CardNewsRows::expiring).stream())
        .flatMap(news -> news)
        .toList();
  }

  private static CardNews expiring(ResultSet row) throws SQLException {
    return new CardNews.Expiring(
        team(row),
        YearMonth.from(row.getObject("expires", LocalDate.class)),
        SubscriptionRows.instant(row, "warned_at"));
  }

  private static CardNews stop(ResultSet row) throws SQLException {
    return new CardNews.Stopped(
        team(row), Stop.valueOf(row.getString("stopped")), SubscriptionRows.instant(row, "since"));
  }

  private static Optional<CardNews> charge(ResultSet row) throws SQLException {
    boolean isPaid = row.getString("outcome").equals("PAID");
    Decline decline = Decline.of(Optional.ofNullable(row.getString("reason")).orElse(""));
    return isPaid || decline != Decline.UNASKED
        ? Optional.of(charge(row, isPaid, decline == Decline.NEEDS_PAYER))
        : Optional.empty();
  }

  private static CardNews charge(ResultSet row, boolean isPaid, boolean needsPayer)
      throws SQLException {
    Optional<String> invoice =
        Optional.ofNullable(row.getString("number")).map(number -> "AIQ-" + number);
    return isPaid
        ? new CardNews.Charged(
            team(row),
            SubscriptionRows.money(row, "amount"),
            invoice,
            SubscriptionRows.instant(row, "ended_at"))
        : new CardNews.Refused(
            team(row),
            SubscriptionRows.money(row, "amount"),
            invoice,
            needsPayer,
            SubscriptionRows.instant(row, "ended_at"));
  }

  private static TeamId team(ResultSet row) throws SQLException {
    return new TeamId(row.getObject("team_id", UUID.class));
  }
}
