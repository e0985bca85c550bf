package com.aiqleads.marketplace.overseesales;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.Cursor;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.TeamMember;
import com.aiqleads.marketplace.books.BookCheck;
import com.aiqleads.marketplace.books.Books;
import com.aiqleads.marketplace.books.Link;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.payments.GatewayFact;
import com.aiqleads.marketplace.payments.GatewayMessage;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.Payments;
import com.aiqleads.marketplace.payments.TopUp;
import com.aiqleads.marketplace.refunds.RefundsWanted;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OverseeSalesHandlerTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("marketplace");

  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final TeamId OURS = new TeamId(Ids.derived("team", "ours"));
  private static final Call HEALTH = Call.to("GET", "/ledger-health");
  private static final TeamId THEIRS = new TeamId(Ids.derived("team", "theirs"));
  private static final Call SALES = Call.to("GET", "/sales");
  private static final Call REFUNDS = Call.to("GET", "/refunds");
  private static ApplicationContext context;

  @BeforeAll
  static void start() {
    context =
        TestFunction.start(
            "marketplace",
            "oversee-sales",
            new FakeQueues(),
            Map.of(
                "aiqleads.access",
                "GET /ledger-health=marketplace:admin;GET /sales=marketplace:admin;"
                    + "GET /refunds=marketplace:admin",
                "aiqleads.issuer",
                ISSUER.address()));
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
  }

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @AfterAll
  static void close() {
    context.close();
    ISSUER.close();
  }

  @Test
  void tellsHowTheBooksStand() {
    Instant night = Instant.parse("2026-11-21T03:00:00Z");
    context.getBean(Books.class).keep(new BookCheck(night, Link.NONE, 2));
    Grant gift =
        new Grant(
            new TransferId(Ids.derived("transfer", "gift")),
            Grant.Kind.GIFT,
            Money.usd(5_00),
            Grant.USUAL_PRIORITY,
            Optional.empty(),
            "gift");
    context.getBean(Wallets.class).grant(OURS, gift);

    JsonNode health = somebody("marketplace:admin").json(OURS, HEALTH);

    JsonNode check = health.get("checks").get(0);
    assertThat(check.get("at").getStringValue()).isEqualTo(night.toString());
    assertThat(check.get("faults").getIntValue()).isEqualTo(2);
    assertThat(health.get("sums").get(0).get("minorUnits").getIntValue()).isZero();
    assertThat(health.get("accounts").get(0).get("kind").getStringValue()).isEqualTo("gifts");
    assertThat(health.get("accounts").get(0).get("minorUnits").getIntValue()).isEqualTo(-500);
    assertThat(health.get("unsealed").get("count").getIntValue()).isOne();
    assertThat(health.get("unsealed").get("since")).isNotNull();
    assertThat(health.get("unknownPayments").get("count").getIntValue()).isZero();
  }

  @Test
  void showsWhatAllTeamsBoughtFiftyAtATime() {
    sell(51);
    TeamMember admin = somebody("marketplace:admin");

    JsonNode page = admin.json(OURS, SALES);
    String next = page.get("next").getStringValue();
    JsonNode rest = admin.json(OURS, sales("cursor=" + next));

    assertThat(page.get("sales").size()).isEqualTo(50);
    JsonNode newest = page.get("sales").get(0);
    assertThat(newest.get("team").getStringValue()).isEqualTo(THEIRS.text());
    assertThat(newest.get("total").get("minorUnits").getIntValue()).isEqualTo(5100);
    assertThat(newest.get("byCard").getBooleanValue()).isFalse();
    assertThat(newest.get("at").getStringValue()).isEqualTo("2026-11-03T03:00:00Z");
    assertThat(rest.get("sales").size()).isOne();
    assertThat(rest.get("next")).isNull();
    assertThat(total(rest)).isEqualTo(100);
  }

  @Test
  void showsTheSalesOfADayATeamOrAnOrder() {
    sell(30);
    TeamMember admin = somebody("marketplace:admin");

    JsonNode day = admin.json(OURS, sales("from=2026-11-01&until=2026-11-01"));
    assertThat(day.get("sales").size()).isEqualTo(23);
    assertThat(total(day)).isEqualTo(2300);
    assertThat(admin.json(OURS, sales("from=2026-11-02")).get("sales").size()).isEqualTo(7);
    assertThat(admin.json(OURS, sales("team=" + OURS.text())).get("sales").size()).isZero();
    String order = day.get("sales").get(3).get("order").getStringValue();
    assertThat(admin.json(OURS, sales("order=" + order)).get("sales").size()).isOne();
    assertThat(admin.json(OURS, sales("refunded=true")).get("sales").size()).isZero();
  }

  @Test
  void showsWhatWentBackToAllTeamsFiftyAtATime() {
    giveBack(51);
    TeamMember admin = somebody("marketplace:admin");

    JsonNode page = admin.json(OURS, REFUNDS);
    String next = page.get("next").getStringValue();
    JsonNode rest = admin.json(OURS, refunds("cursor=" + next));

    assertThat(page.get("refunds").size()).isEqualTo(50);
    JsonNode newest = page.get("refunds").get(0);
    assertThat(newest.get("team").getStringValue()).isEqualTo(THEIRS.text());
    assertThat(newest.get("amount").get("minorUnits").getIntValue()).isEqualTo(100);
    assertThat(newest.get("kind").getStringValue()).isEqualTo("card_refund");
    assertThat(newest.get("state").getStringValue()).isEqualTo("done");
    assertThat(newest.get("reason").get("code").getStringValue()).isEqualTo("refunded");
    assertThat(newest.get("decidedBy").getStringValue()).isEqualTo("gateway");
    assertThat(newest.get("person")).isNull();
    assertThat(newest.get("order")).isNull();
    assertThat(newest.get("paper")).isNull();
    assertThat(rest.get("refunds").size()).isOne();
    assertThat(rest.get("next")).isNull();
  }

  @Test
  void showsTheRefundsOfAKindAStateATeamOrADay() {
    giveBack(2);
    TeamMember admin = somebody("marketplace:admin");

    assertThat(refundsFound(admin, "kind=card_refund&state=done")).isEqualTo(2);
    assertThat(refundsFound(admin, "kind=return")).isZero();
    assertThat(refundsFound(admin, "state=failed")).isZero();
    assertThat(refundsFound(admin, "team=" + THEIRS.text())).isEqualTo(2);
    assertThat(refundsFound(admin, "team=" + OURS.text())).isZero();
    assertThat(refundsFound(admin, "from=2026-01-01")).isEqualTo(2);
    assertThat(refundsFound(admin, "until=2026-01-01")).isZero();
    OrderId none = new OrderId(Ids.derived("order", "none"));
    assertThat(refundsFound(admin, "order=" + none.text())).isZero();
  }

  @Test
  void namesThePapersOfWhatWasSoldAndOfWhatWentBack() {
    sell(1);
    giveBack(1);
    Database administrator = new Database(postgres.administrator());
    administrator.update(
        "insert into marketplace.invoice_series values ('AIQ-R', 1), ('AIQ-C', 1)", _ -> {});
    administrator.update(
        """
        insert into marketplace.receipts (receipt_id, series, number, kind, team_id, total, tax,
          tax_rate, currency, by_card, happened_at, issued_at)
        select order_id, 'AIQ-R', 1, 'ORDER', team_id, amount, 0, 0, 'USD', false, now(), now()
        from marketplace.orders
        union all
        select transfer_id, 'AIQ-C', 1, 'REFUND', md5('any team')::uuid, amount, 0, 0, 'USD', true,
          now(), now()
        from marketplace.transfers where kind = 'CLAW'
        """,
        _ -> {});
    TeamMember admin = somebody("marketplace:admin");

    JsonNode sale = admin.json(OURS, SALES).get("sales").get(0);
    JsonNode paper = admin.json(OURS, REFUNDS).get("refunds").get(0).get("paper");

    assertThat(sale.get("receipt").getStringValue()).isEqualTo("AIQ-R-1");
    assertThat(sale.get("receiptId").getStringValue().substring("receipt_".length()))
        .isEqualTo(sale.get("order").getStringValue().substring("order_".length()));
    assertThat(paper.get("number").getStringValue()).isEqualTo("AIQ-C-1");
    assertThat(paper.get("id").getStringValue()).startsWith("receipt_");
  }

  @Test
  void saysWhatItCannotReadOfRefunds() {
    TeamMember admin = somebody("marketplace:admin");

    for (String field : List.of("kind", "state", "team", "order", "from", "until", "cursor")) {
      assertThat(admin.answer(OURS, refunds(field + "=x")).getBody())
          .as(field)
          .contains("\"field\":\"" + field + "\"");
    }
    RefundsWanted all =
        new RefundsWanted(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    String hash = Cursor.hashOf(all);
    String foreign = new Cursor("newest", List.of("x"), "x", hash).text();
    assertThat(admin.answer(OURS, refunds("cursor=" + foreign)).getStatusCode()).isEqualTo(400);
  }

  private static int refundsFound(TeamMember admin, String query) {
    return admin.json(OURS, refunds(query)).get("refunds").size();
  }

  private static Call refunds(String query) {
    return Call.to("GET", "/refunds?" + query);
  }

  /// To a card, a dollar each.
  private static void giveBack(int times) {
    Payments payments = context.getBean(Payments.class);
    PaymentId payment = new PaymentId(Ids.derived("payment", "one"));
    UserId somebody = new UserId(Ids.derived("user", "somebody"));
    payments.start(THEIRS, new TopUp(payment, somebody, Money.usd(100_00)));
    payments.heard(
        message("paid", new GatewayFact.Succeeded(Optional.of(payment), "pi", Money.usd(100_00))));
    for (int dollars = 1; dollars <= times; dollars++) {
      payments.heard(
          message("refund " + dollars, new GatewayFact.Refunded("pi", Money.usd(dollars * 100L))));
    }
  }

  private static GatewayMessage message(String name, GatewayFact fact) {
    return new GatewayMessage(name, "fact", Instant.parse("2026-11-20T12:00:00Z"), fact);
  }

  @Test
  void saysWhatItCannotRead() {
    TeamMember admin = somebody("marketplace:admin");

    for (String field : List.of("team", "order", "lead", "from", "until", "refunded", "cursor")) {
      assertThat(admin.answer(OURS, sales(field + "=x")).getBody())
          .as(field)
          .contains("\"field\":\"" + field + "\"");
    }
    assertThat(admin.answer(OURS, sales("from=1926-11-01")).getStatusCode()).isEqualTo(400);
    String foreign = new Cursor("newest", List.of("x"), "x", "x").text();
    assertThat(admin.answer(OURS, sales("cursor=" + foreign)).getStatusCode()).isEqualTo(400);
  }

  private static int total(JsonNode page) {
    return page.get("sales").get(0).get("total").get("minorUnits").getIntValue();
  }

  private static Call sales(String query) {
    return Call.to("GET", "/sales?" + query);
  }

  /// One each hour, each for a dollar more.
  private static void sell(int orders) {
    Database administrator = new Database(postgres.administrator());
    administrator.update(
        "insert into marketplace.buyers (team_id) values (?) on conflict do nothing",
        statement -> statement.setObject(1, THEIRS.value()));
    administrator.update(
        """
        insert into marketplace.orders (order_id, team_id, placed_by, amount, currency, placed_at)
        select gen_random_uuid(), ?, gen_random_uuid(), n * 100, 'USD',
          timestamptz '2026-11-01T00:00:00Z' + n * interval '1 hour'
        from generate_series(1, ?) as n
        """,
        statement -> {
          statement.setObject(1, THEIRS.value());
          statement.setInt(2, orders);
        });
  }

  @Test
  void tellsNobodyElse() {
    somebody("marketplace:read marketplace:write").assertRefused(OURS, SALES, 403, "forbidden");
    somebody("marketplace:read marketplace:write").assertRefused(OURS, REFUNDS, 403, "forbidden");
    somebody("marketplace:read marketplace:write platform:read")
        .assertRefused(OURS, HEALTH, 403, "forbidden");
  }

  @Test
  void startsAsDeployed() throws Exception {
    try (OverseeSalesHandler handler = new OverseeSalesHandler()) {
      assertThat(handler.getApplicationContext().isRunning()).isTrue();
    }
  }

  private static TeamMember somebody(String scopes) {
    return new TeamMember(new OverseeSalesHandler(context), ISSUER, scopes);
  }
}
