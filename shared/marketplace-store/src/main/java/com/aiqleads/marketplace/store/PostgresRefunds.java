package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.refunds.Refund;
import com.aiqleads.marketplace.refunds.Refund.Kind;
import com.aiqleads.marketplace.refunds.Refund.Move;
import com.aiqleads.marketplace.refunds.Refund.State;
import com.aiqleads.marketplace.refunds.Refunds;
import com.aiqleads.marketplace.refunds.RefundsWanted;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What has moved is read off the ledger; what is yet to move, of which there is little, is put
/// before it.
final class PostgresRefunds implements Refunds {

  /// What is known of a payment is known of all that moved for it: which of it a bank took, where
  /// somebody gave some back, too, is told by its amount.
  private static final String MOVED =
      """
      select t.transfer_id as id, t.posted_at as at, coalesce(r.team_id, p.team_id) as team_id,
        k.kind, case when k.kind in ('CARD_REFUND', 'ORDER_REFUND') and b.failed then 'FAILED'
          else 'DONE' end as state,
        t.amount, t.currency, coalesce(r.reason, f.reason) as why, coalesce(b.failed, false) as failed,
        coalesce(a.kind = 'DEBTS', false) as spent, r.lead_id, o.order_id, r.decided_by,
        n.series, n.number
      from transfers t
      left join lateral (
        select q.team_id, q.lead_id, q.reason, q.asked_by, q.appealed_at, d.decided_by, d.decided_at
        from returns q join return_rulings d using (return_id)
        where t.kind = 'RETURN' and q.order_line_id = t.reference and d.moved > 0
          and payment_move(q.return_id, d.nr) = t.transfer_id) as r on true
      left join order_lines l on t.kind = 'RETURN' and l.order_line_id = t.reference
      left join payments p on t.kind <> 'RETURN' and p.payment_id = t.reference
      left join payment_intents i on i.payment_id = p.payment_id
      left join drafts f on f.payment_id = p.payment_id
      left join orders o on o.order_id = coalesce(l.order_id, f.order_id)
      left join accounts a on t.kind = 'CLAW' and a.account_id = t.debit
      left join receipts n on n.receipt_id = t.transfer_id
      left join lateral (
        select sum(c.amount) as amount from transfers c
        where t.kind = 'CLAW' and c.kind = 'CLAW' and c.reference = t.reference
          and c.posted_at = t.posted_at) as m on true
      left join lateral (
        select
          exists (select from disputes d where d.intent = i.intent and d.standing <> 'OPEN'
            and (d.amount = m.amount or (i.told = 0
              and not exists (select from refunds x where x.intent = i.intent)))) as taken,
          exists (select from refunds x where x.intent = i.intent and x.failed
            and (x.amount = coalesce(m.amount, t.amount)
              or not exists (select from disputes d
                where d.intent = i.intent and d.standing <> 'OPEN'))) as failed
        where t.kind <> 'RETURN') as b on true
      cross join lateral (
        select case
          when t.kind = 'REINSTATEMENT' then 'REVERSAL'
          when t.kind = 'CLAW' and b.taken then 'CHARGEBACK'
          when t.kind = 'CLAW' and f.state in ('REFUND_DUE', 'REFUNDED') then 'ORDER_REFUND'
          when t.kind = 'CLAW' then 'CARD_REFUND'
          when r.decided_by is not null and r.appealed_at <= r.decided_at then 'APPEAL'
          when r.reason = 'UNDELIVERED' then 'UNDELIVERED'
          when r.asked_by is null then 'RECALL'
          else 'RETURN' end as kind) as k
      where""";

  /// The gateway is asked at once, and again until it says that it is done.
  private static final String DUE =
      """
      select f.payment_id as id, p.settled_at as at, f.team_id, 'ORDER_REFUND' as kind,
        case when f.next_try > clock() then 'ASKED' else 'DUE' end as state,
        p.granted - p.clawed + p.reinstated as amount, f.currency, f.reason as why,
        false as failed, false as spent, null::uuid as lead_id, o.order_id,
        null::uuid as decided_by, null::text as series, null::bigint as number
      from drafts f join payments p using (payment_id) left join orders o on o.order_id = f.order_id
      where f.state = 'REFUND_DUE'""";

  private static final String CONTESTED =
      """
      select md5(d.dispute)::uuid as id, d.said_at as at, p.team_id, 'CHARGEBACK' as kind,
        'CONTESTED' as state, d.amount, p.currency, null::text as why, false as failed,
        false as spent, null::uuid as lead_id, o.order_id, null::uuid as decided_by,
        null::text as series, null::bigint as number
      from disputes d join payment_intents i using (intent) join payments p using (payment_id)
      left join orders o on o.payment_id = p.payment_id
      where d.standing = 'OPEN'""";

  private static final String MOVES = "t.kind in ('RETURN', 'CLAW', 'REINSTATEMENT')";

