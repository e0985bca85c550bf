package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.cards.AutoTopUps;
import com.aiqleads.marketplace.cards.CardCharge;
import com.aiqleads.marketplace.cards.CardCharges;
import com.aiqleads.marketplace.cards.CardNews;
import com.aiqleads.marketplace.cards.Cards;
import com.aiqleads.marketplace.cards.ChargeFacts;
import com.aiqleads.marketplace.cards.ChargeRuling;
import com.aiqleads.marketplace.cards.Decline;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.Payments;
import com.aiqleads.marketplace.subscriptions.InvoiceId;
import com.aiqleads.marketplace.subscriptions.Unpaid;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Under the lock of the team's row its facts are read, decided, and written: one transaction.
final class PostgresCardCharges implements CardCharges {

  private static final String DUE = "select * from cards_to_charge(?)";
  private static final String LOCK = "select team_id from lock_buyer(?)";
  private static final String END_HOLDS = "select end_overdue_holds(?, clock())";
  private static final String BEGIN = "select begin_charge(?, ?, ?, ?, ?, ?)";
  private static final String WAKE =
      "update card_looks set due_at = ?, tries = 0 where team_id = ?";

  private static final String FACTS =
      """
      select clock() as now_is, b.time_zone, purchased_credit(b.team_id, 'USD') as purchased,
        coalesce((select sum(balance) from accounts a
          where a.team_id = b.team_id and a.currency = 'USD'), 0)
          - set_aside(b.team_id, 'USD') as available,
        exists (select from debts d where d.team_id = b.team_id and d.amount > 0)
          or exists (select from subscriptions s
            where s.team_id = b.team_id and s.parked is not null and s.state <> 'ENDED')
          as is_held_back,
        is_taken_back(b.team_id) as is_taken_back,
        (select count(*) from card_charges c where c.team_id = b.team_id) as charges_ever
      from buyers b where b.team_id = ?
      """;

  private static final String CHARGES =
      """
      select c.*, p.amount, p.currency from card_charges c join payments p using (payment_id)
      where c.team_id = ? and (c.begun_at > clock() - interval '40 days' or c.outcome = 'OPEN'
        or c.invoice_id in (select d.invoice_id from dunnings d
          where d.team_id = c.team_id and d.ended_at is null))
      order by c.begun_at desc, c.payment_id
      """;

  /// However long ago.
  private static final String REFUSALS =
      """
      select distinct c.reason from card_charges c join cards k using (card_id)
      where c.team_id = ? and k.state = 'SAVED' and c.outcome = 'FAILED' and c.reason is not null
      """;

  private final Database database;
  private final Cards cards;
  private final AutoTopUps autoTopUps;
  private final Payments payments;

  PostgresCardCharges(Database database) {
    this.database = database;
    this.cards = new PostgresCards(database);
    this.autoTopUps = new PostgresAutoTopUps(database);
    this.payments = new PostgresPayments(database);
  }

  @Override
  public List<TeamId> due(int most) {
    return database.query(
        DUE, Parameters.of(most), row -> new TeamId(row.getObject(1, UUID.class)));
  }

  @Override
  public Optional<Payment> decide(TeamId team, Function<ChargeFacts, ChargeRuling> rule) {
    return database.inTransaction(
        () -> {
          database.query(LOCK, Parameters.of(team.value()), _ -> true);
          database.query(END_HOLDS, Parameters.of(team.value()), _ -> true);
          ChargeFacts facts = facts(team);
          return written(facts, rule.apply(facts));
        });
  }

  @Override
  public List<CardNews> news(int most) {
    return new CardNewsRows(database).take(most);
  }

  private Optional<Payment> written(ChargeFacts facts, ChargeRuling ruling) {
    switch (ruling) {
      case ChargeRuling.Charge(var id, var card, var amount, var invoice) -> {
        database.query(
            BEGIN,
            Parameters.of(
                id.value(),
                facts.team().value(),
                card.value(),
                amount.minorUnits(),
                amount.currency().getCurrencyCode(),
                invoice.map(InvoiceId::value).orElse(null)),
            _ -> true);
        wake(facts.team(), null);
        return payments.find(facts.team(), id);
      }
      case ChargeRuling.SwitchOff(var why) -> {
        database.query(
            PostgresAutoTopUps.OFF, Parameters.of(facts.team().value(), why.name()), _ -> true);
        wake(facts.team(), facts.now());
      }
      case ChargeRuling.LookAgain(var at) -> wake(facts.team(), at);
      case ChargeRuling.Rest _ -> wake(facts.team(), null);
    }
    return Optional.empty();
  }

  private void wake(TeamId team, @Nullable Instant at) {
    @Nullable OffsetDateTime due = at == null ? null : at.atOffset(ZoneOffset.UTC);
    database.update(WAKE, Parameters.of(due, team.value()));
  }

  private boolean isRefusedForGood(Parameters of) {
    return database.query(REFUSALS, of, row -> Decline.of(row.getString(1))).contains(Decline.HARD);
  }

  private record Sums(
      Instant now,
      ZoneId zone,
      Money purchased,
      Money available,
      boolean isHeldBack,
      boolean isTakenBack,
      long ever) {}

  private ChargeFacts facts(TeamId team) {
    Parameters of = Parameters.of(team.value());
    Sums sums =
        database
            .query(
                FACTS,
                of,
                row ->
                    new Sums(
                        SubscriptionRows.instant(row, "now_is"),
                        ZoneId.of(row.getString("time_zone")),
                        Money.usd(row.getLong("purchased")),
                        Money.usd(row.getLong("available")),
                        row.getBoolean("is_held_back"),
                        row.getBoolean("is_taken_back"),
                        row.getLong("charges_ever")))
            .getFirst();
    List<Unpaid> unpaid =
        database.query(PostgresSubscriptions.UNPAID, of, SubscriptionRows::unpaid);
    List<CardCharge> charges = database.query(CHARGES, of, CardRows::charge);
    return new ChargeFacts(
        team,
        sums.now(),
        sums.zone(),
        cards.saved(team),
        autoTopUps.of(team),
        sums.available(),
        sums.purchased(),
        sums.isHeldBack(),
        sums.isTakenBack(),
        isRefusedForGood(of),
        unpaid,
        charges,
        sums.ever());
  }
}
