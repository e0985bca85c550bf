package com.aiqleads.marketplace.overseesales;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.http.Call;
import com.aiqleads.lambda.http.FakeIssuer;
import com.aiqleads.lambda.http.TeamMember;
import com.aiqleads.marketplace.books.BookCheck;
import com.aiqleads.marketplace.books.Books;
import com.aiqleads.marketplace.books.Link;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import com.aiqleads.marketplace.wallet.Wallets;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
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
                "GET /ledger-health=marketplace:admin",
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
  void tellsNobodyElse() {
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