  private final Database database;

  PostgresRefunds(Database database) {
    this.database = database;
  }

  @Override
  public List<Refund> page(RefundsWanted wanted, Optional<Place> behind, int limit) {
    List<Branch> branches =
        wanted(wanted).stream().map(one -> one.narrowed(wanted, behind, limit)).toList();
    if (branches.isEmpty()) {
      return List.of();
    }
    List<@Nullable Object> parameters = new ArrayList<>();
    branches.forEach(one -> parameters.addAll(one.parameters));
    parameters.add(limit);
    return database.query(
        "select * from ("
            + String.join(" union all ", branches.stream().map(Branch::text).toList())
            + ") as together order by at desc, id desc limit ?",
        new Parameters(parameters),
        RefundRows::refund);
  }

  /// Those that may have some of it.
  private static List<Branch> wanted(RefundsWanted wanted) {
    List<Branch> branches = new ArrayList<>();
    if (wanted.state().map(State::hasMoved).orElse(true)) {
      branches.add(moved(wanted));
    }
    if (wanted.kind().map(kind -> kind == Kind.ORDER_REFUND).orElse(true)
        && wanted.state().map(it -> it == State.DUE || it == State.ASKED).orElse(true)) {
      branches.add(due(wanted));
    }
    if (wanted.kind().map(kind -> kind == Kind.CHARGEBACK).orElse(true)
        && wanted.state().map(state -> state == State.CONTESTED).orElse(true)) {
      branches.add(contested(wanted));
    }
    return branches;
  }

  /// The kind of the movement stands in the text, so that it is found by its index.
  private static Branch moved(RefundsWanted wanted) {
    Branch branch = new Branch(MOVED + " " + MOVES, "t.posted_at", "t.transfer_id");
    wanted.kind().map(Kind::move).ifPresent(branch::of);
    wanted.state().filter(state -> state == State.FAILED).ifPresent(_ -> branch.of(Move.CLAW));
    wanted.kind().ifPresent(kind -> branch.and("k.kind = ?", kind.name()));
    wanted
        .state()
        .ifPresent(
            state ->
                branch.and(
                    "(k.kind in ('CARD_REFUND', 'ORDER_REFUND') and b.failed) = ?",
                    state == State.FAILED));
    wanted
        .order()
        .map(OrderId::value)
        .ifPresent(
            order ->
                branch.and(
                    """
                    t.reference = any (array(select order_line_id from order_lines where order_id = ?
                      union all select payment_id from drafts where order_id = ?))""",
                    order,
                    order));
    wanted
        .team()
        .map(TeamId::value)
        .ifPresent(
            team ->
                branch.and(
                    """
                    t.reference = any (array(select order_line_id from returns where team_id = ?
                      union all select payment_id from payments where team_id = ?))""",
                    team,
                    team));
    return branch;
  }

  private static Branch due(RefundsWanted wanted) {
    Branch branch = new Branch(DUE, "p.settled_at", "f.payment_id");
    wanted
        .state()
        .ifPresent(
            state -> branch.and("coalesce(f.next_try > clock(), false) = ?", state == State.ASKED));
    wanted.order().ifPresent(order -> branch.and("f.order_id = ?", order.value()));
    wanted.team().ifPresent(team -> branch.and("f.team_id = ?", team.value()));
    return branch;
  }

  private static Branch contested(RefundsWanted wanted) {
    Branch branch = new Branch(CONTESTED, "d.said_at", "md5(d.dispute)::uuid");
    wanted.order().ifPresent(order -> branch.and("o.order_id = ?", order.value()));
    wanted.team().ifPresent(team -> branch.and("p.team_id = ?", team.value()));
    return branch;
  }

  /// One of the questions whose answers are put together.
  private static final class Branch {
    private final StringBuilder text;
    private final String at;
    private final String id;
    private final List<@Nullable Object> parameters = new ArrayList<>();

    Branch(String text, String at, String id) {
      this.text = new StringBuilder(text);
      this.at = at;
      this.id = id;
    }

    void of(Move move) {
      and("t.kind = '" + move.name() + "'");
    }

    void and(String condition, Object... values) {
      text.append(" and ").append(condition);
      parameters.addAll(List.of(values));
    }

    Branch narrowed(RefundsWanted wanted, Optional<Place> behind, int limit) {
      wanted.from().ifPresent(from -> and(at + " >= ?", time(from)));
      wanted.until().ifPresent(until -> and(at + " < ?", time(until)));
      behind.ifPresent(place -> and("(%s, %s) < (?, ?)".formatted(at, id), values(place)));
      text.append(" order by %s desc, %s desc limit ?".formatted(at, id));
      parameters.add(limit);
      return this;
    }

    String text() {
      return "(" + text + ")";
    }

    private static Object[] values(Place place) {
      UUID id = place.id().value();
      return new Object[] {time(place.at()), id};
    }

    private static Object time(Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
  }
}
