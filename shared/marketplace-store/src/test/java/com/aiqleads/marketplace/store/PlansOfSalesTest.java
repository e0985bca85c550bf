package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.Sales.Place;
import com.aiqleads.marketplace.orders.SalesWanted;
import com.aiqleads.marketplace.refunds.Refund;
import com.aiqleads.marketplace.refunds.RefundId;
import com.aiqleads.marketplace.refunds.Refunds;
import com.aiqleads.marketplace.refunds.RefundsWanted;
import com.aiqleads.testkit.PostgresService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A page of what all teams bought, and of what went back to them, is read by indexes however much
/// there is: of 100,000 orders, every fifth by card, and 5,300 refunds of them.
class PlansOfSalesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final int PAGE = 50;
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  /// Keys are not looked at while it is filled: what is not looked through here is not there.
  private static final List<String> FILLING =
      List.of(
          "set local session_replication_role = replica",
          "create temporary table n on commit drop as select i, md5('team ' || i % 500)::uuid as team,"
              + " timestamptz '2026-11-20T12:00:00Z' - i * interval '5 minutes' as at"
              + " from generate_series(1, 100000) as i",
          "insert into marketplace.buyers (team_id) select distinct team from n",
          """
          insert into marketplace.payments (payment_id, team_id, asked_by, amount, currency, purpose,
            state, intent, page_until, created_at, settled_at, granted, clawed)
          select md5('payment ' || i)::uuid, team, team, 3400, 'USD', 'ORDER', 'SUCCEEDED', 'pi ' || i,
            at, at, at, 3400, case when i % 100 = 0 then 3400 else 0 end from n where i % 5 = 0
          """,
          """
          insert into marketplace.payment_intents (intent, payment_id)
          select intent, payment_id from marketplace.payments
          """,
          """
          insert into marketplace.drafts (payment_id, order_id, team_id, amount, currency, state)
          select md5('payment ' || i)::uuid, md5('order ' || i)::uuid, team, 3400, 'USD', 'PAID'
          from n where i % 5 = 0
          """,
          """
          insert into marketplace.orders
            (order_id, team_id, placed_by, amount, currency, placed_at, payment_id)
          select md5('order ' || i)::uuid, team, team, 3400, 'USD', at,
            case when i % 5 = 0 then md5('payment ' || i)::uuid end from n
          """,
          """
          insert into marketplace.order_lines (order_line_id, order_id, hold_id, lead_id, exclusive,
            amount, currency, price_book, transfer_id)
          select md5('line ' || i)::uuid, md5('order ' || i)::uuid, md5('hold ' || i)::uuid,
            md5('lead ' || i % 30000)::uuid, false, 3400, 'USD', 'b', md5('move ' || i)::uuid from n
          """,
          """
          insert into marketplace.transfers
            (transfer_id, kind, debit, credit, amount, currency, reference, posted_at)
          select md5('move ' || i)::uuid, 'PURCHASE', i % 500, 1000, 3400, 'USD',
            md5('line ' || i)::uuid, at from n
          union all
          select marketplace.payment_move(md5('return ' || i)::uuid, 1), 'RETURN', 1000, i % 500, 3400,
            'USD', md5('line ' || i)::uuid, at + interval '1 day' from n where i % 20 = 1
          union all
          select md5('claw ' || i)::uuid, 'CLAW', i % 500, 1001, 3400, 'USD',
            md5('payment ' || i)::uuid, at + interval '2 days' from n where i % 400 = 0
          union all
          select md5('again ' || i)::uuid, 'REINSTATEMENT', 1001, i % 500, 3400, 'USD',
            md5('payment ' || i)::uuid, at + interval '3 days' from n where i % 2000 = 0
          """,
          """
          insert into marketplace.returns (return_id, order_line_id, team_id, lead_id, reason, asked_by,
            state, verdict, total, moved, rulings, asked_at, settled_at)
          select md5('return ' || i)::uuid, md5('line ' || i)::uuid, team,
            md5('lead ' || i % 30000)::uuid, 'BAD_PHONE', team, 'CREDITED', 'PROVEN', 3400, 3400, 1,
            at, at from n where i % 20 = 1
          """,
          """
          insert into marketplace.return_rulings (return_id, nr, state, total, moved, inputs, reasons,
            decided_at)
          select return_id, 1, 'CREDITED', 3400, 3400, '{}', '[]', asked_at from marketplace.returns
          """,
          """
          insert into marketplace.line_returns (order_line_id, team_id, lead_id, refunded)
          select order_line_id, team_id, lead_id, 3400 from marketplace.returns
          """,
          """
          insert into marketplace.invoice_series values ('AIQ-R', 100000)
          on conflict (series) do update set last = excluded.last
          """,
          """
          insert into marketplace.receipts (receipt_id, series, number, kind, team_id, total, tax,
            tax_rate, currency, by_card, happened_at, issued_at)
          select md5('order ' || i)::uuid, 'AIQ-R', i, 'ORDER', team, 3400, 0, 0, 'USD', i % 5 = 0, at,
            at from n
          """);

  private static final List<String> FILLED =
      List.of(
          "payments",
          "payment_intents",
          "drafts",
          "orders",
          "order_lines",
          "transfers",
          "returns",
          "return_rulings",
          "line_returns",
          "receipts");

  private final Plans plans = new Plans(postgres.dataSource());
  private final PostgresSales sales = new PostgresSales(new Database(plans.source()));
  private final PostgresRefunds refunds = new PostgresRefunds(new Database(plans.source()));

  @BeforeAll
  static void fill() {
    Database administrator = new Database(postgres.administrator());
    administrator.inTransaction(
        () -> {
          FILLING.forEach(statement -> administrator.update(statement, Parameters.of()));
          return FILLING.size();
        });
    FILLED.forEach(table -> administrator.update("analyze marketplace." + table, Parameters.of()));
  }

  /// Else it would show nothing: the pages are full.
  @Test
  void isFull() {
    Database database = Stores.database(postgres);

    assertThat(
            new PostgresSales(database)
                .page(soldOf(Optional.empty(), Optional.empty(), false), Optional.empty(), PAGE))
        .hasSize(PAGE);
    assertThat(
            new PostgresSales(database)
                .page(soldOf(Optional.empty(), Optional.empty(), true), Optional.empty(), PAGE))
        .hasSize(PAGE);
    assertThat(
            new PostgresRefunds(database).page(refundsOf(Optional.empty()), Optional.empty(), PAGE))
        .hasSize(PAGE);
    assertThat(
            new PostgresRefunds(database)
                .page(refundsOf(Optional.of(Refund.Kind.REVERSAL)), Optional.empty(), PAGE))
        .hasSize(PAGE);
  }

  @ParameterizedTest
  @MethodSource("pagesOfSales")
  void readsAPageOfSalesByIndexes(SalesWanted wanted) {
    sales.page(wanted, Optional.empty(), PAGE);
    onlyIndexes();

    sales.page(wanted, Optional.of(new Place(NOON, new OrderId(uuid("order 9")))), PAGE);
    onlyIndexes();
  }

  static Stream<SalesWanted> pagesOfSales() {
    return Stream.of(
        soldOf(Optional.empty(), Optional.empty(), false),
        soldOf(Optional.of(new TeamId(uuid("team 7"))), Optional.empty(), false),
        soldOf(Optional.empty(), Optional.of(new LeadId(uuid("lead 7"))), false),
        soldOf(Optional.empty(), Optional.empty(), true),
        new SalesWanted(
            Optional.empty(),
            Optional.of(new OrderId(uuid("order 7"))),
            Optional.empty(),
            Optional.of(NOON.minusSeconds(86_400)),
            Optional.of(NOON),
            false));
  }

  @ParameterizedTest
  @MethodSource("pagesOfRefunds")
  void readsAPageOfRefundsByIndexes(RefundsWanted wanted) {
    refunds.page(wanted, Optional.empty(), PAGE);
    onlyIndexes();

    refunds.page(
        wanted, Optional.of(new Refunds.Place(NOON, new RefundId(uuid("claw 400")))), PAGE);
    onlyIndexes();
  }

  static Stream<RefundsWanted> pagesOfRefunds() {
    return Stream.of(
        refundsOf(Optional.empty()),
        new RefundsWanted(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new TeamId(uuid("team 7"))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new RefundsWanted(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new OrderId(uuid("order 7"))),
            Optional.empty(),
            Optional.empty()),
        new RefundsWanted(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(NOON.minusSeconds(86_400)),
            Optional.of(NOON)));
  }

  @ParameterizedTest
  @EnumSource(Refund.Kind.class)
  void readsEachKindOfRefundByIndexes(Refund.Kind kind) {
    refunds.page(refundsOf(Optional.of(kind)), Optional.empty(), PAGE);

    onlyIndexes();
  }

  @ParameterizedTest
  @EnumSource(Refund.State.class)
  void readsRefundsOfEachStateByIndexes(Refund.State state) {
    refunds.page(
        new RefundsWanted(
            Optional.empty(),
            Optional.of(state),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        PAGE);

    onlyIndexes();
  }

  private void onlyIndexes() {
    assertThat(plans.last())
        .isNotEmpty()
        .noneMatch(step -> step.matches(".*Seq Scan on (orders|order_lines|transfers|receipts).*"));
  }

  private static RefundsWanted refundsOf(Optional<Refund.Kind> kind) {
    return new RefundsWanted(
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static SalesWanted soldOf(
      Optional<TeamId> team, Optional<LeadId> lead, boolean refunded) {
    return new SalesWanted(
        team, Optional.empty(), lead, Optional.empty(), Optional.empty(), refunded);
  }

  /// How it is looked for does not depend on whether it is there.
  private static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
