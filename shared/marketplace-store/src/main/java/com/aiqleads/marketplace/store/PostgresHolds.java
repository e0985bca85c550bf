package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.holds.CartLine;
import com.aiqleads.marketplace.holds.Ending;
import com.aiqleads.marketplace.holds.Extension;
import com.aiqleads.marketplace.holds.Hold;
import com.aiqleads.marketplace.holds.HoldAnswer;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.holds.Holds;
import com.aiqleads.marketplace.holds.Release;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.holds.Wish;
import com.aiqleads.marketplace.holds.Wishes;
import com.aiqleads.marketplace.payments.PaymentId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Each act is one call of a function of the database: one round trip, one transaction, and plans
/// that stay with the connection although its statements are not prepared.
final class PostgresHolds implements Holds {
  private static final String HOLD = "select * from hold_leads(?, ?, ?, ?, ?, ?)";
  private static final String EXTEND = "select * from extend_hold(?, ?)";
  private static final String RELEASE = "select release_hold(?, ?)";

  private static final String CART =
      """
      select h.lead_id, h.hold_id, h.exclusive, h.amount, h.currency, h.held_at, h.hold_until,
        h.last_until, case when h.hold_until = h.last_until then 0
          else greatest(0, p.extensions - h.extensions) end as extensions_left,
        o.headline, o.standing = 'ON_SALE' as on_sale, (
          select d.payment_id from draft_lines l join drafts d using (payment_id)
          where l.hold_id = h.hold_id and d.state = 'OPEN') as payment_id
      from holds h
      join offers o on o.lead_id = h.lead_id
      join buyers b on b.team_id = h.team_id
      join plans p on p.plan = b.plan
      where h.team_id = ? and h.state = 'ACTIVE' and h.hold_until > clock()
      order by h.hold_until, h.hold_id
      """;

  /// Of teams that nobody locks: who acts now writes it down himself.
  private static final String END_OVERDUE =
      """
      select coalesce(sum(end_overdue_holds(team_id, clock())), 0) from (
        select team_id from buyers
        where team_id in (
          select team_id from holds where state = 'ACTIVE' and hold_until <= clock()
          order by hold_until limit ?)
        for update skip locked) as idle
      """;

  private final Database database;
  private final InstantSource clock;

  PostgresHolds(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<HoldAnswer> hold(TeamId team, Wishes wishes) {
    List<Wish> wanted = wishes.wishes();
    UUID[] leads = wishes.leads().stream().map(LeadId::value).toArray(UUID[]::new);
    @Nullable Long[] expected =
        wanted.stream()
            .map(wish -> wish.expected().map(Money::minorUnits).orElse(null))
            .toArray(Long[]::new);
    UUID[] ids = wanted.stream().map(_ -> Ids.next(clock)).toArray(UUID[]::new);
    boolean whole = wishes.mode() == SaleMode.EXCLUSIVE;
    return database.query(
        HOLD,
        Parameters.of(team.value(), leads, expected, ids, whole, wishes.allOrNone()),
        row -> new HoldAnswerRow(row).answer());
  }

  @Override
  public Extension extend(TeamId team, HoldId hold) {
    return database
        .queryOne(
            EXTEND,
            Parameters.of(team.value(), hold.value()),
            row -> new HoldAnswerRow(row).extension())
        .orElseGet(Extension.Unknown::new);
  }

  @Override
  public Release release(TeamId team, HoldId hold) {
    return database
        .query(RELEASE, Parameters.of(team.value(), hold.value()), row -> release(row.getString(1)))
        .getFirst();
  }

  private static Release release(@Nullable String state) {
    return switch (state) {
      case null -> new Release.Unknown();
      case "RELEASED_NOW" -> new Release.Released();
      default -> new Release.Ended(Ending.valueOf(state));
    };
  }

  @Override
  public List<CartLine> cart(TeamId team) {
    return database.query(
        CART,
        Parameters.of(team.value()),
        row -> {
          Hold hold = new HoldAnswerRow(row).hold();
          return new CartLine(
              hold,
              row.getString("headline"),
              row.getBoolean("on_sale"),
              Optional.ofNullable(row.getObject("payment_id", UUID.class)).map(PaymentId::new));
        });
  }

  @Override
  public int endOverdue(int teams) {
    return database.query(END_OVERDUE, Parameters.of(teams), row -> row.getInt(1)).getFirst();
  }
}
